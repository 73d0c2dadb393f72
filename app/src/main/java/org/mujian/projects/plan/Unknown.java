package org.mujian.projects.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mujian.projects.plan.Question.Note;
import org.mujian.projects.plan.ZoneState.Candidate;
import org.mujian.projects.plan.ZoneState.Supply;

/** What the zone's records do not say and a plan therefore cannot know. */
final class Unknown {

  private Unknown() {}

  static void of(ZoneState state, PlanAsk ask, List<Note> notes) {
    Set<String> accounted =
        state.supplies().stream().map(Supply::factor).collect(Collectors.toSet());
    Set<String> needed = new TreeSet<>();
    state.candidates().forEach(candidate -> needed.addAll(candidate.needs().keySet()));
    for (String factor : needed) {
      if (!accounted.contains(factor)) {
        notes.add(Note.of("no-account", factor));
      }
    }
    for (Supply supply : state.supplies()) {
      int known = (int) supply.amounts().stream().takeWhile(a -> a != null).count();
      if (needed.contains(supply.factor()) && !supply.budget() && known < ask.quarters()) {
        notes.add(Note.of("no-supply", supply.name(), state.quarters().get(known).name()));
      }
    }
    lots(notes, "no-date", state, lot -> lot.on() == null);
    lots(notes, "no-use", state, lot -> lot.use() == ZoneState.Use.OTHER);
    lots(notes, "unrecognised", state, lot -> lot.chemical() && !state.chemicalAllowed());
    names(notes, "no-land", state, c -> c.landM2() == null);
    names(notes, "chemical-unknown", state, c -> c.chemical() == null && !c.started());
    names(notes, "no-output", state, c -> !c.started() && !c.amounts().containsKey(Measure.OUTPUT));
    names(notes, "own-small", state, c -> isOwnSmall(state, c));
    if (!state.aside().isEmpty()) {
      notes.add(Note.of("aside", state.aside().size(), String.join("、", state.aside())));
    }
  }

  private static void lots(
      List<Note> notes, String key, ZoneState state, Predicate<ZoneState.Lot> of) {
    List<String> numbers =
        state.lots().stream()
            .filter(ZoneState.Lot::free)
            .filter(of)
            .map(ZoneState.Lot::number)
            .toList();
    if (!numbers.isEmpty()) {
      notes.add(Note.of(key, numbers.size(), String.join("、", numbers)));
    }
  }

  private static void names(
      List<Note> notes, String key, ZoneState state, Predicate<Candidate> of) {
    List<String> names = state.candidates().stream().filter(of).map(Candidate::name).toList();
    if (!names.isEmpty()) {
      notes.add(Note.of(key, names.size(), String.join("、", names)));
    }
  }

  /** People reserved less than it says that it needs. */
  private static boolean isOwnSmall(ZoneState state, Candidate candidate) {
    return candidate.landM2() != null
        && !candidate.lots().isEmpty()
        && state.lots().stream()
                .filter(lot -> candidate.lots().contains(lot.id()))
                .map(ZoneState.Lot::areaM2)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .compareTo(candidate.landM2())
            < 0;
  }
}
