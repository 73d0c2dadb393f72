package org.mujian.governance;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.ProjectCounts;
import org.mujian.projects.ProjectCounts.Batch;
import org.mujian.projects.ProjectCounts.Count;
import org.springframework.stereotype.Component;

/**
 * Values that another room counts from its own rows, so that nobody types them again: starts and
 * completions. An approved figure of the same measure goes before the count.
 */
@Component
class CountedValues {

  /** By the measure that means the same. */
  private static final Map<String, Batch> BATCHES =
      Map.of("projects-started", Batch.STARTED, "projects-completed", Batch.COMPLETED);

  /**
   * A count.
   *
   * @param code of the batch, which is also its place on the page that lists what was counted
   */
  record Counted(String code, int reached) {}

  /** The counts of a year. */
  record Year(Map<Batch, List<Count>> counts) {

    /** Null for what nobody counts, and for months to come. */
    @Nullable Counted find(StoredScheme.Line line, YearMonth month) {
      Batch batch = batch(line);
      if (batch == null) {
        return null;
      }
      for (Count count : counts.getOrDefault(batch, List.of())) {
        Integer reached = count.reached();
        if (count.month().equals(month) && reached != null) {
          return new Counted(batch.code(), reached);
        }
      }
      return null;
    }
  }

  private static @Nullable Batch batch(StoredScheme.Line line) {
    return line.accrues() ? BATCHES.get(line.measure()) : null;
  }

  private final ProjectCounts projects;

  CountedValues(ProjectCounts projects) {
    this.projects = projects;
  }

  /** Asks the other room only when the scheme has an indicator for it. */
  Year read(long zone, StoredScheme scheme, int year) {
    boolean asked = scheme.lines().stream().anyMatch(line -> batch(line) != null);
    return new Year(asked ? projects.year(zone, year) : Map.of());
  }
}
