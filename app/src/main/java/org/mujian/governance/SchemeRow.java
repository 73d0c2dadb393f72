package org.mujian.governance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Rule;
import org.mujian.facts.Basis;
import org.mujian.governance.GovernanceViews.Fault;
import org.mujian.governance.SchemeSheet.Column;

/** Reads the cells of one row of a scheme's sheet; what cannot be becomes a fault of that cell. */
final class SchemeRow {

  private static final int LONGEST = 200;

  private static final Map<String, Basis> BASES =
      Map.of(
          "统计", Basis.STATISTICS,
          "税务", Basis.TAX,
          "财政", Basis.FINANCE,
          "海关", Basis.CUSTOMS,
          "商务", Basis.COMMERCE,
          "园区", Basis.ZONE,
          "企业", Basis.ENTERPRISE);

  private final int number;
  private final List<String> cells;
  private final Map<Column, Integer> at;
  private final List<Fault> faults;

  SchemeRow(int number, List<String> cells, Map<Column, Integer> at, List<Fault> faults) {
    this.number = number;
    this.cells = cells;
    this.at = at;
    this.faults = faults;
  }

  String text(Column column) {
    Integer index = at.get(column);
    return index == null || index >= cells.size() ? "" : cells.get(index).strip();
  }

  /** The first of the columns that is not blank. */
  String first(Column... columns) {
    for (Column column : columns) {
      if (!text(column).isEmpty()) {
        return text(column);
      }
    }
    return "";
  }

  @Nullable BigDecimal points() {
    return number(Column.POINTS, true);
  }

  /** Null when a cell is at fault. */
  @Nullable IndicatorDraft indicator() {
    int before = faults.size();
    String name = needed(Column.NAME);
    String unit = needed(Column.UNIT);
    BigDecimal points = number(Column.POINTS, true);
    if (points != null && points.signum() <= 0) {
      fault(Column.POINTS, "分值要大于 0");
    }
    BigDecimal target = number(Column.TARGET, false);
    Rule rule = rule();
    Basis basis = basis();
    boolean accrues = accrues();
    for (Column column : Column.values()) {
      if (text(column).length() > LONGEST) {
        fault(column, "最长 " + LONGEST + " 个字");
      }
    }
    if (points == null || rule == null || faults.size() > before) {
      return null;
    }
    String bureau = text(Column.BUREAU);
    return new IndicatorDraft(
        text(Column.CODE).isEmpty() ? "第" + number + "行" : text(Column.CODE),
        name,
        unit,
        points,
        rule,
        accrues,
        target,
        text(Column.MEASURE),
        basis,
        bureau.isEmpty() ? "未定" : bureau,
        text(Column.NOTE));
  }

  private String needed(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      fault(column, "不能为空");
    }
    return text;
  }

  private @Nullable BigDecimal number(Column column, boolean needed) {
    String text = text(column).replace(",", "").replace("，", "").replace("分", "");
    if (text.isEmpty()) {
      if (needed) {
        fault(column, "不能为空");
      }
      return null;
    }
    if (!text.matches("-?[0-9]{1,13}(\\.[0-9]{1,8})?")) {
      fault(column, "应是数字");
      return null;
    }
    return new BigDecimal(text);
  }

  private @Nullable Rule rule() {
    boolean lower = lower();
    String word = text(Column.RULE);
    try {
      return RuleTerms.read(
          word.isEmpty() ? lower ? "逆向" : "完成率" : word, text(Column.TERMS), lower);
    } catch (IllegalArgumentException e) {
      fault(Column.RULE, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private boolean lower() {
    return switch (text(Column.DIRECTION)) {
      case "", "正向", "正", "越高越好" -> false;
      case "逆向", "逆", "负向", "反向", "越低越好" -> true;
      default -> {
        fault(Column.DIRECTION, "写 正向 或 逆向");
        yield false;
      }
    };
  }

  private boolean accrues() {
    return switch (text(Column.ACCRUES)) {
      case "", "累计", "是", "年度累计" -> true;
      case "时点", "否", "期末" -> false;
      default -> {
        fault(Column.ACCRUES, "写 累计 或 时点");
        yield true;
      }
    };
  }

  private @Nullable Basis basis() {
    String text = text(Column.BASIS);
    Basis basis = BASES.get(text);
    if (basis == null && !text.isEmpty()) {
      fault(Column.BASIS, "写 统计、税务、财政、海关、商务、园区 或 企业");
    }
    return basis;
  }

  private void fault(Column column, String why) {
    faults.add(new Fault(number, column.title(), text(column), why));
  }
}
