package org.mujian.facts;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.identity.May;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts for programs. Preview: the paths may still change. */
@RestController
class FactApi {

  private static final int MOST = 200;

  private final Facts facts;
  private final Figures figures;
  private final Measures measures;
  private final ApiZone zones;
  private final Idempotency idempotency;

  FactApi(Facts facts, Figures figures, Measures measures, ApiZone zones, Idempotency idempotency) {
    this.facts = facts;
    this.figures = figures;
    this.measures = measures;
    this.zones = zones;
    this.idempotency = idempotency;
  }

  record Listed(List<FactView> items, long total, int page, int size) {}

  @Operation(
      summary =
          "Approved figures, now or as known on a day (asof=2026-03-31) or a seal (asof=#120)",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/api/v1/facts")
  Listed list(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String measure,
      @RequestParam(required = false) @Nullable String basis,
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(defaultValue = "") String asof,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    long in = zones.of(account, zone);
    Asked asked = asked(in, subject, measure, basis, period, asof);
    int at = Math.clamp(page, 0, 1_000_000);
    int most = Math.clamp(size, 1, MOST);
    Map<String, Measure> known = measures.byCode(in);
    List<FactView> items =
        figures.list(in, asked.query(), asked.asKnown(), most, at * most).stream()
            .map(fact -> FactView.of(fact, requireNonNull(known.get(fact.measure()))))
            .toList();
    return new Listed(items, figures.count(in, asked.query(), asked.asKnown()), at, most);
  }

  @Operation(
      summary = "One fact, whatever its state, when the account sees it",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/api/v1/facts/{id}")
  FactView one(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    long in = zones.of(account, zone);
    Fact fact = facts.get(account, in, id);
    return FactView.of(fact, measures.find(in, fact.measure()).orElseThrow());
  }

  @Operation(
      summary = "Puts a draft in",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/api/v1/facts")
  ResponseEntity<FactView> draft(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody DraftForm form) {
    Account account = CurrentAccount.get(request);
    May.RECORD_FACTS.check(account);
    long in = zones.of(account, zone);
    Draft draft = form.read(in, measures, Facts.bureaus(account));
    long id =
        idempotency.once(
            account, in, key, "POST facts " + form, () -> facts.record(account, in, draft));
    return ResponseEntity.created(URI.create("/api/v1/facts/" + id))
        .body(FactView.of(facts.get(account, in, id), draft.measure()));
  }

  /** Why a figure is given back. */
  record Returned(@Nullable String reason) {}

  @Operation(
      summary = "Hands a draft or a returned figure in for approval",
      description = "409 when it does not stand there. Sent again with its key it is done once.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/api/v1/facts/{id}/submit")
  FactView submit(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable long id) {
    Account account = CurrentAccount.get(request);
    return step(request, zone, key, id, "submit", in -> facts.submit(account, in, id));
  }

  @Operation(
      summary = "Makes a submitted figure the one that readers see",
      description =
          "409 for who put it in or handed it in. Sent again with its key it is done once.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/api/v1/facts/{id}/approve")
  FactView approve(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable long id) {
    Account account = CurrentAccount.get(request);
    return step(request, zone, key, id, "approve", in -> facts.approve(account, in, id));
  }

  @Operation(
      summary = "Gives a submitted figure back to its bureau, with the reason",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/api/v1/facts/{id}/return")
  FactView giveBack(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable long id,
      @RequestBody Returned body) {
    Account account = CurrentAccount.get(request);
    String reason = body.reason() == null ? "" : body.reason();
    return step(
        request, zone, key, id, "return " + reason, in -> facts.giveBack(account, in, id, reason));
  }

  private FactView step(
      HttpServletRequest request,
      @Nullable String zone,
      @Nullable String key,
      long id,
      String verb,
      java.util.function.LongConsumer step) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    long in = zones.of(account, zone);
    idempotency.once(
        account,
        in,
        key,
        "POST facts/" + id + "/" + verb,
        () -> {
          step.accept(in);
          return id;
        });
    Fact fact = facts.get(account, in, id);
    return FactView.of(fact, measures.find(in, fact.measure()).orElseThrow());
  }

  private record Asked(Figures.Query query, AsKnown asKnown) {}

  private static Asked asked(
      long zone,
      @Nullable String subject,
      @Nullable String measure,
      @Nullable String basis,
      @Nullable String period,
      String asof) {
    try {
      return new Asked(
          new Figures.Query(
              subject == null ? null : Subject.parse(subject, zone),
              measure,
              basis == null ? null : Basis.of(basis),
              period == null ? null : org.mujian.units.Period.parse(period),
              null),
          AsKnown.parse(asof));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      String detail = String.valueOf(e.getMessage());
      throw new ErrorResponseException(
          HttpStatus.BAD_REQUEST,
          ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail),
          e);
    }
  }

  @ExceptionHandler
  ProblemDetail notUnderstood(DraftForm.NotUnderstood e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    problem.setProperty("errors", e.errors());
    return problem;
  }
}
