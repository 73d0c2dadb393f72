package org.mujian.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 今日: what is overdue, due within a week, and to be approved, of all rooms. */
@Controller
class TodayPages {

  private static final int WEEK = 7;

  private final List<TodaySource> sources;
  private final TransactionTemplate transaction;

  TodayPages(List<TodaySource> sources, TransactionTemplate transaction) {
    this.sources = sources;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/today")
  String today(Page page, @RequestParam @Nullable String mine, Model model) {
    Account account = Objects.requireNonNull(page.account());
    List<TodaySource.Item> all =
        transaction.execute(
            status -> sources.stream().flatMap(source -> source.today(page).stream()).toList());
    List<TodaySource.Item> own =
        all.stream().filter(item -> answers(account.displayName(), item.owner())).toList();
    boolean onlyMine = mine != null;
    List<TodaySource.Item> shown = onlyMine ? own : all;
    String here = page.in("today");
    model.addAttribute(
        "chips",
        List.of(
            new Chip(page.t("today.all", all.size()), here, !onlyMine, false),
            new Chip(page.t("today.mine", own.size()), here + "?mine", onlyMine, false)));
    model.addAttribute("parts", parts(page, shown));
    return "web/today";
  }

  /** "项目局 王" answers for what 项目局 leads, and for what names him. */
  static boolean answers(String person, String owner) {
    String bureau = person.strip().split("[\\s·]+")[0];
    return !owner.isBlank() && (owner.contains(bureau) || person.contains(owner.strip()));
  }

  private static List<TodayView> parts(Page page, List<TodaySource.Item> items) {
    LocalDate today = page.today();
    List<TodayView> parts = new ArrayList<>();
    parts.add(
        new TodayView(
            page.t("today.overdue"),
            sorted(
                page,
                items.stream().filter(i -> i.due() != null && i.due().isBefore(today)).toList())));
    parts.add(
        new TodayView(
            page.t("today.due"),
            sorted(
                page,
                items.stream()
                    .filter(
                        i ->
                            i.due() != null
                                && !i.due().isBefore(today)
                                && !i.due().isAfter(today.plusDays(WEEK)))
                    .toList())));
    parts.add(
        new TodayView(
            page.t("today.approve"),
            sorted(
                page,
                items.stream()
                    .filter(i -> i.due() == null && i.kind() == TodaySource.Kind.APPROVE)
                    .toList())));
    return parts;
  }

  private static List<TodayView.Line> sorted(Page page, List<TodaySource.Item> items) {
    return items.stream()
        .sorted(
            Comparator.comparing(
                TodaySource.Item::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(item -> line(page, item))
        .toList();
  }

  private static TodayView.Line line(Page page, TodaySource.Item item) {
    return new TodayView.Line(
        light(page, item.due()),
        item.text(),
        item.note(),
        item.owner(),
        item.due() == null ? "" : item.due().toString(),
        item.href());
  }

  private static Light light(Page page, @Nullable LocalDate due) {
    if (due == null) {
      return new Light(Light.State.WARN, page.t("today.waits"));
    }
    long days = ChronoUnit.DAYS.between(page.today(), due);
    if (days < 0) {
      return new Light(Light.State.BAD, page.t("today.late", -days));
    }
    return days == 0
        ? new Light(Light.State.WARN, page.t("today.now"))
        : new Light(Light.State.OK, page.t("today.left", days));
  }
}
