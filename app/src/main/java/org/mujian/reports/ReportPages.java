package org.mujian.reports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.jobs.Job;
import org.mujian.jobs.Jobs;
import org.mujian.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The weekly reports: the list, one as it was written, its files, a new one. */
@Controller("weeklyReportPages") // clusters has its ReportPages too
class ReportPages {

  static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Reports reports;
  private final Jobs jobs;

  ReportPages(Reports reports, Jobs jobs) {
    this.reports = reports;
    this.jobs = jobs;
  }

  @GetMapping("/z/{zone}/reports")
  ModelAndView list(Page page) {
    return list(page, page.today().toString(), null, HttpStatus.OK);
  }

  private ModelAndView list(Page page, String typed, @Nullable String refused, HttpStatus status) {
    List<ReportView.Line> lines =
        reports.list(zone(page)).stream().map(report -> ReportView.line(page, report)).toList();
    ModelAndView view = new ModelAndView("reports/list", status);
    view.addObject("lines", lines);
    view.addObject("typed", typed);
    view.addObject("refused", refused);
    view.addObject("mayWrite", mayWrite(page.account()));
    return view;
  }

  @PostMapping("/z/{zone}/reports")
  ModelAndView write(Page page, @RequestParam(defaultValue = "") String day) {
    if (!mayWrite(page.account())) {
      throw new AccessDeniedException("a reader's account");
    }
    LocalDate asked;
    try {
      asked = LocalDate.parse(day.strip());
    } catch (DateTimeParseException e) {
      return list(page, day, page.t("reports.day.wrong", day), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (asked.isAfter(page.today())) {
      return list(page, day, page.t("reports.day.future", day), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    Job job =
        jobs.submit(
            zone(page),
            WeeklyReport.KIND,
            page.t("reports.job", asked.toString()),
            Map.of("day", asked.toString()));
    return new ModelAndView("redirect:" + page.in("jobs/" + job.id()));
  }

  @GetMapping("/z/{zone}/reports/{id:\\d+}")
  String show(Page page, @PathVariable long id, Model model) {
    Report report = reports.get(zone(page), id);
    model.addAttribute("line", ReportView.line(page, report));
    model.addAttribute("parts", ReportView.parts(report.content()));
    model.addAttribute("references", report.content().references());
    return "reports/report";
  }

  @GetMapping("/z/{zone}/reports/{id:\\d+}.docx")
  ResponseEntity<byte[]> word(Page page, @PathVariable long id) {
    Report report = reports.get(zone(page), id);
    return file(report, "docx", WORD, report.wordFile());
  }

  @GetMapping("/z/{zone}/reports/{id:\\d+}.pdf")
  ResponseEntity<byte[]> pdf(Page page, @PathVariable long id) {
    Report report = reports.get(zone(page), id);
    Long file = report.pdfFile();
    if (file == null) {
      throw new NoSuchReport(id);
    }
    return file(report, "pdf", MediaType.APPLICATION_PDF, file);
  }

  private ResponseEntity<byte[]> file(Report report, String ending, MediaType type, long id) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(report.fileName(ending), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(reports.file(report.zoneId(), id));
  }

  /** All of the committee; an assessor reads only. */
  static boolean mayWrite(@Nullable Account account) {
    return account != null && !account.hasAny(Role.ENTERPRISE, Role.ASSESSOR);
  }

  private static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}
