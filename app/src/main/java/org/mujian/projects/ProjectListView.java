package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Chip;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/**
 * The room's list.
 *
 * @param goals the year's numbers, each with its source
 * @param total investment of the rows shown, in 亿元
 */
public record ProjectListView(
    List<Goal> goals,
    List<Chip> chips,
    List<Row> rows,
    int all,
    String total,
    String done,
    boolean mayWrite) {

  /** A number of the year with its light. */
  public record Goal(String name, Figure figure, @Nullable Light light) {}

  /**
   * One project.
   *
   * @param overdue how it is late, or empty
   */
  public record Row(
      long id,
      String href,
      Light light,
      String name,
      String code,
      String stage,
      String investment,
      Figure done,
      String problem,
      String lead,
      String due,
      String overdue,
      String leader) {}
}
