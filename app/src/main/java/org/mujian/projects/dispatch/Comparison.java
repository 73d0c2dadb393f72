package org.mujian.projects.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;

/**
 * Compares a returned table with what is known.
 *
 * @param stageRefusal why the project may not enter the stage so named, or null when it may
 */
public record Comparison(String zone, LocalDate today, StageRefusal stageRefusal) {

  private static final BigDecimal JUMP = BigDecimal.valueOf(100);

  /** Asks the stage rules. */
  @FunctionalInterface
  public interface StageRefusal {
    @Nullable String of(long project, String stageName);
  }

  /** One outcome per returned row, in the file's order, then those that did not come back. */
  public List<Outcome> compare(List<Known> known, Sheet sheet) {
    Map<Long, Known> byProject =
        known.stream().collect(Collectors.toMap(k -> k.key().project(), Function.identity()));
    Set<Long> seen = new HashSet<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Sheet.Line line : sheet.lines()) {
      outcomes.add(outcome(line, sheet, known, byProject, seen));
    }
    known.stream()
        .filter(project -> !seen.contains(project.key().project()))
        .map(Outcome.Absent::new)
        .forEach(outcomes::add);
    return outcomes;
  }

  private Outcome outcome(
      Sheet.Line line, Sheet sheet, List<Known> known, Map<Long, Known> byProject, Set<Long> seen) {
    String text = line.cell(Column.KEY);
    if (text.isEmpty()) {
      return new Outcome.Unknown(line, Resemblance.of(line, known));
    }
    Optional<RowKey> key = RowKey.parse(text);
    if (key.isEmpty()) {
      return refused(line, "行键「" + text + "」被改过，认不出是哪个项目；恢复原行键，或清空它再带回");
    }
    Known project = key.get().zone().equals(zone) ? byProject.get(key.get().project()) : null;
    if (project == null) {
      return refused(line, "行键「" + text + "」不属于本园区的项目，这一行不作任何改动");
    }
    if (!seen.add(project.key().project())) {
      return refused(line, "「" + project.name() + "」在表里出现了两次，以第一次为准");
    }
    List<Change> changes = changes(line, sheet, project, key.get());
    return changes.isEmpty()
        ? new Outcome.Same(line, project)
        : new Outcome.Changed(
            line, project, changes, key.get().version() != project.key().version());
  }

  private static Outcome refused(Sheet.Line line, String reason) {
    return new Outcome.Refused(line, reason);
  }

  /** The differences of a line that is known to be about {@code project}. */
  public List<Change> changes(Sheet.Line line, Sheet sheet, Known project) {
    return changes(line, sheet, project, project.key());
  }

  private List<Change> changes(Sheet.Line line, Sheet sheet, Known project, RowKey key) {
    List<Change> changes = new ArrayList<>();
    for (Column column : Column.values()) {
      if (line.has(column)) {
        change(column, line, sheet, project).ifPresent(changes::add);
      }
    }
    boolean aboutAnother =
        key.problem() != (project.problem() == null ? 0 : project.problem().id());
    return aboutAnother ? changes.stream().map(this::otherProblem).toList() : changes;
  }

  /** The problem that went out is no longer the one shown: a change would hit the wrong one. */
  private Change otherProblem(Change change) {
    return switch (change.column()) {
      case PROBLEM, LEAD, SUPPORT, DUE ->
          Change.refused(
              change.column(), change.before(), change.after(), "导出之后此项目的问题已变动，请在项目页上修改");
      default -> change;
    };
  }

  private Optional<Change> change(Column column, Sheet.Line line, Sheet sheet, Known project) {
    String before = project.text(column);
    String after = line.cell(column);
    if (column == Column.KEY || same(before, after)) {
      return Optional.empty();
    }
    if (after.isEmpty() || after.equals("–") || after.equals("-")) {
      return before.isEmpty()
          ? Optional.empty()
          : Optional.of(Change.refused(column, before, "", "留空不删除原值；要删除请在项目页上修改"));
    }
    return switch (column) {
      case CODE, ENTERPRISE -> Optional.of(Change.refused(column, before, after, "此列在项目页上修改"));
      case STAGE -> Optional.of(stage(project, before, after));
      case INVESTMENT ->
          money(column, project.investment(), before, after, sheet.inWan().contains(column));
      case DONE -> money(column, project.done(), before, after, sheet.inWan().contains(column));
      case DUE -> due(project, line, before, after);
      case PROBLEM -> Optional.of(problem(project, line, before, after));
      case LEAD, SUPPORT -> Optional.of(beside(project, line, column, before, after));
      default -> Optional.of(Change.ready(column, before, after));
    };
  }

  private static boolean same(String before, String after) {
    return Cells.plain(before).equals(Cells.plain(after));
  }

  private Change stage(Known project, String before, String after) {
    String why = stageRefusal.of(project.key().project(), after);
    return why == null
        ? Change.ready(Column.STAGE, before, after)
        : Change.refused(Column.STAGE, before, after, why);
  }

  private static Optional<Change> money(
      Column column, @Nullable Money old, String before, String after, boolean inWan) {
    Optional<Money> read = Cells.money(after, inWan);
    if (read.isEmpty()) {
      return Optional.of(
          Change.refused(column, before, after, "「" + after + "」不是金额：写成 3.2 或 3200 万元"));
    }
    if (old != null && read.get().compareTo(old) == 0) {
      return Optional.empty();
    }
    String shown = read.get().yi().stripTrailingZeros().toPlainString();
    return Optional.of(
        jumps(old, read.get())
            ? new Change(
                column,
                before,
                shown,
                Change.State.ASK_UNIT,
                "跳了 " + times(old, read.get()) + " 倍：单位是万元还是亿元？")
            : Change.ready(column, before, shown));
  }

  private static boolean jumps(@Nullable Money old, Money now) {
    if (old == null || old.yuan().signum() == 0 || now.yuan().signum() == 0) {
      return false;
    }
    return now.yuan().compareTo(old.yuan().multiply(JUMP)) >= 0
        || old.yuan().compareTo(now.yuan().multiply(JUMP)) >= 0;
  }

  private static String times(@Nullable Money old, Money now) {
    BigDecimal from = java.util.Objects.requireNonNull(old).yuan();
    BigDecimal larger = from.max(now.yuan());
    return larger.divide(from.min(now.yuan()), 0, RoundingMode.HALF_UP).toPlainString();
  }

  private Optional<Change> due(Known project, Sheet.Line line, String before, String after) {
    Optional<LocalDate> day = Cells.date(after, today);
    if (day.isEmpty()) {
      return Optional.of(
          Change.refused(Column.DUE, before, after, "「" + after + "」不是日期：写成 2026-04-03 或 4月3日"));
    }
    return day.get().toString().equals(before)
        ? Optional.empty()
        : Optional.of(beside(project, line, Column.DUE, before, day.get().toString()));
  }

  /** A column beside the problem means nothing without one. */
  private Change beside(
      Known project, Sheet.Line line, Column column, String before, String after) {
    return project.problem() == null && !isNewProblem(line)
        ? Change.refused(column, before, after, "新问题要有事项、牵头和时限")
        : Change.ready(column, before, after);
  }

  private boolean isNewProblem(Sheet.Line line) {
    String what = line.cell(Column.PROBLEM);
    return !what.isEmpty()
        && !Struck.isSaid(what)
        && !line.cell(Column.LEAD).isEmpty()
        && Cells.date(line.cell(Column.DUE), today).isPresent();
  }

  private Change problem(Known project, Sheet.Line line, String before, String after) {
    if (Struck.isSaid(after)) {
      if (project.problem() == null) {
        return Change.refused(Column.PROBLEM, before, after, "此项目没有待销号的问题");
      }
      return Struck.evidence(after).isEmpty()
          ? Change.refused(Column.PROBLEM, before, after, "销号要写依据，例如：已销号(意见书 14 号)")
          : Change.ready(Column.PROBLEM, before, after);
    }
    return beside(project, line, Column.PROBLEM, before, after);
  }

  /** The money that an answered question or a ready cell means; {@code asWan} answers it. */
  public static Money amount(String shownYi, boolean asWan) {
    BigDecimal number = new BigDecimal(shownYi);
    return asWan ? Money.ofWan(number) : Money.ofYi(number);
  }
}
