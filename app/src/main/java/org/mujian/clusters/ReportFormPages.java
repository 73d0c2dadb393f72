package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.ImportKind.Cell;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.web.Page;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One report, typed: put in once, afterwards corrected in the version that was seen. */
@Controller
class ReportFormPages {

  private final Reports reports;
  private final ReportRules rules;
  private final ZoneEnterprises own;

  ReportFormPages(Reports reports, ReportRules rules, ZoneEnterprises own) {
    this.reports = reports;
    this.rules = rules;
    this.own = own;
  }

  @GetMapping("/z/{zone}/clusters/reports/edit")
  ModelAndView ask(Page page, @RequestParam long enterprise, @RequestParam String month) {
    Enterprise of = enterprise(page, enterprise);
    YearMonth when = month(page, month);
    @Nullable Report report = reports.find(zone(page), enterprise, when).orElse(null);
    Map<String, String> typed = new LinkedHashMap<>();
    if (report != null) {
      report.values().forEach((item, value) -> typed.put(item.code(), value.toPlainString()));
      typed.put("source", report.source());
      typed.put("version", String.valueOf(report.version()));
    }
    return form(of, when, typed, Map.of(), report, HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/clusters/reports")
  ModelAndView save(
      Page page,
      @RequestParam long enterprise,
      @RequestParam String month,
      @RequestParam Map<String, String> typed) {
    Enterprise of = enterprise(page, enterprise);
    YearMonth when = month(page, month);
    Map<String, String> errors = new LinkedHashMap<>();
    Map<Item, BigDecimal> values = values(page, typed, errors);
    String source = typed.getOrDefault("source", "").strip();
    if (source.isEmpty() || source.length() > 200) {
      errors.put("source", page.t("clusters.report.source.wrong"));
    }
    if (when.isAfter(rules.thisMonth())) {
      errors.put("output", page.t("import.reason.month-future", when.toString()));
    }
    @Nullable Report report = reports.find(zone(page), enterprise, when).orElse(null);
    if (!errors.isEmpty()) {
      return form(of, when, typed, errors, report, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      write(page, of, when, typed, values, source, report);
      return new ModelAndView("redirect:" + page.in("clusters/reports?month=" + when));
    } catch (ClusterRefused e) {
      return form(of, when, typed, Map.of("output", e.words()), report, HttpStatus.CONFLICT);
    } catch (OptimisticLockingFailureException e) {
      String changed = page.t("clusters.changed-meanwhile");
      return form(of, when, typed, Map.of("output", changed), report, HttpStatus.CONFLICT);
    }
  }

  /** Without a version the report is new; the database refuses it when one stands. */
  private void write(
      Page page,
      Enterprise of,
      YearMonth month,
      Map<String, String> typed,
      Map<Item, BigDecimal> values,
      String source,
      @Nullable Report report) {
    String version = typed.getOrDefault("version", "");
    if (version.isEmpty()) {
      reports.record(
          zone(page), of.name(), new Reports.Draft(of.id(), month, values, source, false));
    } else if (report == null || !version.equals(String.valueOf(report.version()))) {
      throw new OptimisticLockingFailureException("月报 " + month + " 已被他人修改");
    } else {
      reports.change(zone(page), of.name(), report, values, source);
    }
  }

  private static Map<Item, BigDecimal> values(
      Page page, Map<String, String> typed, Map<String, String> errors) {
    Map<Item, BigDecimal> values = new EnumMap<>(Item.class);
    for (Item item : Item.values()) {
      String text = typed.getOrDefault(item.code(), "").strip();
      if (!text.isEmpty()) {
        switch (ReportImport.number(item, text)) {
          case Cell.Fault(String code) ->
              errors.put(item.code(), page.t("import.reason." + code, text));
          case Cell.Value(var value) -> {
            if (value != null) {
              values.put(item, new BigDecimal(value));
            }
          }
        }
      }
    }
    if (values.isEmpty() && errors.isEmpty()) {
      errors.put("output", page.t("clusters.report.none"));
    }
    return values;
  }

  private static ModelAndView form(
      Enterprise of,
      YearMonth month,
      Map<String, String> typed,
      Map<String, String> errors,
      @Nullable Report report,
      HttpStatus status) {
    Map<String, @Nullable Object> model = new LinkedHashMap<>();
    model.put("enterprise", of.id());
    model.put("name", of.name());
    model.put("month", month.toString());
    model.put("typed", new LinkedHashMap<>(typed));
    model.put("errors", errors);
    model.put("report", report);
    return new ModelAndView("clusters/report", model, status);
  }

  private Enterprise enterprise(Page page, long id) {
    Rights.mustWork(page.account(), zone(page));
    return own.list(zone(page)).stream()
        .filter(e -> e.id() == id)
        .findFirst()
        .orElseThrow(() -> new NoSuchCluster("编号 " + id + " 的在园企业"));
  }

  private static YearMonth month(Page page, String text) {
    return Cells.month(text)
        .orElseThrow(() -> new ClusterRefused("month", page.t("clusters.month.wrong", text)));
  }

  private static long zone(Page page) {
    return Standing.zone(page).id();
  }
}
