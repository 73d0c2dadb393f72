package org.mujian.chain.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads enterprises from a CSV file in UTF-8 with a header. Columns are known by name: 经营范围 must be
 * there; 统一社会信用代码, 企业名称, 注册日期 and 注册资金 may. Bytes that are no UTF-8 become U+FFFD and end every
 * word.
 *
 * <p>The division is that of the registering authority, digits 3 to 8 of the credit code; 0 when it
 * has none. Capital is read from「100(万元人民币)」; in another currency it is unknown.
 */
public final class RegistryCsv {

  private static final Pattern CAPITAL = Pattern.compile("([\\d,.]+)\\s*\\(?（?万元?(人民币)?[)）]?");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{18}");

  /** Told of each enterprise. */
  @FunctionalInterface
  public interface Each {
    void take(Enterprise enterprise) throws IOException;
  }

  /**
   * @param wrongFields rows that had another number of fields than the header, and were left out
   * @param firstWrong the line of the first of them, or 0
   */
  public record Read(long rows, long wrongFields, int firstWrong) {}

  private final List<String> header;

  private RegistryCsv(List<String> header) {
    this.header = header;
  }

  /**
   * @throws IOException when the file cannot be read, or has no column 经营范围
   */
  public static Read read(InputStream in, Each each) throws IOException {
    CsvRows rows = new CsvRows(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<String> header = rows.next();
    if (header == null) {
      throw new IOException("文件是空的");
    }
    header = header.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    RegistryCsv csv = new RegistryCsv(header);
    if (!header.contains("经营范围")) {
      throw new IOException("没有“经营范围”一列，有的是：" + String.join("、", header));
    }
    long good = 0;
    long wrong = 0;
    int firstWrong = 0;
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      if (row.size() == header.size()) {
        each.take(csv.enterprise(row));
        good++;
      } else if (row.size() > 1 || !row.getFirst().isBlank()) {
        firstWrong = wrong++ == 0 ? rows.line() : firstWrong;
      }
    }
    return new Read(good, wrong, firstWrong);
  }

  private Enterprise enterprise(List<String> row) {
    String code = field(row, "统一社会信用代码").strip();
    boolean isCode = CODE.matcher(code).matches();
    return new Enterprise(
        isCode ? code : "",
        field(row, "企业名称"),
        field(row, "经营范围"),
        isCode ? number(code.substring(2, 8)) : 0,
        year(field(row, "注册日期")),
        yuan(field(row, "注册资金")));
  }

  private String field(List<String> row, String name) {
    int at = header.indexOf(name);
    return at < 0 ? "" : row.get(at);
  }

  private static int year(String date) {
    return date.length() < 4 ? 0 : number(date.substring(0, 4));
  }

  private static int number(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return 0;
      }
    }
    return Integer.parseInt(digits);
  }

  static long yuan(String capital) {
    Matcher found = CAPITAL.matcher(capital.strip());
    if (!found.matches()) {
      return -1;
    }
    try {
      return new java.math.BigDecimal(found.group(1).replace(",", ""))
          .movePointRight(4)
          .longValueExact();
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return -1;
    }
  }
}
