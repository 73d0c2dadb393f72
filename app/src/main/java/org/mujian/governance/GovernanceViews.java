package org.mujian.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Weights;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Panel;

/** What the room's pages show, besides {@link RoundView}. */
public final class GovernanceViews {

  private GovernanceViews() {}

  /**
   * The running round in short.
   *
   * @param own whether its scheme is ours and not the province's
   * @param worst the indicators that cost most
   */
  public record Running(
      String title,
      boolean own,
      String href,
      String month,
      Light light,
      List<RoundView.Goal> goals,
      List<RoundView.Part> bureaus,
      List<RoundView.Row> worst) {}

  /** A round in the list. */
  public record RoundLine(String title, String href, String scheme, String state, boolean sample) {}

  /** A scheme in the list. */
  public record SchemeLine(
      String title, String href, String points, int indicators, boolean own, boolean sample) {}

  /** A line of a scheme's own list. */
  public record SchemeRow(
      String part,
      String code,
      String name,
      String unit,
      String points,
      String rule,
      String target,
      String accrues,
      String measure,
      String bureau,
      String note) {}

  /** A class with what it declares and what its indicators come to. */
  public record SchemeSum(String code, String name, String declared, String sum, int indicators) {
    static SchemeSum of(Weights.Sum sum) {
      return new SchemeSum(
          sum.code(),
          sum.name(),
          Words.points(sum.declared()),
          Words.points(sum.sum()),
          sum.indicators());
    }
  }

  /** A cell that cannot be. */
  public record Fault(int row, String column, String text, String why) {}

  /**
   * What was understood of a table.
   *
   * @param fine whether it can be taken in
   * @param table the cells as text, to be sent again with the decision
   */
  public record Look(
      boolean fine,
      List<SchemeSum> parts,
      String sum,
      String declared,
      List<Fault> faults,
      List<String> ignored,
      List<String> refusals,
      List<SchemeRow> rows,
      String table) {}

  /** A month's approved figure with its fact. */
  public record Past(String period, String value, String href) {}

  /** A department with its people. */
  public record Group(String name, String duty, List<Person> people) {}

  /** A target of the year. */
  public record Target(String name, Figure reached, String wanted, @Nullable Light light) {}

  /** A room with its light. */
  public record Room(
      String title,
      String href,
      @Nullable String figure,
      String label,
      @Nullable Light light,
      List<Panel.Line> lines) {}

  /** What is overdue. */
  public record Late(String text, String note, String owner, String due, long days, String href) {}
}
