package org.mujian.chain.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.TableRefused;
import org.mujian.chain.registry.CsvRows;

/**
 * Input-output tables and sectors of links as CSV.
 *
 * <p>A table is square (a header of a first word, the sectors and one or more columns of final
 * demand; a row for each sector) or long (供给部门,使用部门,金额: one row for each flow, 最终需求 as user).
 * Columns of final demand begin with 最终需求 or "final".
 */
public final class TableCsv {

  private static final List<List<String>> LONG =
      List.of(List.of("供给部门", "使用部门", "金额"), List.of("from", "to", "amount"));

  private TableCsv() {}

  /**
   * @throws TableRefused in words, with the line, for what is no table
   */
  public static InputOutput read(Reader csv) throws IOException {
    CsvRows rows = rows(csv);
    List<String> header = next(rows);
    if (header == null) {
      throw new TableRefused("文件是空的");
    }
    return LONG.contains(header) ? readLong(rows) : readSquare(header, rows);
  }

  private static CsvRows rows(Reader csv) throws IOException {
    StringWriter text = new StringWriter();
    csv.transferTo(text);
    return new CsvRows(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static @org.jspecify.annotations.Nullable List<String> next(CsvRows rows)
      throws IOException {
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      if (row.size() > 1 || !row.getFirst().isBlank()) {
        return row.stream().map(it -> it.replace("\uFEFF", "").strip()).toList();
      }
    }
    return null;
  }

  private static boolean isFinal(String name) {
    return name.startsWith("最终需求") || name.toLowerCase(java.util.Locale.ROOT).startsWith("final");
  }

  private static InputOutput readSquare(List<String> header, CsvRows rows) throws IOException {
    List<String> sectors = new ArrayList<>();
    List<List<String>> all = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (List<String> row = next(rows); row != null; row = next(rows)) {
      if (row.size() != header.size()) {
        throw new TableRefused(
            "第 " + rows.line() + " 行有 " + row.size() + " 列，表头有 " + header.size() + " 列");
      }
      if (sectors.contains(row.getFirst())) {
        throw new TableRefused("第 " + rows.line() + " 行的部门“" + row.getFirst() + "”重复");
      }
      sectors.add(row.getFirst());
      all.add(row);
      lines.add(rows.line());
    }
    Sparse.Builder flows = new Sparse.Builder(sectors.size());
    double[] demand = new double[sectors.size()];
    int[] places = places(header, sectors);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 1; j < header.size(); j++) {
        double amount = number(all.get(i).get(j), lines.get(i));
        if (places[j] < 0) {
          demand[i] += amount;
        } else {
          flows.add(i, places[j], amount);
        }
      }
    }
    return new InputOutput(sectors, flows.build(), demand);
  }

  /** By column: its sector, or -1 for final demand. */
  private static int[] places(List<String> header, List<String> sectors) {
    int[] places = new int[header.size()];
    Set<String> seen = new HashSet<>();
    for (int j = 1; j < places.length; j++) {
      String name = header.get(j);
      places[j] = sectors.indexOf(name);
      if (places[j] < 0 && !isFinal(name)) {
        throw new TableRefused("列“" + name + "”既不是部门（没有这一行），也不是“最终需求…”");
      }
      if (places[j] >= 0 && !seen.add(name)) {
        throw new TableRefused("列“" + name + "”重复");
      }
    }
    for (String sector : sectors) {
      if (!seen.contains(sector)) {
        throw new TableRefused("部门“" + sector + "”有行而没有列");
      }
    }
    return places;
  }

  private record Flow(int from, int to, double amount) {}

  private static InputOutput readLong(CsvRows rows) throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Flow> flows = new ArrayList<>();
    for (List<String> row = next(rows); row != null; row = next(rows)) {
      if (row.size() != 3) {
        throw new TableRefused("第 " + rows.line() + " 行有 " + row.size() + " 列，表头有 3 列");
      }
      int from = numbers.computeIfAbsent(row.get(0), x -> numbers.size());
      int to = isFinal(row.get(1)) ? -1 : numbers.computeIfAbsent(row.get(1), x -> numbers.size());
      flows.add(new Flow(from, to, number(row.get(2), rows.line())));
    }
    Sparse.Builder matrix = new Sparse.Builder(numbers.size());
    double[] demand = new double[numbers.size()];
    for (Flow flow : flows) {
      if (flow.to < 0) {
        demand[flow.from] += flow.amount;
      } else {
        matrix.add(flow.from, flow.to, flow.amount);
      }
    }
    return new InputOutput(List.copyOf(numbers.keySet()), matrix.build(), demand);
  }

  private static double number(String text, int line) {
    String plain = text.replace(",", "").replace(" ", "");
    if (plain.isEmpty() || plain.equals("-")) {
      return 0;
    }
    try {
      double number = Double.parseDouble(plain);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new TableRefused("第 " + line + " 行的“" + text + "”不是数");
  }

  /**
   * Which sector each link belongs to: two columns, 环节 and 部门, with a header.
   *
   * @throws TableRefused for a link or a sector that does not exist
   */
  public static Map<String, Integer> sectors(Reader csv, Atlas atlas, InputOutput table)
      throws IOException {
    CsvRows rows = rows(csv);
    next(rows);
    Map<String, Integer> sectors = new HashMap<>();
    for (List<String> row = next(rows); row != null; row = next(rows)) {
      int sector = row.size() < 2 ? -1 : table.sectors().indexOf(row.get(1));
      if (sector < 0 || atlas.find(row.getFirst()).isEmpty()) {
        throw new TableRefused("对照表第 " + rows.line() + " 行的环节或部门不存在：" + String.join("，", row));
      }
      sectors.put(row.getFirst(), sector);
    }
    return sectors;
  }

  /**
   * The same by industry codes: a sector whose name begins with a code of GB/T 4754 takes the links
   * whose first industry begins with it; the longest wins.
   */
  public static Map<String, Integer> sectors(Atlas atlas, InputOutput table) {
    Map<String, Integer> sectors = new HashMap<>();
    for (Link link : atlas.links()) {
      int longest = 0;
      for (int sector = 0; sector < table.sectors().size(); sector++) {
        String code = code(table.sectors().get(sector));
        boolean begins =
            !link.industries().isEmpty() && link.industries().getFirst().startsWith(code);
        if (begins && code.length() > longest) {
          longest = code.length();
          sectors.put(link.code(), sector);
        }
      }
    }
    return sectors;
  }

  private static String code(String sector) {
    int end = 0;
    while (end < sector.length() && end < 5 && isCode(sector.charAt(end), end)) {
      end++;
    }
    return sector.substring(0, end);
  }

  private static boolean isCode(char c, int at) {
    return at == 0 ? c >= 'A' && c <= 'T' : c >= '0' && c <= '9';
  }
}
