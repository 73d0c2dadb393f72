package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;

/** A returned dispatch table beside what is known. */
public record DispatchView(
    long id,
    String name,
    boolean waits,
    List<Row> rows,
    List<Asked> asked,
    List<String> refused,
    List<String> absent,
    List<String> strange,
    int same,
    int ready,
    List<String> outcome) {

  /** A known project with differences. */
  public record Row(
      int row,
      long project,
      String name,
      String code,
      @Nullable Light light,
      boolean stale,
      boolean selectable,
      List<Cell> cells) {}

  /**
   * @param question the name of the form field that answers it, or null
   */
  public record Cell(
      String column,
      String before,
      String after,
      String reason,
      boolean ready,
      @Nullable String question) {}

  /** A row without key. */
  public record Asked(int row, String name, String enterprise, List<Like> like) {}

  public record Like(long project, String name, String why) {}
}
