package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.CurrentAccount;
import org.mujian.units.Money;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new work, and what a known one is and may cost. */
@Controller
class WorkFormPages {

  private final Works works;

  WorkFormPages(Works works) {
    this.works = works;
  }

  @GetMapping("/z/{zone}/land/works/new")
  ModelAndView ask(Page page, HttpServletRequest request) {
    Allowed.toWrite(CurrentAccount.get(request));
    return form(null, Map.of(), Map.of(), HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/land/works/new")
  ModelAndView create(
      Page page, HttpServletRequest request, @RequestParam Map<String, String> typed) {
    Allowed.toWrite(CurrentAccount.get(request));
    return save(page, null, typed, wanted -> works.create(zone(page), wanted));
  }

  @GetMapping("/z/{zone}/land/works/{id:\\d+}/edit")
  ModelAndView edit(Page page, HttpServletRequest request, @PathVariable long id) {
    Allowed.toWrite(CurrentAccount.get(request));
    Work work = works.get(zone(page), id);
    return form(work, typed(work), Map.of(), HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/land/works/{id:\\d+}/edit")
  ModelAndView change(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam Map<String, String> typed) {
    Allowed.toWrite(CurrentAccount.get(request));
    Work work = works.get(zone(page), id);
    if (!typed.getOrDefault("version", "").equals(Integer.toString(work.version()))) {
      Map<String, String> stale = Map.of("name", page.t("land.work.edit.stale", work.name()));
      return form(work, typed(work), stale, HttpStatus.CONFLICT);
    }
    return save(page, work, typed, wanted -> works.change(zone(page), id, work.version(), wanted));
  }

  private static ModelAndView save(
      Page page, @Nullable Work work, Map<String, String> typed, Function<WorkRows.New, Work> act) {
    Inputs in = new Inputs(page);
    WorkRows.New wanted = read(page, in, typed);
    if (wanted == null) {
      return form(work, typed, in.errors(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    try {
      return new ModelAndView("redirect:" + page.in("land/works/" + act.apply(wanted).id()));
    } catch (LandRefused refused) {
      String field = work == null ? "number" : "estimate";
      return form(work, typed, Map.of(field, refused.in(page.language())), HttpStatus.CONFLICT);
    }
  }

  private static WorkRows.@Nullable New read(Page page, Inputs in, Map<String, String> typed) {
    Function<String, String> text = field -> typed.getOrDefault(field, "");
    String number = in.text("number", text.apply("number"), 30);
    String name = in.text("name", text.apply("name"), 60);
    BigDecimal budget = in.number("budget", text.apply("budget"), true);
    BigDecimal estimate = in.number("estimate", text.apply("estimate"), false);
    LocalDate start = in.date("start", text.apply("start"), false);
    LocalDate finish = in.date("finish", text.apply("finish"), true);
    LocalDate started = in.date("started", text.apply("started"), false);
    if (start != null && finish != null && finish.isBefore(start)) {
      in.errors().put("finish", page.t("land.work.new.order", start, finish));
    }
    if (budget == null || finish == null || !in.errors().isEmpty()) {
      return null;
    }
    return new WorkRows.New(
        number,
        name,
        text.apply("contractor").strip(),
        Money.ofWan(budget),
        estimate == null ? null : Money.ofWan(estimate),
        start,
        finish,
        finish,
        started,
        text.apply("note").strip(),
        false);
  }

  private static Map<String, String> typed(Work work) {
    Map<String, String> typed = new HashMap<>();
    Money estimate = work.estimate();
    typed.put("version", Integer.toString(work.version()));
    typed.put("number", work.number());
    typed.put("name", work.name());
    typed.put("contractor", work.contractor());
    typed.put("budget", plain(work.budget()));
    typed.put("estimate", estimate == null ? "" : plain(estimate));
    typed.put("start", Objects.toString(work.plannedStart(), ""));
    typed.put("finish", work.plannedFinish().toString());
    typed.put("started", Objects.toString(work.started(), ""));
    typed.put("note", work.note());
    return typed;
  }

  private static String plain(Money money) {
    return money.wan().stripTrailingZeros().toPlainString();
  }

  private static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }

  private static ModelAndView form(
      @Nullable Work work,
      Map<String, String> typed,
      Map<String, String> errors,
      HttpStatus status) {
    Map<String, Object> model = new HashMap<>(Map.of("typed", typed, "errors", errors));
    if (work != null) {
      model.put("work", work);
    }
    return new ModelAndView("land/work-form", model, status);
  }
}
