package org.mujian.projects.course;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a project's course, as data has it.
 *
 * @param place 1 for the first; null for a state beside the course (入库纳统)
 * @param batch its place among the batches (四个一批) that count entries, or null
 * @param needs kinds of evidence that an entry needs, all of them
 * @param needsCode whether the national project code must be known
 */
public record Stage(
    String code,
    String name,
    String nameEn,
    @Nullable Integer place,
    @Nullable Integer batch,
    List<String> needs,
    boolean needsCode) {

  public Stage {
    needs = List.copyOf(needs);
  }

  /** Its place in the course; 0 when it stands beside it. */
  public int order() {
    return place == null ? 0 : place;
  }
}
