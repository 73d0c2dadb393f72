package org.mujian.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.units.Period;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Measures of a zone's own: a new one, and one that is changed. Common ones are only read. */
@Controller
class OwnMeasurePages {

  private static final String ONE = "/z/{zone}/facts/measures/{code:own-[a-z0-9-]{1,40}}";

  private final Measures measures;

  OwnMeasurePages(Measures measures) {
    this.measures = measures;
  }

  /** What a number means is settled by few. */
  static boolean mayDefine(Account account) {
    return account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_GOVERNANCE);
  }

  private static void check(Page page) {
    if (!mayDefine(FactPages.account(page))) {
      throw new AccessDeniedException("measures");
    }
  }

  @GetMapping("/z/{zone}/facts/measures/new")
  ModelAndView blank(Page page) {
    check(page);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("decimals", "2");
    typed.put("official", Basis.ZONE.code());
    typed.put("direction", Direction.NONE.code());
    for (String kind : List.of("month", "cumulative", "quarter", "year")) {
      typed.put("period-" + kind, kind);
    }
    return form(typed, Map.of(), null, HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/facts/measures/new")
  ModelAndView add(Page page, @RequestParam MultiValueMap<String, String> typed) {
    check(page);
    Map<String, String> errors = new LinkedHashMap<>();
    Measure own = OwnMeasureForm.read(page, typed, errors);
    if (own == null) {
      return form(typed.toSingleValueMap(), errors, null, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      measures.add(FactPages.zone(page), own);
      return new ModelAndView("redirect:" + page.in("facts/measures?own=1"));
    } catch (org.springframework.dao.DuplicateKeyException e) {
      errors.put("code", page.t("facts.own.code.taken", own.code()));
      return form(typed.toSingleValueMap(), errors, null, HttpStatus.CONFLICT);
    }
  }

  @GetMapping(ONE)
  ModelAndView edit(Page page, @PathVariable String code) {
    check(page);
    Measures.Own own = measures.getOwn(FactPages.zone(page), code);
    Map<String, String> typed = OwnMeasureForm.typed(own.measure());
    typed.put("version", String.valueOf(own.version()));
    return form(typed, Map.of(), own, HttpStatus.OK);
  }

  @PostMapping(ONE)
  ModelAndView change(
      Page page, @PathVariable String code, @RequestParam MultiValueMap<String, String> typed) {
    check(page);
    Measures.Own before = measures.getOwn(FactPages.zone(page), code);
    MultiValueMap<String, String> given = new LinkedMultiValueMap<>(typed);
    given.set("code", code);
    Map<String, String> errors = new LinkedHashMap<>();
    Measure own = OwnMeasureForm.read(page, given, errors);
    if (own != null) {
      String version = String.valueOf(typed.getFirst("version"));
      try {
        measures.change(
            FactPages.zone(page),
            own,
            version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
        return new ModelAndView("redirect:" + page.in("facts/measures?own=1"));
      } catch (FactRefused e) {
        errors.put("unit", String.valueOf(e.getMessage()));
      }
    }
    return form(given.toSingleValueMap(), errors, before, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView form(
      Map<String, String> typed,
      Map<String, String> errors,
      Measures.@Nullable Own own,
      HttpStatus status) {
    ModelAndView form = new ModelAndView("facts/measure");
    form.setStatus(status);
    form.addObject("typed", new LinkedHashMap<>(typed));
    form.addObject("errors", errors);
    form.addObject("code", own == null ? "" : own.measure().code());
    form.addObject("figures", own == null ? 0L : own.figures());
    form.addObject("kinds", List.of(Period.Kind.values()));
    return form;
  }
}
