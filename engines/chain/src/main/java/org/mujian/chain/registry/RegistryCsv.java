package org.mujian.chain.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads enterprises from a CSV file in UTF-8 with a header. Columns are known by name: 经营范围 must be
 * there; 统一社会信用代码, 企业名称, 注册日期, 注册资金 and 行业代码 may. Bytes that are no UTF-8 become U+FFFD and end
 * every word.
 *
 * <p>The division is that of the registering authority, digits 3 to 8 of the credit code; 0 when it
 * has none. Capital is read from「100(万元人民币)」; in another currency it is unknown.
 */
public final class RegistryCsv {

  private static final Pattern CAPITAL = Pattern.compile("([\\d,.]+)\\s*\\(?（?万元?(人民币)?[)）]?");
  private static final String SCOPE = "经营范围";

  private static final List<String> COLUMNS =
      List.of("统一社会信用代码", "企业名称", SCOPE, "注册日期", "注册资金", "行业代码");

  /** Told of each enterprise. */
  @FunctionalInterface
  public interface Each {
    void take(Enterprise enterprise) throws IOException;
  }

  /**
   * @param wrongFields rows that had another number of fields than the header, and were left out
   * @param firstWrong the line of the first of them, or 0
   */
  public record Read(long rows, long wrongFields, int firstWrong) implements Serializable {

    /** This part of a file and the next. */
    public Read and(Read next) {
      return new Read(
          rows + next.rows,
          wrongFields + next.wrongFields,
          firstWrong == 0 ? next.firstWrong : firstWrong);
    }
  }

  private final List<String> header;
  private final int[] places;

  /**
   * @throws IOException when there is no column 经营范围
   */
  private RegistryCsv(List<String> header) throws IOException {
    this.header = header;
    if (!header.contains(SCOPE)) {
      throw new IOException("没有“经营范围”一列，有的是：" + String.join("、", header));
    }
    this.places = COLUMNS.stream().mapToInt(header::indexOf).toArray();
  }

  /**
   * @throws IOException when the file cannot be read, or has no column 经营范围
   */
  public static Read read(InputStream in, Each each) throws IOException {
    CsvRows rows = rows(in, 1);
    RegistryCsv csv = of(rows);
    return csv.read(rows, row -> each.take(csv.enterprise(row)));
  }

  /**
   * The columns of a file.
   *
   * @param in from the file's beginning
   */
  public static RegistryCsv of(InputStream in) throws IOException {
    return of(rows(in, 1));
  }

  private static RegistryCsv of(CsvRows rows) throws IOException {
    List<String> header = rows.next();
    if (header == null) {
      throw new IOException("文件是空的");
    }
    return new RegistryCsv(
        header.stream().map(name -> name.replace("\uFEFF", "").strip()).toList());
  }

  /** Knows columns by their names, wherever they come from. */
  public static RegistryCsv of(List<String> header) throws IOException {
    return new RegistryCsv(List.copyOf(header));
  }

  public List<String> header() {
    return header;
  }

  /**
   * One part of a file; the header stands in the first.
   *
   * @param in its bytes and no more
   */
  public Read read(CsvScan.Part part, InputStream in, Each each) throws IOException {
    return read(rows(part, in), row -> each.take(enterprise(row)));
  }

  /** Told of each credit code, empty where there is none. */
  @FunctionalInterface
  public interface EachKey {
    void take(String key) throws IOException;
  }

  /** The credit codes alone. */
  public Read keys(CsvScan.Part part, InputStream in, EachKey each) throws IOException {
    return read(rows(part, in), row -> each.take(key(row)));
  }

  private static CsvRows rows(CsvScan.Part part, InputStream in) throws IOException {
    CsvRows rows = rows(in, part.line());
    if (part.from() == 0) {
      rows.next();
    }
    return rows;
  }

  private interface EachRow {
    void take(List<String> row) throws IOException;
  }

  private static CsvRows rows(InputStream in, int line) {
    return new CsvRows(new InputStreamReader(in, StandardCharsets.UTF_8), line);
  }

  private Read read(CsvRows rows, EachRow each) throws IOException {
    long good = 0;
    long wrong = 0;
    int firstWrong = 0;
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      if (row.size() == header.size()) {
        each.take(row);
        good++;
      } else if (row.size() > 1 || !row.getFirst().isBlank()) {
        firstWrong = wrong++ == 0 ? rows.line() : firstWrong;
      }
    }
    return new Read(good, wrong, firstWrong);
  }

  /**
   * @param row as many fields as the header has
   */
  public Enterprise enterprise(List<String> row) {
    String code = key(row);
    return new Enterprise(
        code,
        field(row, 1),
        field(row, 2),
        code.isEmpty() ? 0 : number(code.substring(2, 8)),
        year(field(row, 3)),
        yuan(field(row, 4)),
        Industry.normal(field(row, 5)));
  }

  private String key(List<String> row) {
    String code = field(row, 0).strip();
    return isCode(code) ? code : "";
  }

  private String field(List<String> row, int column) {
    return places[column] < 0 ? "" : row.get(places[column]);
  }

  private static boolean isCode(String text) {
    if (text.length() != Enterprise.KEY_BYTES) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
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
    if (capital.isEmpty()) {
      return -1;
    }
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
