package org.mujian.services;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.Span;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.services.cases.CaseDesk;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.CaseEvent;
import org.mujian.services.cases.CaseHeld;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Cases;
import org.mujian.services.cases.Result;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Spans;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.mujian.web.IfMatch;
import org.mujian.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cases for programs. Preview: the paths may still change. An enterprise's account reads its own
 * enterprise's cases, and no others.
 */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "services", description = "事项与办件")
class CaseApi {

  private final Cases cases;
  private final CaseDesk desk;
  private final CaseStandings standings;
  private final CaseWords words;
  private final ApiZone zones;
  private final Idempotency idempotency;

  CaseApi(
      Cases cases,
      CaseDesk desk,
      CaseStandings standings,
      CaseWords words,
      ApiZone zones,
      Idempotency idempotency) {
    this.cases = cases;
    this.desk = desk;
    this.standings = standings;
    this.words = words;
    this.zones = zones;
    this.idempotency = idempotency;
  }

  /** A new case. */
  record NewCase(
      @Nullable String matter,
      @Nullable Long enterpriseId,
      @Nullable Long projectId,
      @Nullable String authority,
      @Nullable String outsideNumber,
      @Nullable String agent,
      @Nullable LocalDate acceptedOn) {}

  /**
   * @param kind start, pause, resume, extend or finish
   * @param on today when null
   * @param more for extend
   * @param result for finish: granted, refused or withdrawn
   */
  record NewEvent(
      @Nullable String kind,
      @Nullable LocalDate on,
      CaseAnswers.@Nullable Days more,
      @Nullable String result,
      @Nullable String words) {}

  @Operation(
      summary = "Cases, the most urgent first; without closed=true the open ones",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping
  List<CaseAnswers.CaseInList> list(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String matter,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String q,
      HttpServletRequest request) {
    long in = zones.of(CurrentAccount.get(request), zone);
    return standings.list(in, new CaseQuery(matter, closed, null, enterprise, q)).stream()
        .map(s -> new CaseAnswers.CaseInList(s.file(), s.due(), light(s)))
        .toList();
  }

  private CaseAnswers.LightOut light(Standing standing) {
    var light = words.light(Language.SIMPLIFIED, standing);
    return new CaseAnswers.LightOut(light.state().style(), light.reason());
  }

  @Operation(
      summary = "One case with its papers and the events of its clock",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{number}")
  ResponseEntity<CaseAnswers.CaseInFull> get(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    return found(zones.of(CurrentAccount.get(request), zone), number, HttpStatus.OK);
  }

  private ResponseEntity<CaseAnswers.CaseInFull> found(
      long zone, String number, HttpStatus status) {
    Standing standing = standings.get(zone, number);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).eTag(IfMatch.etag(standing.file().version()));
    if (status == HttpStatus.CREATED) {
      response.location(URI.create("/api/v1/cases/" + number));
    }
    return response.body(
        new CaseAnswers.CaseInFull(
            standing.file(),
            standing.due(),
            light(standing),
            standing.materials(),
            standing.events().stream().map(CaseAnswers::event).toList()));
  }

  @Operation(
      summary = "What the case's clocks show today",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{number}/clock")
  CaseAnswers.ClockOut clock(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    Standing standing = standings.get(zones.of(CurrentAccount.get(request), zone), number);
    return new CaseAnswers.ClockOut(
        number,
        standing.today(),
        standing.acceptedOn(),
        CaseAnswers.reading(standing.statutory()),
        CaseAnswers.reading(standing.promised()));
  }

  @Operation(
      summary = "Open a case",
      description =
          "409 when the same case is open, or its outside number is known: holder is its number.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping
  ResponseEntity<CaseAnswers.CaseInFull> open(
      @RequestBody NewCase asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Account account = CurrentAccount.get(request);
    long in = writable(account, zone);
    CaseDraft draft =
        new CaseDraft(
            required("matter", asked.matter()),
            required("enterpriseId", asked.enterpriseId()),
            asked.projectId(),
            asked.authority(),
            asked.outsideNumber(),
            asked.agent() == null ? account.displayName() : asked.agent(),
            asked.acceptedOn());
    long id =
        idempotency.once(
            account, in, key, "POST /cases " + draft, () -> cases.open(in, draft).id());
    return found(in, cases.find(in, id).orElseThrow().number(), HttpStatus.CREATED);
  }

  @Operation(
      summary = "Move the case's clock, or finish it with the authority's result",
      description =
          "422 with the reason for an event out of order. With If-Match the event is refused when"
              + " somebody changed the case since. Sent again with the same Idempotency-Key the"
              + " clock is moved once.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/{number}/events")
  ResponseEntity<CaseAnswers.CaseInFull> move(
      @PathVariable String number,
      @RequestBody NewEvent asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Account account = CurrentAccount.get(request);
    long in = writable(account, zone);
    Integer version = match == null ? null : (Integer) IfMatch.version(match);
    idempotency.once(
        account,
        in,
        key,
        "POST /cases/" + number + "/events " + asked,
        () -> {
          move(in, number, version, asked);
          return cases.get(in, number).id();
        });
    return found(in, number, HttpStatus.OK);
  }

  private void move(long in, String number, @Nullable Integer version, NewEvent asked) {
    ClockEvent.Kind kind = CaseEvent.kind(required("kind", asked.kind()));
    LocalDate on = asked.on() == null ? standings.today() : asked.on();
    String said = asked.words() == null ? "" : asked.words();
    if (kind == ClockEvent.Kind.FINISH) {
      desk.close(in, number, version, on, Result.of(required("result", asked.result())), said);
    } else {
      ClockEvent event =
          kind == ClockEvent.Kind.EXTEND
              ? ClockEvent.extend(on, span(required("more", asked.more())))
              : ClockEvent.of(kind, on);
      desk.move(in, number, version, event, said);
    }
  }

  private static Span span(CaseAnswers.Days days) {
    boolean known = List.of(Spans.DAY, Spans.WORKING_DAY).contains(days.unit());
    if (!known || days.count() < 1 || days.count() > 3660) {
      throw new ServiceRefused("more 应写明 count（1 到 3660）和 unit（day 日 或 working-day 工作日）");
    }
    return Spans.of(days.count(), days.unit());
  }

  private long writable(Account account, @Nullable String zone) {
    long in = zones.of(account, zone);
    Rights.mustWork(account, in);
    return in;
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new ServiceRefused("缺少 " + field);
    }
    return value;
  }

  /** The second who files a case learns which one is there, in words and as a number. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> held(CaseHeld held) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, held.getMessage());
    problem.setProperty("holder", held.holder().number());
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }
}
