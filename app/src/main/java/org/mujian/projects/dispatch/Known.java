package org.mujian.projects.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;

/**
 * A project as the table shows it.
 *
 * @param stage the stage's name
 * @param done this year, null when nothing is reported
 * @param problem the most urgent open one, or null
 */
public record Known(
    RowKey key,
    String name,
    String code,
    String enterprise,
    String stage,
    Money investment,
    @Nullable Money done,
    @Nullable Problem problem,
    String leader) {

  /** An open problem. */
  public record Problem(long id, String what, String lead, String support, LocalDate due) {}

  /** The cell as it is written into the table. */
  public String text(Column column) {
    return switch (column) {
      case KEY -> key.text();
      case NAME -> name;
      case CODE -> code;
      case ENTERPRISE -> enterprise;
      case STAGE -> stage;
      case INVESTMENT -> yi(investment);
      case DONE -> done == null ? "" : yi(done);
      case PROBLEM -> problem == null ? "" : problem.what();
      case LEAD -> problem == null ? "" : problem.lead();
      case SUPPORT -> problem == null ? "" : problem.support();
      case DUE -> problem == null ? "" : problem.due().toString();
      case LEADER -> leader;
    };
  }

  /** In the order of the columns; money as numbers, the due date as a date. */
  public List<@Nullable Object> cells() {
    return java.util.Arrays.stream(Column.values()).map(this::cell).toList();
  }

  private @Nullable Object cell(Column column) {
    return switch (column) {
      case INVESTMENT -> investment.yi().stripTrailingZeros();
      case DONE -> done == null ? "" : done.yi().stripTrailingZeros();
      case DUE -> problem == null ? "" : problem.due();
      default -> text(column);
    };
  }

  private static String yi(Money money) {
    return money.yi().stripTrailingZeros().toPlainString();
  }
}
