package org.mujian.governance;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as a sheet: title rows, a header, merged class cells, subtotals (小计) and a total (合计).
 * What is not understood is said cell by cell; no column or row is dropped silently.
 */
final class SchemeSheet {

  static final int MOST_ROWS = 500;

  /** A column by the names that sheets give it. */
  enum Column {
    CLASS("类别", "一级指标", "分类", "指标类别"),
    CODE("编号", "序号", "指标编号"),
    NAME("指标名称", "指标", "二级指标", "三级指标", "考核指标"),
    UNIT("单位", "计量单位"),
    POINTS("分值", "权重", "满分", "标准分"),
    RULE("计分规则", "评分规则", "计分办法"),
    TERMS("规则参数", "参数"),
    DIRECTION("方向", "指标方向"),
    ACCRUES("统计方式", "累计", "累计或时点"),
    TARGET("目标值", "目标", "年度目标"),
    MEASURE("取数指标", "对应指标", "数据指标"),
    BASIS("口径", "数据口径"),
    BUREAU("责任部门", "责任单位", "责任局", "牵头部门"),
    NOTE("说明", "备注", "指标说明");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    String title() {
      return names.getFirst();
    }
  }

  /**
   * What was understood.
   *
   * @param ignored headers of columns that no name fits
   * @param total of the sheet's own total row, or null
   */
  record Found(
      List<SchemeDraft.ClassDraft> classes,
      List<GovernanceViews.Fault> faults,
      List<String> ignored,
      @Nullable BigDecimal total) {

    int indicators() {
      return classes.stream().mapToInt(c -> c.indicators().size()).sum();
    }
  }

  private static final Set<Column> NEEDED = Set.of(Column.NAME, Column.UNIT, Column.POINTS);
  private static final Set<String> SUBTOTAL = Set.of("小计", "类别合计", "分类小计");
  private static final Set<String> TOTAL = Set.of("合计", "总计", "总分");

  private final Map<Column, Integer> at = new EnumMap<>(Column.class);
  private final List<GovernanceViews.Fault> faults = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final Map<String, List<IndicatorDraft>> classes = new LinkedHashMap<>();
  private final Map<String, BigDecimal> declared = new LinkedHashMap<>();
  private @Nullable BigDecimal total;
  private String current = "";

  private SchemeSheet() {}

  /**
   * @param rows the cells, blank rows included
   * @throws GovernanceRefused when there is no header row, naming the columns that are needed
   */
  static Found read(List<List<String>> rows) {
    return new SchemeSheet().found(rows);
  }

  private Found found(List<List<String>> rows) {
    int header = header(rows);
    for (int i = header + 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.stream().anyMatch(cell -> !cell.isBlank())) {
        line(new SchemeRow(i + 1, row, at, faults));
      }
    }
    List<SchemeDraft.ClassDraft> drafts = new ArrayList<>();
    classes.forEach(
        (name, lines) ->
            drafts.add(
                new SchemeDraft.ClassDraft(
                    letter(drafts.size()),
                    name,
                    declared.getOrDefault(name, sum(lines)),
                    List.copyOf(lines))));
    if (drafts.isEmpty() && faults.isEmpty()) {
      throw new GovernanceRefused("表里只有表头，没有指标行");
    }
    return new Found(List.copyOf(drafts), List.copyOf(faults), List.copyOf(ignored), total);
  }

  private int header(List<List<String>> rows) {
    for (int i = 0; i < Math.min(20, rows.size()); i++) {
      Map<Column, Integer> found = columns(rows.get(i));
      if (found.keySet().containsAll(NEEDED)) {
        at.putAll(found);
        List<String> cells = rows.get(i);
        for (int c = 0; c < cells.size(); c++) {
          if (!cells.get(c).isBlank() && !found.containsValue(c)) {
            ignored.add(cells.get(c).strip());
          }
        }
        return i;
      }
    }
    throw new GovernanceRefused("没有找到表头：前 20 行里要有 指标名称、单位、分值 三列（责任部门、计分规则、目标值等可选）");
  }

  private static Map<Column, Integer> columns(List<String> cells) {
    Map<Column, Integer> found = new EnumMap<>(Column.class);
    for (int c = 0; c < cells.size(); c++) {
      String name = bare(cells.get(c));
      for (Column column : Column.values()) {
        if (column.names.contains(name)) {
          found.putIfAbsent(column, c);
        }
      }
    }
    return found;
  }

  /** Without units in parentheses and blanks: 分值（分） is 分值. */
  private static String bare(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC)
        .replaceAll("\\([^()]*\\)", "")
        .replaceAll("\\s", "");
  }

  private void line(SchemeRow row) {
    String group = row.text(Column.CLASS);
    String label = bare(row.first(Column.NAME, Column.CODE, Column.CLASS));
    if (TOTAL.contains(label)) {
      total = row.points();
      return;
    }
    if (SUBTOTAL.contains(label)) {
      BigDecimal points = row.points();
      if (points != null) {
        declared.put(current, points);
      }
      return;
    }
    if (!group.isEmpty()) {
      current = group;
    }
    IndicatorDraft read = row.indicator();
    if (read != null) {
      classes
          .computeIfAbsent(current.isEmpty() ? "全部指标" : current, c -> new ArrayList<>())
          .add(read);
    }
  }

  private static BigDecimal sum(List<IndicatorDraft> lines) {
    return lines.stream().map(IndicatorDraft::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A, B … Z, then A2: classes are few. */
  private static String letter(int index) {
    String letter = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? letter : letter + (index / 26 + 1);
  }
}
