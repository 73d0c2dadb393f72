package org.mujian.promotion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.identity.May;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadAct;
import org.mujian.promotion.lead.LeadClaimed;
import org.mujian.promotion.lead.LeadDraft;
import org.mujian.promotion.lead.LeadEvent;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.LeadRefused;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.units.Money;
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

/** Leads: opened once, worked by the clock, advanced on evidence, made a project once. */
@RestController
@RequestMapping("/api/v1/leads")
@Tag(name = "leads", description = "招商线索")
class LeadApi {

  private final Leads leads;
  private final LeadWords words;
  private final ApiZone zones;
  private final Idempotency idempotency;

  LeadApi(Leads leads, LeadWords words, ApiZone zones, Idempotency idempotency) {
    this.leads = leads;
    this.words = words;
    this.zones = zones;
    this.idempotency = idempotency;
  }

  /** What is to be done next: by when, and the light's state. */
  public record Due(String act, LocalDate dueOn, String light, String reason) {}

  /** A lead in a list. */
  public record LeadInList(Lead lead, @Nullable Due due) {}

  /** A lead with all that happened. */
  public record LeadInFull(Lead lead, @Nullable Due due, List<LeadEvent> events) {}

  /** A new lead. */
  public record NewLead(
      String name,
      @Nullable String creditCode,
      @Nullable Long enterpriseId,
      @Nullable String chain,
      @Nullable String link,
      String source,
      @Nullable String note,
      @Nullable LocalDate receivedOn) {}

  /** What was done: {@code respond}, {@code judge}, {@code reply} or {@code report}. */
  public record NewAct(String act, String words, @Nullable LocalDate on) {}

  /** The stage entered: {@code judging}, {@code talks}, {@code signed} or {@code dropped}. */
  public record NewStage(String stage, String evidence, @Nullable LocalDate on) {}

  /**
   * @param investmentWan in 10,000 yuan
   */
  public record NewProject(String name, BigDecimal investmentWan) {}

  @Operation(summary = "Leads, the most urgent first; without filters the open ones")
  @GetMapping
  List<LeadInList> list(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(required = false) @Nullable String chain,
      @RequestParam(required = false) @Nullable String link,
      @RequestParam(required = false) @Nullable String q,
      HttpServletRequest request) {
    long id = seen(request, zone);
    LeadQuery query =
        new LeadQuery(stage == null ? null : LeadStage.of(stage), closed, null, chain, link, q);
    return words.lines(Language.SIMPLIFIED, id, leads.list(id, query)).stream()
        .map(line -> new LeadInList(line.lead(), due(line)))
        .toList();
  }

  @Operation(summary = "One lead with all that happened")
  @GetMapping("/{id}")
  ResponseEntity<LeadInFull> get(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    return found(seen(request, zone), id, HttpStatus.OK);
  }

  private ResponseEntity<LeadInFull> found(long zone, long id, HttpStatus status) {
    Lead lead = leads.get(zone, id);
    Shown.LeadLine line = words.lines(Language.SIMPLIFIED, zone, List.of(lead)).getFirst();
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).eTag(IfMatch.etag(lead.version()));
    if (status == HttpStatus.CREATED) {
      response.location(URI.create("/api/v1/leads/" + id));
    }
    return response.body(new LeadInFull(lead, due(line), leads.listEvents(zone, id)));
  }

  private static @Nullable Due due(Shown.LeadLine line) {
    var due = line.due();
    var light = line.light();
    return due == null || light == null
        ? null
        : new Due(due.act().code(), due.dueOn(), light.state().style(), light.reason());
  }

  @Operation(
      summary = "Open a lead that the account holds",
      description =
          "409 when an open lead has the same credit code, name or enterprise: the detail says who"
              + " holds it and since when, holder names the lead.")
  @PostMapping
  ResponseEntity<LeadInFull> open(
      @RequestBody NewLead asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Account account = CurrentAccount.get(request);
    long in = writable(account, zone);
    LeadDraft draft =
        new LeadDraft(
            required("name", asked.name()),
            asked.creditCode(),
            asked.enterpriseId(),
            asked.chain(),
            asked.link(),
            required("source", asked.source()),
            asked.note() == null ? "" : asked.note(),
            asked.receivedOn());
    long id =
        idempotency.once(
            account, in, key, "POST /leads " + draft, () -> leads.open(in, draft).id());
    return found(in, id, HttpStatus.CREATED);
  }

  @Operation(
      summary = "Record that something was done with a lead",
      description = "Sent again with the same Idempotency-Key it is recorded once.")
  @PostMapping("/{id}/acts")
  ResponseEntity<LeadInFull> act(
      @PathVariable long id,
      @RequestBody NewAct asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Account account = CurrentAccount.get(request);
    long in = writable(account, zone);
    LeadAct act = LeadAct.of(required("act", asked.act()));
    String words = required("words", asked.words());
    idempotency.once(
        account,
        in,
        key,
        "POST /leads/" + id + "/acts " + asked,
        () -> {
          leads.record(in, id, act, words, asked.on());
          return id;
        });
    return found(in, id, HttpStatus.OK);
  }

  @Operation(
      summary = "Enter a stage on evidence",
      description =
          "With If-Match the change is refused when somebody changed the lead since. Sent again"
              + " with the same Idempotency-Key it is entered once.")
  @PostMapping("/{id}/stage")
  ResponseEntity<LeadInFull> stage(
      @PathVariable long id,
      @RequestBody NewStage asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Account account = CurrentAccount.get(request);
    long in = writable(account, zone);
    Integer version = match == null ? null : (Integer) IfMatch.version(match);
    LeadStage stage = LeadStage.of(required("stage", asked.stage()));
    String evidence = required("evidence", asked.evidence());
    // If-Match is checked by the one who enters: sent again, the version has moved on by itself.
    idempotency.once(
        account,
        in,
        key,
        "POST /leads/" + id + "/stage " + asked,
        () -> leads.enter(in, id, version, stage, evidence, asked.on()).id());
    return found(in, id, HttpStatus.OK);
  }

  @Operation(summary = "Make a project of a signed lead, once")
  @PostMapping("/{id}/project")
  Map<String, Long> project(
      @PathVariable long id,
      @RequestBody NewProject asked,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    Account account = CurrentAccount.get(request);
    long in = writable(account, zone);
    @Nullable BigDecimal wan = asked.investmentWan();
    if (wan == null || wan.signum() < 0) {
      throw new LeadRefused("investmentWan（总投资，万元）应是不小于 0 的数");
    }
    long project =
        idempotency.once(
            account,
            in,
            key,
            "POST /leads/" + id + "/project " + asked,
            () -> leads.convert(in, id, required("name", asked.name()), Money.ofWan(wan)));
    return Map.of("project", project);
  }

  /** The zone asked for, of an account of the committee: leads are none of the enterprises'. */
  private long seen(HttpServletRequest request, @Nullable String zone) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    return zones.of(account, zone);
  }

  private long writable(Account account, @Nullable String zone) {
    long in = zones.of(account, zone);
    Rights.mustWork(account, in);
    return in;
  }

  private static String required(String field, @Nullable String value) {
    if (value == null) {
      throw new LeadRefused("缺少 " + field);
    }
    return value;
  }

  /** The second who claims an enterprise learns who holds it, in words and as a number. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> claimed(LeadClaimed claimed) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, claimed.getMessage());
    problem.setProperty("holder", claimed.holder().id());
    problem.setProperty("owner", claimed.holder().owner());
    problem.setProperty("since", claimed.holder().createdAt());
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }
}
