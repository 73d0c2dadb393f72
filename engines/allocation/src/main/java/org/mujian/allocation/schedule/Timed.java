package org.mujian.allocation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.mujian.allocation.Fault;

/**
 * When each task starts.
 *
 * @param length the end of the last task, as the search says it
 * @param starts by task, from 0
 */
public record Timed(int length, List<Integer> starts) {

  public Timed {
    starts = List.copyOf(starts);
  }

  /** Verifies from the instance alone, without anything of the search. */
  public List<Fault> check(Works works) {
    List<Fault> faults = new ArrayList<>();
    if (starts.size() != works.tasks()) {
      faults.add(new Fault("task-missing", starts.size() + " tasks of " + works.tasks()));
      return faults;
    }
    int end = 0;
    for (int j = 0; j < starts.size(); j++) {
      if (starts.get(j) < 0) {
        faults.add(new Fault("before-the-start", "task " + (j + 1) + " at " + starts.get(j)));
      }
      end = Math.max(end, starts.get(j) + works.durations()[j]);
      for (int before : works.after().get(j)) {
        int ends = starts.get(before) + works.durations()[before];
        if (ends > starts.get(j)) {
          faults.add(
              new Fault(
                  "too-early",
                  "task %d starts at %d, task %d ends at %d"
                      .formatted(j + 1, starts.get(j), before + 1, ends)));
        }
      }
    }
    for (int r = 0; r < works.crews().length; r++) {
      checkCrew(works, r, faults);
    }
    if (end != length) {
      faults.add(new Fault("wrong-length", "the last task ends at " + end + ", not " + length));
    }
    return faults;
  }

  private void checkCrew(Works works, int crew, List<Fault> faults) {
    TreeMap<Integer, Integer> changes = new TreeMap<>();
    for (int j = 0; j < starts.size(); j++) {
      if (works.durations()[j] > 0) {
        changes.merge(starts.get(j), works.needs()[j][crew], Integer::sum);
        changes.merge(starts.get(j) + works.durations()[j], -works.needs()[j][crew], Integer::sum);
      }
    }
    int busy = 0;
    for (var change : changes.entrySet()) {
      busy += change.getValue();
      if (busy > works.crews()[crew]) {
        faults.add(
            new Fault(
                "crew-short",
                "crew %d in period %d: %d needed of %d"
                    .formatted(crew + 1, change.getKey(), busy, works.crews()[crew])));
        return;
      }
    }
  }
}
