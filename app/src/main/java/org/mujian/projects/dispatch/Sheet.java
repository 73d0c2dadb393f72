package org.mujian.projects.dispatch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A returned table: its columns by their headers, its lines with the row numbers that people see.
 *
 * @param inWan the money columns whose header says 万元
 * @param strange headers that name no column: told, never dropped in silence
 */
public record Sheet(
    Map<Column, Integer> columns, List<Column> inWan, List<String> strange, List<Line> lines) {

  /** A row: its number in the file, and the cells of known columns. */
  public record Line(int row, Map<Column, String> cells) {

    /** The cell; empty when the column is missing or the cell is. */
    public String cell(Column column) {
      return cells.getOrDefault(column, "");
    }

    boolean has(Column column) {
      return cells.containsKey(column);
    }
  }

  /** The amount in a money cell, in the unit that the cell or its header says, else 亿元. */
  public java.util.Optional<org.mujian.units.Money> money(Line line, Column column) {
    return Cells.money(line.cell(column), inWan.contains(column));
  }

  /** The table has no header row that could be understood. */
  public static final class NotATable extends Exception {
    NotATable(String message) {
      super(message);
    }
  }

  /**
   * Finds the header among the first rows (titles and unit rows may stand above it) and reads what
   * follows; empty rows and 合计 rows are left out.
   */
  public static Sheet read(List<List<String>> rows) throws NotATable {
    int header =
        IntStream.range(0, Math.min(rows.size(), 10))
            .filter(
                i ->
                    columns(rows.get(i)).size() >= 3
                        && columns(rows.get(i)).containsKey(Column.NAME))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotATable(
                        "前 10 行里没有找到表头：至少要有「项目」和另外两列（如「行键」「阶段」「总投资(亿元)」）；请从导出的调度表连表头一起复制"));
    Map<Column, Integer> columns = columns(rows.get(header));
    List<String> headers = rows.get(header);
    List<Column> inWan =
        columns.keySet().stream()
            .filter(c -> c.isMoney() && headers.get(at(columns, c)).contains("万"))
            .toList();
    List<String> strange =
        headers.stream()
            .map(Cells::tidy)
            .filter(h -> !h.isEmpty() && Column.of(h).isEmpty())
            .toList();
    List<Line> lines = new ArrayList<>();
    for (int i = header + 1; i < rows.size(); i++) {
      Line line = line(i + 1, columns, rows.get(i));
      if (!line.cell(Column.NAME).isEmpty() || !line.cell(Column.KEY).isEmpty()) {
        if (!line.cell(Column.NAME).matches("合 ?计|总 ?计|小 ?计")) {
          lines.add(line);
        }
      }
    }
    return new Sheet(columns, inWan, strange, List.copyOf(lines));
  }

  private static int at(Map<Column, Integer> columns, Column column) {
    return java.util.Objects.requireNonNull(columns.get(column));
  }

  private static Line line(int row, Map<Column, Integer> columns, List<String> cells) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    columns.forEach(
        (column, at) -> values.put(column, at < cells.size() ? Cells.tidy(cells.get(at)) : ""));
    return new Line(row, Map.copyOf(values));
  }

  private static Map<Column, Integer> columns(List<String> header) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int i = 0; i < header.size(); i++) {
      int at = i;
      Column.of(header.get(i)).ifPresent(column -> columns.putIfAbsent(column, at));
    }
    return columns;
  }
}
