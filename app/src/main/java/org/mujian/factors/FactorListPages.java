package org.mujian.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.Chip;
import org.mujian.web.ListFilter;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of factor accounts, filtered and ordered, and files of it and of their ledgers. */
@Controller
class FactorListPages {

  private static final int SIZE = 50;

  /** More lines than an account gets in decades; a file of more would not be opened anyway. */
  private static final int MOST_LINES = 1_000_000;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("账户代码", 16),
          new Column("账户名称", 30),
          new Column("要素", 20),
          new Column("灯", 6),
          new Column("灯的理由", 24),
          new Column("期间", 10),
          new Column("总量", 14),
          new Column("已占用", 14),
          new Column("余额", 14),
          new Column("单位", 10),
          new Column("备注", 40));

  private static final List<Column> LEDGER =
      List.of(
          new Column("序号", 10),
          new Column("时间", 20),
          new Column("期间", 10),
          new Column("类别", 8),
          new Column("数量", 14),
          new Column("单位", 10),
          new Column("占用者", 30),
          new Column("占用至", 12),
          new Column("依据", 40),
          new Column("经办", 16));

  private static final Map<String, Comparator<FactorLine>> ORDERS =
      Map.of(
          "name", Comparator.comparing(line -> line.account().name()),
          "used", by(line -> share(line)),
          "cap", by(line -> line.balance() == null ? null : line.balance().cap()),
          "taken", by(line -> line.balance() == null ? null : line.balance().used()),
          "free", by(line -> line.balance() == null ? null : line.balance().free()));

  private final FactorAccounts accounts;
  private final Factors factors;
  private final Exports exports;

  FactorListPages(FactorAccounts accounts, Factors factors, Exports exports) {
    this.accounts = accounts;
    this.factors = factors;
    this.exports = exports;
  }

  private static Comparator<FactorLine> by(Function<FactorLine, @Nullable BigDecimal> value) {
    return Comparator.comparing(
        line -> Objects.requireNonNullElse(value.apply(line), BigDecimal.ONE.negate()));
  }

  private static @Nullable BigDecimal share(FactorLine line) {
    Balance now = line.balance();
    return now == null || now.cap().signum() == 0
        ? null
        : now.used().divide(now.cap(), 8, java.math.RoundingMode.HALF_UP);
  }

  @GetMapping("/z/{zone}/factors")
  String list(
      Page page,
      HttpServletRequest request,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    FactorRoles.toSee(CurrentAccount.get(request));
    ListFilter filter = filter(asked);
    List<FactorAccount> all = accounts.list(zone(page));
    List<FactorLine> found = lines(page, filter, all);
    model.addAttribute("all", all.size());
    model.addAttribute("total", (long) found.size());
    model.addAttribute("lines", ListFilter.page(found, at, SIZE));
    model.addAttribute("at", Math.max(at, 0));
    model.addAttribute("filter", filter);
    model.addAttribute("chips", chips(page, filter, all));
    model.addAttribute("maySupply", FactorRoles.supply(CurrentAccount.get(request)));
    return "factors/list";
  }

  private static ListFilter filter(Map<String, String> asked) {
    return ListFilter.of(asked, "q", "factor", "state", "sort");
  }

  private static List<Chip> chips(Page page, ListFilter filter, List<FactorAccount> all) {
    String path = page.in("factors");
    List<Chip> chips = new ArrayList<>();
    for (String state : List.of("spent", "nearly", "left", "none")) {
      chips.add(filter.chip(path, "state", state, page.t("factors.by." + state)));
    }
    all.stream()
        .map(FactorAccount::factor)
        .distinct()
        .forEach(f -> chips.add(filter.chip(path, "factor", f, page.t("factors.kind." + f))));
    return chips;
  }

  private List<FactorLine> lines(Page page, ListFilter filter, List<FactorAccount> all) {
    Map<Long, List<Balance>> balances = accounts.balances(zone(page));
    List<FactorLine> found =
        all.stream()
            .filter(a -> !filter.has("factor") || filter.is("factor", a.factor()))
            .filter(a -> filter.finds(a.code(), a.name(), a.note()))
            .map(a -> FactorPages.line(page, a, balances.getOrDefault(a.id(), List.of())))
            .filter(line -> !filter.has("state") || filter.is("state", state(line.balance())))
            .toList();
    return filter.sorted(found, ORDERS);
  }

  private static String state(@Nullable Balance now) {
    if (now == null || now.cap().signum() == 0) {
      return "none";
    }
    if (now.free().signum() == 0) {
      return "spent";
    }
    return FactorPages.nearly(now) ? "nearly" : "left";
  }

  @GetMapping({"/z/{zone}/factors.xlsx", "/z/{zone}/factors.csv"})
  void export(
      Page page,
      HttpServletRequest request,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    FactorRoles.toSee(CurrentAccount.get(request));
    List<FactorLine> found = lines(page, filter(asked), accounts.list(zone(page)));
    exports.send(
        response,
        format,
        page.t("factors.title"),
        COLUMNS,
        sink -> found.forEach(line -> sink.accept(row(page, line))));
  }

  private static List<@Nullable Object> row(Page page, FactorLine line) {
    FactorAccount account = line.account();
    Balance now = line.balance();
    return Arrays.<@Nullable Object>asList(
        account.code(),
        account.name(),
        page.t("factors.kind." + account.factor()),
        page.t("light." + line.light().state().style()),
        line.light().reason(),
        now == null ? null : now.period(),
        now == null ? null : now.cap(),
        now == null ? null : now.used(),
        now == null ? null : now.free(),
        account.unit(),
        account.note());
  }

  /** Every posting, the newest first: the page shows the last hundred. */
  @GetMapping({"/z/{zone}/factors/{id:\\d+}/ledger.xlsx", "/z/{zone}/factors/{id:\\d+}/ledger.csv"})
  void exportLedger(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      HttpServletResponse response,
      Format format) {
    FactorRoles.toSee(CurrentAccount.get(request));
    FactorAccount account = accounts.get(zone(page), id);
    List<LedgerLine> lines = factors.listLedger(zone(page), id, MOST_LINES);
    exports.send(
        response,
        format,
        account.name() + page.t("factors.ledger"),
        LEDGER,
        sink -> lines.forEach(line -> sink.accept(row(page, account, line))));
  }

  private static List<@Nullable Object> row(Page page, FactorAccount account, LedgerLine line) {
    return Arrays.<@Nullable Object>asList(
        line.id(),
        page.time(line.at()),
        line.period(),
        page.t("factors.posting." + line.kind()),
        line.amount(),
        account.unit(),
        line.holder(),
        line.until(),
        line.why(),
        line.who());
  }

  private static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}
