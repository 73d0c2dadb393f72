package org.mujian.promotion.pull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.GoodRows;
import org.mujian.documents.ImportKind;
import org.mujian.documents.Unnamed;
import org.mujian.identity.Account;
import org.mujian.jobs.JobRefused;
import org.mujian.promotion.Rights;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * An input-output table as statistics bureaus print it: a row and a column for each sector. The
 * columns of the sectors bear their names; every one needs its row, or nothing is written.
 */
@Component
class IoImport implements ImportKind {

  static final String ID = "input-output";

  static final int MOST = 200;

  private static final int NAME = 0;
  private static final int CODES = 1;
  private static final int FINAL = 2;
  private static final int BETWEEN = 3;
  private static final int TOTAL = 4;
  private static final int YEAR = 5;
  private static final int SOURCE = 6;
  private static final int FLOWS = 7;

  private static final Pattern CODE = Pattern.compile("[A-T]\\d{0,4}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
  private static final Pattern YEARS = Pattern.compile("(19[5-9]|20\\d|21\\d)\\d年?");
  private static final Set<String> NOTHING = Set.of("-", "--", "—", "——", "–", "/");

  /** Printed tables round each cell: sums may differ by that, in parts of the total. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.005");

  private static final List<Column> COLUMNS =
      List.of(
          column("sector", true, IoImport::text, "部门", "部门名称", "产业部门", "产品部门", "Sector"),
          column("codes", false, IoImport::codes, "行业代码", "部门代码", "代码", "Industry codes"),
          column("final", true, IoImport::number, "最终使用", "最终使用合计", "最终需求", "最终需求合计", "Final use"),
          column(
              "between", false, IoImport::number, "中间使用合计", "中间使用", "中间需求合计", "Intermediate use"),
          column("total", false, IoImport::number, "总产出", "总产出合计", "Total output"),
          column("year", false, IoImport::year, "年份", "表的年份", "Year"),
          column("source", false, IoImport::text, "来源", "数据来源", "Source"));

  private final IoTables tables;
  private final GoodRows good;

  IoImport(IoTables tables, GoodRows good) {
    this.tables = tables;
    this.good = good;
  }

  private static Column column(String key, boolean required, CellReader reader, String... names) {
    return new Column(key, List.of(names), required, reader);
  }

  private static Cell text(String text) {
    return text.length() > 200 ? new Cell.Fault("io-text-long") : new Cell.Value(text);
  }

  private static Cell codes(String text) {
    List<String> codes = split(text);
    return codes.stream().allMatch(code -> CODE.matcher(code).matches())
        ? new Cell.Value(String.join(" ", codes))
        : new Cell.Fault("io-code-unreadable");
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split("[\\s、,，;；]+")).filter(code -> !code.isEmpty()).toList();
  }

  private static Cell number(String text) {
    if (NOTHING.contains(text)) {
      return new Cell.Value(null);
    }
    String plain = text.replace(",", "").replace("，", "").replace(" ", "");
    return NUMBER.matcher(plain).matches()
        ? new Cell.Value(plain)
        : new Cell.Fault("io-number-unreadable");
  }

  private static Cell year(String text) {
    return YEARS.matcher(text).matches()
        ? new Cell.Value(text.substring(0, 4))
        : new Cell.Fault("io-year-unreadable");
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String titleKey() {
    return "promotion.io.import";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public CellReader unnamed() {
    return IoImport::number;
  }

  @Override
  public long targetZone(Account account, long zone) {
    long target = zone == Scope.PROVINCE ? account.zoneId() : zone;
    if (target == Scope.PROVINCE || !Rights.mayWork(account, target)) {
      throw new AccessDeniedException("导入投入产出表需要本园区招商科、领导或管理员的账号");
    }
    return target;
  }

  @Override
  public RowRule rowRule(long zone) {
    Set<String> seen = new HashSet<>();
    return row -> findFault(row, seen);
  }

  private static @Nullable RowFault findFault(List<@Nullable String> row, Set<String> seen) {
    String name = Objects.requireNonNull(row.get(NAME));
    Map<String, String> flows = flows(row);
    if (!flows.containsKey(name)) {
      return new RowFault("sector", "io-no-column");
    }
    if (!seen.add(name)) {
      return new RowFault("sector", "io-twice");
    }
    BigDecimal between =
        flows.values().stream().map(IoImport::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    String given = row.get(BETWEEN);
    if (given != null && differ(new BigDecimal(given), between)) {
      return new RowFault("between", "io-between-differs");
    }
    String total = row.get(TOTAL);
    BigDecimal sum = between.add(decimal(Objects.requireNonNull(row.get(FINAL))));
    return total != null && differ(new BigDecimal(total), sum)
        ? new RowFault("total", "io-total-differs")
        : null;
  }

  private static boolean differ(BigDecimal given, BigDecimal sum) {
    BigDecimal off = given.subtract(sum).abs();
    return off.compareTo(given.abs().multiply(ROUNDING).max(BigDecimal.ONE)) > 0;
  }

  private static Map<String, String> flows(List<@Nullable String> row) {
    return Unnamed.read(Objects.requireNonNullElse(row.get(FLOWS), ""));
  }

  private static BigDecimal decimal(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  @Override
  public Committed commit(Staged staged) {
    List<List<@Nullable String>> rows = good.list(staged);
    List<String> names = rows.stream().map(row -> Objects.requireNonNull(row.get(NAME))).toList();
    refuseUnlessSquare(names, rows);
    List<IoTable.Sector> sectors = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      Map<String, String> flows = flows(row);
      sectors.add(
          new IoTable.Sector(
              Objects.requireNonNull(row.get(NAME)),
              split(Objects.requireNonNullElse(row.get(CODES), "")),
              names.stream().map(name -> decimal(Objects.requireNonNull(flows.get(name)))).toList(),
              decimal(Objects.requireNonNull(row.get(FINAL)))));
    }
    String year = first(rows, YEAR);
    String source = Objects.requireNonNullElse(first(rows, SOURCE), "");
    try {
      tables.add(
          staged.zone(),
          names.size() + " 部门投入产出表",
          year == null ? null : Integer.valueOf(year),
          source,
          false,
          sectors);
    } catch (IllegalArgumentException e) {
      throw new JobRefused("promotion.io.unsolvable", String.valueOf(e.getMessage()));
    }
    return new Committed(
        sectors.size(),
        0,
        0,
        year == null || source.isEmpty() ? Map.of("io-undescribed", 1L) : Map.of());
  }

  private static void refuseUnlessSquare(List<String> names, List<List<@Nullable String>> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(flows(row).keySet()));
    names.forEach(columns::remove);
    if (!columns.isEmpty()) {
      throw new JobRefused("promotion.io.no-row", String.join("”“", columns));
    }
    if (names.isEmpty() || names.size() > MOST) {
      throw new JobRefused("promotion.io.size", names.size(), MOST);
    }
  }

  private static @Nullable String first(List<List<@Nullable String>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
