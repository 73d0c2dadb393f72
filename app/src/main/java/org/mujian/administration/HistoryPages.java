package org.mujian.administration;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.May;
import org.mujian.store.Scope;
import org.mujian.store.Trail;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who changed what, when and why: of a zone for its leaders, of the province for administrators.
 */
@Controller
class HistoryPages {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int SIZE = 50;
  private static final int MOST_FIELDS = 2000;

  private final Trail trail;

  HistoryPages(Trail trail) {
    this.trail = trail;
  }

  @GetMapping("/z/{zone}/history")
  String ofZone(Page page, @RequestParam Map<String, String> asked, Model model) {
    May.SEE_HISTORY.check(requireNonNull(page.account()));
    return list(page, requireNonNull(page.zone()).id(), page.in("history"), asked, model);
  }

  @GetMapping("/z/{zone}/history/{change:[0-9]{1,18}}")
  String oneOfZone(Page page, @PathVariable long change, Model model) {
    May.SEE_HISTORY.check(requireNonNull(page.account()));
    return one(requireNonNull(page.zone()).id(), page.in("history"), change, model);
  }

  @GetMapping("/history")
  String ofProvince(Page page, @RequestParam Map<String, String> asked, Model model) {
    May.ADMINISTER.check(requireNonNull(page.account()));
    return list(page, Scope.PROVINCE, "/history", asked, model);
  }

  @GetMapping("/history/{change:[0-9]{1,18}}")
  String oneOfProvince(Page page, @PathVariable long change, Model model) {
    May.ADMINISTER.check(requireNonNull(page.account()));
    return one(Scope.PROVINCE, "/history", change, model);
  }

  private String list(Page page, long zone, String base, Map<String, String> asked, Model model) {
    HistoryFilter filter =
        new HistoryFilter(
            text(asked, "who"), text(asked, "table"), text(asked, "from"), text(asked, "to"));
    String problem = "";
    List<Trail.Entry> entries = List.of();
    try {
      entries = trail.list(zone, query(filter, text(asked, "before")), SIZE + 1);
    } catch (DateTimeException e) {
      problem = page.t("history.date");
    }
    boolean more = entries.size() > SIZE;
    List<Trail.Entry> shown = more ? entries.subList(0, SIZE) : entries;
    model.addAttribute("entries", shown);
    model.addAttribute("filter", filter);
    model.addAttribute("problem", problem);
    model.addAttribute("tables", trail.listTables());
    model.addAttribute("base", base);
    model.addAttribute("older", more ? older(base, filter, shown.getLast().id()) : "");
    return "administration/history";
  }

  private String one(long zone, String base, long change, Model model) {
    Trail.Entry entry =
        trail
            .find(zone, change)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("entry", entry);
    model.addAttribute("fields", trail.listFields(zone, change, MOST_FIELDS));
    model.addAttribute("most", MOST_FIELDS);
    model.addAttribute("base", base);
    return "administration/change";
  }

  private static Trail.Query query(HistoryFilter filter, String before) {
    return new Trail.Query(
        filter.who().isEmpty() ? null : filter.who(),
        filter.table().isEmpty() ? null : filter.table(),
        filter.from().isEmpty() ? null : day(filter.from(), 0),
        filter.to().isEmpty() ? null : day(filter.to(), 1),
        before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null);
  }

  private static @Nullable Instant day(String text, int plus) {
    return LocalDate.parse(text).plusDays(plus).atStartOfDay(CHINA).toInstant();
  }

  private static String older(String base, HistoryFilter filter, long before) {
    return "%s?who=%s&table=%s&from=%s&to=%s&before=%d"
        .formatted(
            base,
            encode(filter.who()),
            encode(filter.table()),
            encode(filter.from()),
            encode(filter.to()),
            before);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Map<String, String> asked, String name) {
    return asked.getOrDefault(name, "").strip();
  }
}
