package org.mujian.clusters;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/** What this room's templates show, ready in the page's language. */
public final class Shown {

  private Shown() {}

  /**
   * A cluster in the list.
   *
   * @param reported how many of its members reported the month, as 11 / 14
   * @param year growth of output on the year before, or ""
   */
  public record Line(
      Cluster cluster,
      String href,
      Light light,
      String reported,
      Map<Item, Figure> sums,
      String year,
      Figure cr4,
      Figure hhi,
      Figure share,
      Figure quotient) {}

  /** A month of a cluster. */
  public record Month(
      String month,
      String href,
      boolean on,
      String reported,
      Map<Item, Figure> sums,
      String year,
      String before) {}

  /** A link of the cluster with the members that stand in it; the last may be no link at all. */
  public record Box(String name, String chain, @Nullable String href, List<Who> members) {}

  /**
   * A member with its month.
   *
   * @param share of the cluster's output in %, or ""
   * @param report where its report is seen or put in; null for who may not
   */
  public record Who(
      Member member,
      String name,
      String href,
      boolean reported,
      Map<Item, String> values,
      String share,
      String place,
      @Nullable String report) {}

  /** A bar of the chart, in its own units from 0 to 100. */
  public record Bar(int x, int y, int height, String month, String text, boolean whole) {}

  /** An enterprise and its report of the month; null when it did not report. */
  public record ReportLine(
      long enterpriseId,
      String name,
      String href,
      String clusters,
      @Nullable Report report,
      String edit) {}

  /** Of a select. */
  public record Choice(String value, String text) {}
}
