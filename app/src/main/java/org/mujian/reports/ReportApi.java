package org.mujian.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.identity.May;
import org.mujian.jobs.Jobs;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Weekly reports for programs. Preview: the paths may still change. */
@RestController
@RequestMapping("/api/v1/reports/weekly")
@Tag(name = "reports", description = "周报 / weekly reports")
class ReportApi {

  private final Reports reports;
  private final Jobs jobs;
  private final ApiZone zones;
  private final Idempotency idempotency;
  private final Clock clock;

  ReportApi(Reports reports, Jobs jobs, ApiZone zones, Idempotency idempotency, Clock clock) {
    this.reports = reports;
    this.jobs = jobs;
    this.zones = zones;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** A report with all its numbers. */
  record Answer(
      long id,
      String title,
      LocalDate from,
      LocalDate until,
      LocalDate asOf,
      int edition,
      boolean pdf,
      Instant madeAt,
      String who,
      List<Quoted> numbers) {

    static Answer of(Report report) {
      return new Answer(
          report.id(),
          report.content().title(),
          report.from(),
          report.until(),
          report.asOf(),
          report.edition(),
          report.pdfFile() != null,
          report.madeAt(),
          report.who(),
          report.content().references());
    }
  }

  /** The job that writes it. */
  record Asked(long job) {}

  @Operation(
      summary = "The weekly reports of a zone, the latest first",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping
  List<Answer> list(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String zone) {
    return reports.list(read(request, zone)).stream().map(Answer::of).toList();
  }

  @Operation(
      summary = "One report with its numbers and their references",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id:\\d+}")
  Answer get(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    return Answer.of(reports.get(read(request, zone), id));
  }

  @Operation(
      summary = "The report in Word",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id:\\d+}.docx")
  ResponseEntity<byte[]> word(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    Report report = reports.get(read(request, zone), id);
    return ResponseEntity.ok()
        .contentType(ReportPages.WORD)
        .body(reports.file(report.zoneId(), report.wordFile()));
  }

  @Operation(
      summary = "Writes the report of the week in which the day lies; a second one is an edition",
      description = "Sent again with the same Idempotency-Key it is the same job.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Asked write(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day) {
    Account account = CurrentAccount.get(request);
    if (!ReportPages.mayWrite(account)) {
      throw new AccessDeniedException("a reader's account");
    }
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    LocalDate asked = day == null ? today : day;
    if (asked.isAfter(today)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "day " + asked + " 还没到");
    }
    long in = zones.of(account, zone);
    Map<String, String> input = Map.of("day", asked.toString());
    return new Asked(
        idempotency.once(
            account,
            in,
            key,
            "POST reports/weekly " + asked,
            () -> jobs.submit(in, WeeklyReport.KIND, "周报 " + asked, input).id()));
  }

  private long read(HttpServletRequest request, @Nullable String zone) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    return zones.of(account, zone);
  }
}
