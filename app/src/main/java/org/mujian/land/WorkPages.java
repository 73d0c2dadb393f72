package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.CurrentAccount;
import org.mujian.land.LandViews.Served;
import org.mujian.units.Money;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A work: what it costs, when it is finished, which parcels wait for it. */
@Controller
class WorkPages {

  private static final BigDecimal NEARLY_SPENT = BigDecimal.valueOf(90);

  private final Works works;
  private final Land land;
  private final List<Consequences> elsewhere;
  private final TransactionTemplate transaction;

  WorkPages(Works works, Land land, List<Consequences> elsewhere, TransactionTemplate transaction) {
    this.works = works;
    this.land = land;
    this.elsewhere = elsewhere;
    this.transaction = transaction;
  }

  static Light light(Page page, Work work) {
    LocalDate finished = work.finished();
    if (finished != null) {
      return new Light(Light.State.OK, page.t("land.work.finished", finished));
    }
    if (work.forecast().isBefore(page.today())) {
      return new Light(Light.State.BAD, page.t("land.work.missed", work.forecast()));
    }
    if (work.forecast().isAfter(work.plannedFinish())) {
      long days = ChronoUnit.DAYS.between(work.plannedFinish(), work.forecast());
      return new Light(Light.State.BAD, page.t("land.work.late", work.forecast(), days));
    }
    BigDecimal percent = work.paidPercent();
    if (percent != null && percent.compareTo(NEARLY_SPENT) >= 0) {
      return new Light(Light.State.WARN, page.t("land.work.nearly-paid", percent));
    }
    return new Light(Light.State.OK, page.t("land.work.on-plan", work.forecast()));
  }

  @GetMapping("/z/{zone}/land/works/{id:\\d+}")
  String work(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String finish,
      Model model) {
    Allowed.toSee(CurrentAccount.get(request));
    LocalDate assumed = new Inputs(page).date("finish", finish, false);
    return page(page, request, id, assumed, Map.of(), model);
  }

  private String page(
      Page page,
      HttpServletRequest request,
      long id,
      @Nullable LocalDate assumed,
      Map<String, String> errors,
      Model model) {
    long zone = Objects.requireNonNull(page.zone()).id();
    Work work = works.get(zone, id);
    model.addAttribute("work", work);
    model.addAttribute("light", light(page, work));
    model.addAttribute("payments", works.listPayments(zone, id));
    model.addAttribute("served", served(page, zone, id));
    model.addAttribute("assumed", assumed == null ? "" : assumed.toString());
    List<Land.Moved> moved = assumed == null ? List.of() : land.consequencesOf(zone, id, assumed);
    model.addAttribute("moved", moved);
    model.addAttribute("elsewhere", elsewhere(page, moved));
    model.addAttribute("errors", errors);
    model.addAttribute("mayWrite", Allowed.write(CurrentAccount.get(request)));
    return "land/work";
  }

  private List<Consequences.Consequence> elsewhere(Page page, List<Land.Moved> moved) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> elsewhere.stream().flatMap(room -> room.of(page, moved).stream()).toList()));
  }

  private List<Served> served(Page page, long zone, long id) {
    Map<Long, Served> byParcel = new LinkedHashMap<>();
    for (WorkRows.Delivery d : works.listDeliveries(zone, id)) {
      String kind = page.t(ConnectionKind.of(d.kind()).key());
      boolean there = d.actual() != null;
      byParcel.merge(
          d.parcelId(),
          new Served(d.parcelId(), d.number(), kind, there),
          (a, b) -> new Served(a.id(), a.number(), a.kinds() + "、" + kind, a.done() && there));
    }
    return List.copyOf(byParcel.values());
  }

  @PostMapping("/z/{zone}/land/works/{id}/forecast")
  String forecast(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String finish,
      @RequestParam(defaultValue = "") String why,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    Inputs in = new Inputs(page);
    LocalDate date = in.date("finish", finish, true);
    String reason = in.text("why", why, 200);
    if (date == null || !in.errors().isEmpty()) {
      return page(page, request, id, date, in.errors(), model);
    }
    try {
      works.forecast(Objects.requireNonNull(page.zone()).id(), id, date, reason);
    } catch (LandRefused refused) {
      return page(page, request, id, null, Map.of("finish", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("land/works/" + id);
  }

  @PostMapping("/z/{zone}/land/works/{id}/payments")
  String pay(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String wan,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String document,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    Inputs in = new Inputs(page);
    BigDecimal amount = in.number("wan", wan, true);
    LocalDate date = in.date("on", on, true);
    String paper = in.text("document", document, 60);
    if (amount == null || date == null || !in.errors().isEmpty()) {
      return page(page, request, id, null, in.errors(), model);
    }
    try {
      works.pay(Objects.requireNonNull(page.zone()).id(), id, Money.ofWan(amount), date, paper);
    } catch (LandRefused refused) {
      return page(page, request, id, null, Map.of("wan", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("land/works/" + id);
  }

  @PostMapping("/z/{zone}/land/works/{id}/finish")
  String finish(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String finished,
      @RequestParam(defaultValue = "") String evidence,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    Inputs in = new Inputs(page);
    LocalDate date = in.date("finished", finished, true);
    String paper = in.text("evidence", evidence, 120);
    if (date == null || !in.errors().isEmpty()) {
      return page(page, request, id, null, in.errors(), model);
    }
    try {
      works.finish(Objects.requireNonNull(page.zone()).id(), id, date, paper);
    } catch (LandRefused refused) {
      return page(page, request, id, null, Map.of("finished", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("land/works/" + id);
  }
}
