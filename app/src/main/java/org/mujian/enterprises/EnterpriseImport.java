package org.mujian.enterprises;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.ImportKind;
import org.mujian.documents.RowEdits;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Import of lists of enterprises: by an administrator into the registry that the province shares,
 * by a bureau's officer into what their own zone knows. A cell that says N/A is missing, not wrong,
 * and missing never wipes out what is known.
 */
@Component
class EnterpriseImport implements ImportKind {

  private final Whereabouts whereabouts;
  private final Industries industries;
  private final EnterpriseCommit commit;
  private final EnterpriseEdits edits;

  EnterpriseImport(
      Whereabouts whereabouts,
      Industries industries,
      EnterpriseCommit commit,
      EnterpriseEdits edits) {
    this.whereabouts = whereabouts;
    this.industries = industries;
    this.commit = commit;
    this.edits = edits;
  }

  @Override
  public String id() {
    return "enterprises";
  }

  /** The list that every zone begins with. */
  @Override
  public int place() {
    return 0;
  }

  @Override
  public String titleKey() {
    return "enterprises.import";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  static final List<Column> COLUMNS =
      List.of(
          new Column(
              "name",
              List.of("企业名称", "名称", "单位名称", "公司名称", "市场主体名称", "企业(机构)名称", "Name"),
              true,
              EnterpriseImport::name),
          new Column(
              "credit-code",
              List.of("统一社会信用代码", "社会信用代码", "信用代码", "统一代码", "统一社会信用代码(注册号)", "Credit code"),
              false,
              EnterpriseImport::creditCode),
          new Column(
              "registered-on",
              List.of("注册日期", "成立日期", "登记日期", "成立时间", "注册时间", "Registered on"),
              false,
              EnterpriseImport::date),
          text("type", "企业类型", "类型", "公司类型", "市场主体类型", "Type"),
          text("capital", "注册资金", "注册资本", "注册资本(金)", "Capital"),
          text("capital-wan", "注册资本(万元)", "注册资金(万元)"),
          text("scope", "经营范围", "主营业务", "Business scope"),
          text("province", "所在省份", "省份", "省", "Province"),
          text("city", "地区", "城市", "所在城市", "地市", "City"),
          text("address", "注册地址", "地址", "住所", "经营场所", "企业地址", "Address"),
          text("industry", "行业代码", "行业", "国民经济行业", "国民经济行业代码", "所属行业", "Industry"),
          text("division", "行政区划代码", "行政区划", "区划代码", "Division"),
          text("status", "登记状态", "经营状态", "企业状态", "状态", "Status"),
          new Column(
              "former-names",
              List.of("曾用名", "Former names"),
              false,
              text -> new Cell.Value(String.join("\n", formerNames(text)))));

  private static Column text(String key, String... names) {
    return new Column(key, List.of(names), false, EnterpriseImport::text);
  }

  static Cell text(String text) {
    return new Cell.Value(Missing.is(text) ? null : text.replace("\u0000", ""));
  }

  static Cell name(String text) {
    return Missing.is(text) ? new Cell.Fault("name-missing") : text(text);
  }

  static Cell creditCode(String text) {
    if (Missing.is(text)) {
      return new Cell.Value(null);
    }
    String code = CreditCode.fold(text);
    return CreditCode.findFault(code)
        .<Cell>map(Cell.Fault::new)
        .orElseGet(() -> new Cell.Value(code));
  }

  static Cell date(String text) {
    if (Missing.is(text)) {
      return new Cell.Value(null);
    }
    return Dates.read(text)
        .<Cell>map(date -> new Cell.Value(date.toString()))
        .orElseGet(() -> new Cell.Fault("date-unreadable"));
  }

  @Override
  public long targetZone(Account account, long zone) {
    if (account.has(Role.ADMINISTRATOR) && account.zoneId() == Scope.PROVINCE) {
      return Scope.PROVINCE;
    }
    boolean officer = account.roles().stream().anyMatch(r -> r.code().startsWith("officer:"));
    boolean own = account.zoneId() > 0 && (zone == Scope.PROVINCE || zone == account.zoneId());
    if (own && (officer || account.has(Role.ADMINISTRATOR))) {
      return account.zoneId();
    }
    throw new AccessDeniedException("导入企业名单需要管理员或本园区科室人员的账号");
  }

  /** Behind the columns: what {@link EnterpriseCommit} inserts and nobody typed. */
  @Override
  public List<@Nullable String> derive(List<@Nullable String> values) {
    Function<String, @Nullable String> cell = key -> values.get(indexOf(key));
    String name = String.valueOf(cell.apply("name"));
    String initials = Initials.of(name);
    List<String> former = formerNames(cell.apply("former-names"));
    SearchTerms terms =
        SearchTerms.of(name, former, initials, cell.apply("credit-code"), cell.apply("scope"));
    String wan = cell.apply("capital-wan");
    String given = cell.apply("capital");
    Optional<Capital> capital =
        given != null ? Capital.read(given) : Optional.ofNullable(wan).flatMap(Capital::readWan);
    String text = given != null ? given : capital.isPresent() && isNumber(wan) ? wan + "万元" : wan;
    String industry = cell.apply("industry");
    return java.util.Arrays.asList(
        initials,
        whereabouts
            .find(
                cell.apply("division"),
                cell.apply("province"),
                cell.apply("city"),
                cell.apply("address"),
                cell.apply("credit-code"))
            .orElse(null),
        industry == null ? null : industries.findCode(industry).orElse(null),
        text,
        capital.map(c -> c.amount().toPlainString()).orElse(null),
        capital.map(Capital::currency).orElse(null),
        terms.name(),
        terms.words(),
        terms.gramsText());
  }

  static final List<String> DERIVED =
      List.of(
          "initials",
          "division_code",
          "industry_code",
          "capital_text",
          "capital_amount",
          "capital_currency",
          "folded",
          "words",
          "grams");

  /** The place of a column among the staged values, from 0. */
  static int indexOf(String key) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (COLUMNS.get(i).key().equals(key)) {
        return i;
      }
    }
    return COLUMNS.size() + DERIVED.indexOf(key);
  }

  static List<String> formerNames(@Nullable String text) {
    return text == null || Missing.is(text)
        ? List.of()
        : java.util.stream.Stream.of(text.split("[;；、,，\n|]"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
  }

  private static boolean isNumber(@Nullable String text) {
    return text != null && Folding.fold(text).matches("[\\d,.]+");
  }

  @Override
  public RowEdits edits() {
    return edits;
  }

  @Override
  public Committed commit(Staged staged) {
    return commit.commit(staged);
  }
}
