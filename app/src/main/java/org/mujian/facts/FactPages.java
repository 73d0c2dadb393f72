package org.mujian.facts;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.units.Period;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of facts: the approved ones with filters, those under way, and those to be reviewed. */
@Controller
class FactPages {

  private static final int SIZE = 50;
  private static final int MOST = 200;

  private final Facts facts;
  private final Figures figures;
  private final Measures measures;
  private final FactLines lines;

  FactPages(Facts facts, Figures figures, Measures measures, FactLines lines) {
    this.facts = facts;
    this.figures = figures;
    this.measures = measures;
    this.lines = lines;
  }

  @GetMapping("/z/{zone}/facts")
  String list(Page page, @RequestParam Map<String, String> asked, Model model) {
    long zone = zone(page);
    FactFilter filter = filter(asked, "");
    Asked read = new Asked(Figures.Query.ALL, AsKnown.NOW);
    try {
      read = read(asked);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      filter = filter(asked, page.t("facts.filter.unreadable"));
    }
    Figures.Query query = read.query();
    AsKnown asKnown = read.asKnown();
    int at = number(asked.get("page"));
    List<Fact> found = figures.list(zone, query, asKnown, SIZE, at * SIZE);
    model.addAttribute("filter", filter);
    model.addAttribute("measures", measures.list(zone));
    model.addAttribute("lines", lines.compared(page, zone, found, asKnown));
    model.addAttribute("total", figures.count(zone, query, asKnown));
    model.addAttribute("at", at);
    model.addAttribute("address", page.in("facts?" + parameters(asked) + "page="));
    model.addAttribute("query", parameters(asked).replaceAll("&$", ""));
    counts(page, model);
    return "facts/list";
  }

  record Asked(Figures.Query query, AsKnown asKnown) {}

  /**
   * @throws IllegalArgumentException or DateTimeException when a filter cannot be read
   */
  static Asked read(Map<String, String> asked) {
    FactFilter filter = filter(asked, "");
    return new Asked(query(filter), AsKnown.parse(filter.asof()));
  }

  /** What the account's bureau has under way. */
  @GetMapping("/z/{zone}/facts/drafts")
  String drafts(Page page, Model model) {
    May.RECORD_FACTS.check(account(page));
    return underWay(page, null, "drafts", model);
  }

  /** What waits for a review. */
  @GetMapping("/z/{zone}/facts/queue")
  String queue(Page page, Model model) {
    May.APPROVE_FACTS.check(account(page));
    return underWay(page, State.SUBMITTED, "queue", model);
  }

  private String underWay(Page page, @Nullable State state, String tab, Model model) {
    long zone = zone(page);
    model.addAttribute("tab", tab);
    model.addAttribute(
        "lines", lines.plain(page, zone, facts.listUnderWay(account(page), zone, state, MOST)));
    counts(page, model);
    return "facts/under-way";
  }

  private void counts(Page page, Model model) {
    Account account = account(page);
    model.addAttribute("records", May.RECORD_FACTS.isGranted(account));
    model.addAttribute("approves", May.APPROVE_FACTS.isGranted(account));
  }

  private static Figures.Query query(FactFilter filter) {
    return new Figures.Query(
        null,
        filter.measure().isEmpty() ? null : filter.measure(),
        filter.basis().isEmpty() ? null : Basis.of(filter.basis()),
        filter.period().isEmpty() ? null : Period.parse(filter.period()),
        filter.kind().isEmpty()
            ? null
            : Period.Kind.valueOf(filter.kind().toUpperCase(java.util.Locale.ROOT)));
  }

  private static FactFilter filter(Map<String, String> asked, String problem) {
    return new FactFilter(
        text(asked, "measure"),
        text(asked, "basis"),
        text(asked, "kind"),
        text(asked, "period"),
        text(asked, "asof"),
        problem);
  }

  /** The filters as they stand in the address. */
  private static String parameters(Map<String, String> asked) {
    return new TreeMap<>(asked)
        .entrySet().stream()
            .filter(
                entry ->
                    List.of("measure", "basis", "kind", "period", "asof").contains(entry.getKey()))
            .filter(entry -> !entry.getValue().isBlank())
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)
                        + "&")
            .collect(Collectors.joining());
  }

  private static String text(Map<String, String> asked, String name) {
    return asked.getOrDefault(name, "").strip();
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  static long zone(Page page) {
    return requireNonNull(page.zone()).id();
  }

  static Account account(Page page) {
    return requireNonNull(page.account());
  }
}
