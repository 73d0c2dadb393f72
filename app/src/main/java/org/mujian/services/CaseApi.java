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
import org.mujian.clock.Reading;
import org.mujian.clock.Span;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseDesk;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.CaseEvent;
import org.mujian.services.cases.CaseHeld;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Cases;
import org.mujian.services.cases.Material;
import org.mujian.services.cases.Result;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.MatterTime;
import org.mujian.services.matter.Matters;
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
 * Matters and cases for programs. Preview: the paths may still change. An enterprise's account
 * reads its own enterprise's cases, and no others.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "services", description = "事项与办件")
class CaseApi {

  private final Cases cases;
  private final CaseDesk desk;
  private final CaseStandings standings;
  private final CaseWords words;
  private final Matters matters;
  private final ApiZone zones;
  private final Idempotency idempotency;

  CaseApi(
      Cases cases,
      CaseDesk desk,
      CaseStandings standings,
      CaseWords words,
      Matters matters,
      ApiZone zones,
      Idempotency idempotency) {
    this.cases = cases;
    this.desk = desk;
    this.standings = standings;
    this.words = words;
    this.matters = matters;
    this.zones = zones;
    this.idempotency = idempotency;
  }

  /**
   * @param unit {@code day} (日) or {@code working-day} (工作日): two kinds, never added
   */
  record Days(int count, String unit) {}

  record TimeOfLaw(
      String kind,
      String step,
      @Nullable Days days,
      String source,
      LocalDate validFrom,
      boolean checked) {}

  record MatterOut(
      String code,
      String service,
      String name,
      String authority,
      String basis,
      List<String> materials,
      List<TimeOfLaw> times,
      @Nullable Days promised) {}

  record LightOut(String state, String reason) {}

  record CaseInList(Case file, @Nullable LocalDate due, LightOut light) {}

  record EventOut(
      String kind,
      LocalDate on,
      @Nullable Days more,
      String words,
      String who,
      @Nullable String withdrawn) {}

  record CaseInFull(
      Case file,
      @Nullable LocalDate due,
      LightOut light,
      List<Material> materials,
      List<EventOut> events) {}

  record PauseOut(LocalDate from, @Nullable LocalDate to, Days length) {}

  /**
   * @param deadline null while a pause hides it
   * @param provisional it leans on a year whose holidays are not published (暂定)
   */
  record ReadingOut(
      String state,
      Days limit,
      Days elapsed,
      Days remaining,
      Days late,
      @Nullable LocalDate deadline,
      boolean overdue,
      boolean provisional,
      List<PauseOut> pauses) {}

  /** Null where law sets no limit, nothing is promised, or the case was not accepted yet. */
  record ClockOut(
      String number,
      LocalDate asOf,
      @Nullable LocalDate acceptedOn,
      @Nullable ReadingOut statutory,
      @Nullable ReadingOut promised) {}

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
      @Nullable Days more,
      @Nullable String result,
      @Nullable String words) {}

  @Operation(
      summary = "Matters with what law and the zone say of their time",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/matters")
  List<MatterOut> matters(
      @RequestParam(required = false) @Nullable String zone, HttpServletRequest request) {
    long in = zones.of(CurrentAccount.get(request), zone);
    return matters.law(in).listAll(standings.today()).stream().map(CaseApi::matter).toList();
  }

  private static MatterOut matter(Matter matter) {
    Span promised = matter.promise() == null ? null : matter.promise().span();
    return new MatterOut(
        matter.code(),
        matter.service(),
        matter.name(),
        matter.bureau(),
        matter.basis(),
        matter.materials(),
        matter.times().stream().map(CaseApi::time).toList(),
        promised == null ? null : days(promised));
  }

  private static TimeOfLaw time(MatterTime time) {
    Span span = time.span();
    return new TimeOfLaw(
        time.kind(),
        time.step(),
        span == null ? null : days(span),
        time.source(),
        time.validFrom(),
        time.checked());
  }

  private static Days days(Span span) {
    return new Days(span.count(), Spans.unit(span));
  }

  @Operation(
      summary = "Cases, the most urgent first; without closed=true the open ones",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/cases")
  List<CaseInList> list(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String matter,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String q,
      HttpServletRequest request) {
    long in = zones.of(CurrentAccount.get(request), zone);
    return standings.list(in, new CaseQuery(matter, closed, null, enterprise, q)).stream()
        .map(s -> new CaseInList(s.file(), s.due(), light(s)))
        .toList();
  }

  private LightOut light(Standing standing) {
    var light = words.light(Language.SIMPLIFIED, standing);
    return new LightOut(light.state().style(), light.reason());
  }

  @Operation(
      summary = "One case with its papers and the events of its clock",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/cases/{number}")
  ResponseEntity<CaseInFull> get(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    return found(zones.of(CurrentAccount.get(request), zone), number, HttpStatus.OK);
  }

  private ResponseEntity<CaseInFull> found(long zone, String number, HttpStatus status) {
    Standing standing = standings.get(zone, number);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).eTag(IfMatch.etag(standing.file().version()));
    if (status == HttpStatus.CREATED) {
      response.location(URI.create("/api/v1/cases/" + number));
    }
    return response.body(
        new CaseInFull(
            standing.file(),
            standing.due(),
            light(standing),
            standing.materials(),
            standing.events().stream().map(CaseApi::event).toList()));
  }

  private static EventOut event(CaseEvent event) {
    Span more = event.more();
    return new EventOut(
        CaseEvent.code(event.kind()),
        event.on(),
        more == null ? null : days(more),
        event.words(),
        event.who(),
        event.withdrawn());
  }

  @Operation(
      summary = "What the case's clocks show today",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/cases/{number}/clock")
  ClockOut clock(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    Standing standing = standings.get(zones.of(CurrentAccount.get(request), zone), number);
    return new ClockOut(
        number,
        standing.today(),
        standing.acceptedOn(),
        reading(standing.statutory()),
        reading(standing.promised()));
  }

  private static @Nullable ReadingOut reading(@Nullable Reading reading) {
    return reading == null
        ? null
        : new ReadingOut(
            reading.state().name().toLowerCase(java.util.Locale.ROOT),
            days(reading.limit()),
            days(reading.elapsed()),
            days(reading.remaining()),
            days(reading.late()),
            reading.deadline(),
            reading.overdue(),
            reading.provisional(),
            reading.pauses().stream()
                .map(p -> new PauseOut(p.from(), p.to(), days(p.length())))
                .toList());
  }

  @Operation(
      summary = "Open a case",
      description =
          "409 when the same case is open, or its outside number is known: holder is its number.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/cases")
  ResponseEntity<CaseInFull> open(
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
              + " somebody changed the case since.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/cases/{number}/events")
  ResponseEntity<CaseInFull> move(
      @PathVariable String number,
      @RequestBody NewEvent asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    long in = writable(CurrentAccount.get(request), zone);
    Integer version = match == null ? null : (Integer) IfMatch.version(match);
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
    return found(in, number, HttpStatus.OK);
  }

  private static Span span(Days days) {
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
