package org.mujian.chain.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.NameSays;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;

/**
 * Reads enterprises from a CSV file in UTF-8 with a header. Columns are known by name: 经营范围 must be
 * there; 统一社会信用代码, 企业名称, 注册日期, 注册资金 and 行业代码 may. Bytes that are no UTF-8 become U+FFFD and end
 * every word.
 *
 * <p>The division is that of the registering authority, digits 3 to 8 of the credit code; 0 when it
 * has none. Capital is read from「100(万元人民币)」; in another currency it is unknown.
 */
public final class RegistryCsv {

  private static final int KEY = 0;
  private static final int NAME = 1;
  private static final int SCOPE = 2;
  private static final int YEAR = 3;
  private static final int CAPITAL = 4;
  private static final int INDUSTRY = 5;

  private static final Pattern TEN_THOUSANDS =
      Pattern.compile("([\\d,.]+)\\s*\\(?（?万元?(人民币)?[)）]?");
  private static final List<String> COLUMNS =
      List.of("统一社会信用代码", "企业名称", "经营范围", "注册日期", "注册资金", "行业代码");

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
    this.places = COLUMNS.stream().mapToInt(header::indexOf).toArray();
    if (places[SCOPE] < 0) {
      throw new IOException("没有“经营范围”一列，有的是：" + String.join("、", header));
    }
  }

  /**
   * @throws IOException when the file cannot be read, or has no column 经营范围
   */
  public static Read read(InputStream in, Each each) throws IOException {
    CsvRows rows = new CsvRows(in);
    return of(rows).read(rows, row -> each.take(row.enterprise()));
  }

  /**
   * The columns of a file.
   *
   * @param in from the file's beginning
   */
  public static RegistryCsv of(InputStream in) throws IOException {
    return of(new CsvRows(in));
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
    return rows(part, in, row -> each.take(row.enterprise()));
  }

  /** Told of each row. */
  @FunctionalInterface
  public interface EachRow {
    void take(RegistryRow row) throws IOException;
  }

  /** The same for who needs not all of each row. */
  public Read rows(CsvScan.Part part, InputStream in, EachRow each) throws IOException {
    CsvRows rows = new CsvRows(in, part.line());
    if (part.from() == 0) {
      rows.next();
    }
    return read(rows, each);
  }

  private Read read(CsvRows rows, EachRow each) throws IOException {
    Row row = new Row(rows);
    long good = 0;
    long wrong = 0;
    int firstWrong = 0;
    while (rows.advance()) {
      if (rows.fields() == header.size()) {
        each.take(row);
        good++;
      } else if (rows.fields() > 1 || !rows.text(0).isBlank()) {
        firstWrong = wrong++ == 0 ? rows.line() : firstWrong;
      }
    }
    return new Read(good, wrong, firstWrong);
  }

  /** A row of the file. */
  private final class Row implements RegistryRow {
    private final CsvRows rows;

    private Row(CsvRows rows) {
      this.rows = rows;
    }

    private String field(int column) {
      return places[column] < 0 ? "" : rows.text(places[column]);
    }

    @Override
    public @Nullable RowKey packedKey() {
      int column = places[KEY];
      if (column < 0) {
        return null;
      }
      RowKey key = RowKey.of(rows.bytes(), rows.start(column), rows.end(column));
      return key != null || rows.end(column) - rows.start(column) == Enterprise.KEY_BYTES
          ? key
          : RowKey.of(code(field(KEY)));
    }

    @Override
    public boolean mayHold(ScopeTagger tagger) {
      int column = places[SCOPE];
      return tagger.mayTag(rows.bytes(), rows.start(column), rows.end(column));
    }

    @Override
    public List<Tag> tags(ScopeTagger tagger) {
      return RegistryCsv.this.tags(tagger, this::field);
    }

    @Override
    public Enterprise enterprise() {
      return RegistryCsv.this.enterprise(this::field);
    }
  }

  private List<Tag> tags(ScopeTagger tagger, IntFunction<String> row) {
    return tagger.tag(
        row.apply(SCOPE), Industry.normal(row.apply(INDUSTRY)), () -> NameSays.of(row.apply(NAME)));
  }

  /**
   * A row that was read elsewhere.
   *
   * @param fields as many as the header has
   */
  public RegistryRow row(List<String> fields) {
    IntFunction<String> row = column -> places[column] < 0 ? "" : fields.get(places[column]);
    return new RegistryRow() {
      @Override
      public @Nullable RowKey packedKey() {
        return RowKey.of(code(row.apply(KEY)));
      }

      @Override
      public boolean mayHold(ScopeTagger tagger) {
        return true;
      }

      @Override
      public List<Tag> tags(ScopeTagger tagger) {
        return RegistryCsv.this.tags(tagger, row);
      }

      @Override
      public Enterprise enterprise() {
        return RegistryCsv.this.enterprise(row);
      }
    };
  }

  private Enterprise enterprise(IntFunction<String> row) {
    String code = code(row.apply(KEY));
    return new Enterprise(
        code,
        row.apply(NAME),
        row.apply(SCOPE),
        code.isEmpty() ? 0 : number(code.substring(2, 8)),
        year(row.apply(YEAR)),
        yuan(row.apply(CAPITAL)),
        Industry.normal(row.apply(INDUSTRY)));
  }

  private static String code(String field) {
    String code = field.strip();
    return isCode(code) ? code : "";
  }

  private static boolean isCode(String text) {
    return RowKey.of(text) != null;
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
    Matcher found = TEN_THOUSANDS.matcher(capital.strip());
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
