package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.GoodRows;
import org.mujian.documents.ImportKind;
import org.mujian.documents.RowEdits;
import org.mujian.identity.Account;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Monthly reports by Excel: a row for each enterprise and month. A month that stands with other
 * figures is refused here; it is corrected through the export, whose rows come back with their
 * keys, old and new side by side.
 */
@Component
class ReportImport implements ImportKind {

  static final String ID = "monthly-reports";
  static final int NAME = 0;
  static final int CODE = 1;
  static final int MONTH = 2;
  static final int FIRST = 3;

  static final List<Column> COLUMNS = columnsOf();

  private final ReportRules rules;
  private final Reports reports;
  private final ReportEdits edits;
  private final GoodRows good;

  ReportImport(ReportRules rules, Reports reports, ReportEdits edits, GoodRows good) {
    this.rules = rules;
    this.reports = reports;
    this.edits = edits;
    this.good = good;
  }

  private static List<Column> columnsOf() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            "name",
            List.of("企业名称", "单位名称", "名称", "公司名称", "Enterprise"),
            true,
            text -> new Cell.Value(Cells.isNothing(text) ? null : text.replace("\u0000", ""))));
    columns.add(
        new Column(
            "credit-code",
            List.of("统一社会信用代码", "社会信用代码", "信用代码", "Credit code"),
            false,
            text -> new Cell.Value(Cells.isNothing(text) ? null : text)));
    columns.add(
        new Column(
            "month",
            List.of("月份", "报告期", "统计月份", "所属期", "期间", "年月", "Month"),
            true,
            ReportImport::month));
    for (Item item : Item.values()) {
      columns.add(new Column(item.code(), item.names(), false, text -> number(item, text)));
    }
    return List.copyOf(columns);
  }

  private static Cell month(String text) {
    return Cells.month(text)
        .<Cell>map(month -> new Cell.Value(month.toString()))
        .orElseGet(() -> new Cell.Fault("month-unreadable"));
  }

  static Cell number(Item item, String text) {
    if (Cells.isNothing(text)) {
      return new Cell.Value(null);
    }
    @Nullable BigDecimal number = Cells.number(text).orElse(null);
    if (number == null) {
      return new Cell.Fault("figure-unreadable");
    }
    if (number.signum() < 0 && item != Item.TAX) {
      return new Cell.Fault("figure-negative");
    }
    if (item == Item.EMPLOYEES && number.stripTrailingZeros().scale() > 0) {
      return new Cell.Fault("figure-not-whole");
    }
    return new Cell.Value(number.toPlainString());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String titleKey() {
    return "clusters.import";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long targetZone(Account account, long zone) {
    long target = zone == Scope.PROVINCE ? account.zoneId() : zone;
    if (target == Scope.PROVINCE || !Rights.mayWork(account, target)) {
      throw new AccessDeniedException("导入企业月报需要本园区产业科、领导或管理员的账号");
    }
    return target;
  }

  @Override
  public RowRule rowRule(long zone) {
    return rules.of(zone);
  }

  @Override
  public RowEdits edits() {
    return edits;
  }

  @Override
  public Committed commit(Staged staged) {
    ReportRules.Known known = rules.known(staged.zone());
    List<Reports.Draft> drafts = new ArrayList<>();
    for (List<@Nullable String> row : good.list(staged)) {
      known
          .find(row.get(CODE), Objects.requireNonNull(row.get(NAME)))
          .ifPresent(enterprise -> drafts.add(draft(enterprise.id(), row)));
    }
    Reports.Added added = reports.addAll(staged.zone(), drafts);
    Map<String, Long> notes = new LinkedHashMap<>();
    note(notes, "month-stands", added.standing());
    note(notes, "enterprise-gone", staged.rows() - drafts.size());
    long unchanged = drafts.size() - added.written() - added.filled() - added.standing();
    return new Committed(added.written(), added.filled(), unchanged, notes);
  }

  private static void note(Map<String, Long> notes, String code, long count) {
    if (count > 0) {
      notes.put(code, count);
    }
  }

  private static Reports.Draft draft(long enterprise, List<@Nullable String> row) {
    YearMonth month = YearMonth.parse(Objects.requireNonNull(row.get(MONTH)));
    return new Reports.Draft(enterprise, month, values(row), "Excel 导入", false);
  }

  static Map<Item, BigDecimal> values(List<@Nullable String> row) {
    Map<Item, BigDecimal> values = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      String text = row.get(FIRST + item.ordinal());
      if (text != null) {
        values.put(item, new BigDecimal(text));
      }
    }
    return values;
  }
}
