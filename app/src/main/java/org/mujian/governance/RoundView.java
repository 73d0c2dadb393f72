package org.mujian.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Chip;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/**
 * A round's page.
 *
 * @param own whether its scheme is ours and not the province's
 * @param note that it is frozen, and at what; or null
 * @param total points of the rows shown
 */
public record RoundView(
    long id,
    String href,
    String title,
    String scheme,
    String schemeHref,
    boolean own,
    boolean sample,
    String month,
    Light light,
    @Nullable String note,
    List<Goal> goals,
    List<Part> parts,
    List<Chip> months,
    List<Chip> chips,
    List<Row> rows,
    Totals total,
    String query,
    boolean mayFreeze,
    boolean mayRecord) {

  /** A number that matters, with what it means in small. */
  public record Goal(String name, Figure figure, String under) {}

  /**
   * A class or a bureau with its points.
   *
   * @param share of the points known, 0 to 100, for the meter
   */
  public record Part(
      String name,
      String href,
      String points,
      String known,
      String open,
      String lost,
      String share,
      int indicators,
      int red,
      int missing,
      String people) {}

  /** An indicator. */
  public record Row(
      String href,
      Light light,
      String code,
      String name,
      String unit,
      String bureau,
      Figure value,
      String target,
      String base,
      String points,
      Figure earned,
      String lost,
      String reason,
      @Nullable String record) {}

  /** Of the rows shown. */
  public record Totals(int rows, String points, String known, String lost, String open) {}
}
