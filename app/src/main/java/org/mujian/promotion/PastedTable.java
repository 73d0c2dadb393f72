package org.mujian.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mujian.chain.Atlas;
import org.mujian.chain.LeaderPull;
import org.mujian.chain.Link;

/**
 * An input-output table as it is pasted from Excel or written as CSV: a head line, then one line a
 * sector: name, GB/T 4754 codes that belong to it, deliveries to each sector, final use. What is
 * wrong is told with its line and column.
 */
record PastedTable(LeaderPull table, List<List<String>> codes) {

  private static final int MOST = 200;

  static PastedTable read(String text) {
    List<String[]> rows =
        text.lines().filter(line -> !line.isBlank()).map(PastedTable::cells).toList();
    int n = rows.size() - 1;
    if (n < 1) {
      throw new PullRefused("没有读到部门：第一行是表头，从第二行起每行一个部门");
    }
    if (n > MOST) {
      throw new PullRefused("有 " + n + " 个部门，最多 " + MOST + " 个");
    }
    List<String> sectors = new ArrayList<>();
    List<List<String>> codes = new ArrayList<>();
    double[][] flows = new double[n][n];
    double[] finalUse = new double[n];
    for (int i = 0; i < n; i++) {
      String[] row = rows.get(i + 1);
      if (row.length != n + 3) {
        throw new PullRefused(
            "第 "
                + (i + 2)
                + " 行有 "
                + row.length
                + " 格，应为 "
                + (n + 3)
                + " 格（名称、行业代码、"
                + n
                + " 个部门、最终使用）");
      }
      sectors.add(row[0]);
      codes.add(Arrays.stream(row[1].split("[ 、;；]+")).filter(c -> !c.isBlank()).toList());
      for (int j = 0; j < n; j++) {
        flows[i][j] = number(row[j + 2], i + 2, j + 3);
      }
      finalUse[i] = number(row[n + 2], i + 2, n + 3);
    }
    try {
      return new PastedTable(LeaderPull.by(sectors, flows, finalUse), List.copyOf(codes));
    } catch (IllegalArgumentException e) {
      throw new PullRefused(e.getMessage());
    }
  }

  private static String[] cells(String line) {
    String[] cells = line.split(line.indexOf('\t') >= 0 ? "\t" : ",", -1);
    return Arrays.stream(cells).map(String::strip).toArray(String[]::new);
  }

  private static double number(String cell, int line, int column) {
    if (cell.isEmpty() || cell.equals("-") || cell.equals("–")) {
      return 0;
    }
    try {
      double number = Double.parseDouble(cell.replace(" ", ""));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new PullRefused("第 " + line + " 行第 " + column + " 格“" + cell + "”不是数");
  }

  /** The sector of each link: the one with the longest code that a code of the link begins with. */
  Map<String, Integer> sectorsOf(Atlas atlas) {
    Map<String, Integer> sectors = new HashMap<>();
    for (Link link : atlas.links()) {
      int longest = 0;
      for (int s = 0; s < codes.size(); s++) {
        for (String code : codes.get(s)) {
          if (code.length() > longest && link.industries().getFirst().startsWith(code)) {
            longest = code.length();
            sectors.put(link.code(), s);
          }
        }
      }
    }
    return sectors;
  }
}
