package org.mujian.projects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.projects.course.Missing;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.YearPlan;
import org.mujian.units.Money;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.mujian.web.IfMatch;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Projects for programs. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects", description = "重点项目 / key projects")
class ProjectApi {

  private final Projects projects;
  private final Situations situations;
  private final Entries entries;
  private final EvidenceBook evidence;
  private final EvidenceFiles files;
  private final Needs needs;
  private final Plans plans;
  private final ApiZone zones;
  private final Idempotency idempotency;
  private final Texts texts;
  private final TransactionTemplate transaction;

  ProjectApi(
      Projects projects,
      Situations situations,
      Entries entries,
      EvidenceBook evidence,
      EvidenceFiles files,
      Needs needs,
      Plans plans,
      ApiZone zones,
      Idempotency idempotency,
      Texts texts,
      TransactionTemplate transaction) {
    this.projects = projects;
    this.situations = situations;
    this.entries = entries;
    this.evidence = evidence;
    this.files = files;
    this.needs = needs;
    this.plans = plans;
    this.zones = zones;
    this.idempotency = idempotency;
    this.texts = texts;
    this.transaction = transaction;
  }

  /**
   * A project.
   *
   * @param code the national code, null before filing
   * @param light ok, warn or bad, computed
   * @param missing what keeps it out of the next stage
   */
  record Answer(
      long id,
      @Nullable String code,
      String provisional,
      String name,
      @Nullable Long enterpriseId,
      String enterprise,
      BigDecimal investmentYuan,
      @Nullable String stage,
      Map<String, LocalDate> entered,
      Map<String, LocalDate> planned,
      String light,
      String reason,
      @Nullable String next,
      List<String> missing,
      List<Need> needs,
      String leader,
      String bureau,
      @Nullable String leadRef,
      int version) {}

  /** What a new project needs: name and investment; all else may follow. */
  record New(
      @Nullable String name,
      @Nullable String code,
      @Nullable Long enterpriseId,
      @Nullable String enterprise,
      @Nullable BigDecimal investmentYuan,
      @Nullable String content,
      @Nullable String leader,
      @Nullable String bureau,
      @Nullable Long phaseOf,
      @Nullable List<Need> needs,
      @Nullable Map<String, LocalDate> planned) {}

  /** An entry with papers that have no file; photos are sent to {@code evidence} before. */
  record Entering(
      @Nullable String stage, @Nullable LocalDate on, @Nullable List<PaperGiven> evidence) {}

  record PaperGiven(
      @Nullable String kind,
      @Nullable String number,
      @Nullable LocalDate dated,
      @Nullable String note) {}

  record Added(long id) {}

  /** A batch of the year: entries counted, target, even pace, forecast. */
  record Batch(
      String stage,
      int year,
      int counted,
      int target,
      BigDecimal pace,
      int forecast,
      List<YearPlan.Counted> projects) {}

  @Operation(summary = "All projects of a zone, the most urgent first")
  @GetMapping
  List<Answer> list(
      HttpServletRequest request,
      @Parameter(description = "Code of a zone; by default the account's own")
          @RequestParam(defaultValue = "")
          String zone) {
    long id = zone(request, zone, false);
    return transaction.execute(
        s -> {
          Situation situation = situations.get(id);
          return situation.urgentFirst().stream().map(line -> answer(situation, line)).toList();
        });
  }

  @Operation(summary = "One project")
  @GetMapping("/{id}")
  ResponseEntity<Answer> get(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone) {
    return tagged(answer(zone(request, zone, false), id));
  }

  @Operation(
      summary = "Create a project",
      description =
          "It enters 储备 today. A project code (项目代码) of the zone belongs to one project. Sent again"
              + " with the same Idempotency-Key it is made once.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answer create(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody New body) {
    long zoneId = zone(request, zone, true);
    long id =
        idempotency.once(
            CurrentAccount.get(request),
            zoneId,
            key,
            "POST projects " + body,
            () -> make(zoneId, body));
    return answer(zoneId, id);
  }

  private long make(long zone, New body) {
    return Objects.requireNonNull(
        transaction.execute(
            s -> {
              Project made = projects.create(zone, draft(body));
              if (body.needs() != null && !body.needs().isEmpty()) {
                needs.set(zone, made.id(), body.needs());
              }
              if (body.planned() != null) {
                plans.plan(zone, made.id(), body.planned());
              }
              return made.id();
            }));
  }

  private static ProjectDraft draft(New body) {
    if (body.investmentYuan() == null) {
      throw new ProjectRefused("缺总投资 investmentYuan（元）");
    }
    return new ProjectDraft(
        body.code(),
        or(body.name()),
        body.enterpriseId(),
        or(body.enterprise()),
        or(body.content()),
        Money.ofYuan(body.investmentYuan()),
        or(body.leader()),
        or(body.bureau()),
        body.phaseOf());
  }

  @Operation(
      summary = "Change a project",
      description =
          "All fields as in POST, without needs and planned; If-Match carries the ETag that GET"
              + " gave. 412 when somebody changed it since.")
  @PutMapping("/{id}")
  ResponseEntity<Answer> change(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone,
      @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
      @RequestBody New body) {
    long zoneId = zone(request, zone, true);
    int version = IfMatch.version(seen);
    IfMatch.check(seen, projects.get(zoneId, id).version());
    projects.edit(zoneId, id, version, draft(body));
    return tagged(answer(zoneId, id));
  }

  private static ResponseEntity<Answer> tagged(Answer answer) {
    return ResponseEntity.ok().eTag(IfMatch.etag(answer.version())).body(answer);
  }

  @Operation(
      summary = "Enter a stage, with its evidence",
      description =
          "All or nothing: the papers are added and the stage is entered, or the refusal (409)"
              + " names all that is missing. 开工 needs the construction permit and a dated photo of"
              + " permanent works. Sent again with the same Idempotency-Key it is entered once.")
  @PostMapping("/{id}/stages")
  Answer enter(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Entering body) {
    long zoneId = zone(request, zone, true);
    String stage = body.stage();
    LocalDate on = body.on();
    if (stage == null || on == null) {
      throw new ProjectRefused("缺 stage（阶段）或 on（进入日期）");
    }
    idempotency.once(
        CurrentAccount.get(request),
        zoneId,
        key,
        "POST projects/" + id + "/stages " + body,
        () -> {
          enter(zoneId, id, stage, on, body.evidence());
          return id;
        });
    return answer(zoneId, id);
  }

  private void enter(
      long zone, long id, String stage, LocalDate on, @Nullable List<PaperGiven> papers) {
    transaction.executeWithoutResult(
        s -> {
          for (PaperGiven paper : papers == null ? List.<PaperGiven>of() : papers) {
            if (paper.dated() == null) {
              throw new ProjectRefused("材料 " + or(paper.kind()) + " 缺日期 dated");
            }
            evidence.add(
                zone,
                id,
                or(paper.kind()),
                or(paper.number()),
                paper.dated(),
                or(paper.note()),
                null,
                "");
          }
          entries.enter(zone, id, stage, on);
        });
  }

  @Operation(
      summary = "Add evidence with its file",
      description =
          "JPG, PNG or PDF by content, at most 20 MB; the date is the one given here. Sent again"
              + " with the same Idempotency-Key it is added once.")
  @PostMapping("/{id}/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  Added evidence(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String number,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dated,
      @RequestParam(defaultValue = "") String note,
      @RequestParam @Nullable MultipartFile file)
      throws IOException {
    byte[] content = file == null ? new byte[0] : file.getBytes();
    String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
    long zoneId = zone(request, zone, true);
    String asked =
        "POST projects/%d/evidence %s"
            .formatted(id, List.of(kind, number, dated, note, name, Arrays.hashCode(content)));
    return new Added(
        idempotency.once(
            CurrentAccount.get(request),
            zoneId,
            key,
            asked,
            () -> files.add(zoneId, id, kind, number, dated, note, name, content)));
  }

  @Operation(
      summary = "The batches of this year (preview)",
      description =
          "Entries into each stage that counts, target, even pace and forecast. May still change.")
  @GetMapping("/year")
  List<Batch> year(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam @Nullable Integer year) {
    long id = zone(request, zone, false);
    return transaction.execute(
        s -> {
          int asked = year == null ? situations.get(id).today().getYear() : year;
          return plans.year(id, asked).stream()
              .map(
                  b ->
                      new Batch(
                          b.stage().code(),
                          b.year(),
                          b.counted().size(),
                          b.target(),
                          b.pace(),
                          b.forecast().size(),
                          b.counted()))
              .toList();
        });
  }

  private long zone(HttpServletRequest request, String code, boolean write) {
    Account account = CurrentAccount.get(request);
    if (write) {
      Rights.checkWrite(account);
    } else {
      Rights.checkRead(account);
    }
    return zones.of(account, code);
  }

  private Answer answer(long zone, long id) {
    return Objects.requireNonNull(
        transaction.execute(
            s -> {
              Situation situation = situations.get(zone);
              return answer(
                  situation, situation.find(id).orElseThrow(() -> NoSuchProject.project(id)));
            }));
  }

  private Answer answer(Situation situation, Situation.Line line) {
    Project project = line.project();
    Stage next = situation.course().next(line.standing()).orElse(null);
    List<Missing> missing =
        next == null
            ? List.of()
            : situation.course().missing(line.standing(), next, situation.today());
    return new Answer(
        project.id(),
        project.code(),
        project.provisional(),
        project.name(),
        project.enterpriseId(),
        project.enterpriseName(),
        project.investment().yuan(),
        line.stage().map(Stage::code).orElse(null),
        line.standing().entered(),
        line.standing().planned(),
        line.verdict().state().name().toLowerCase(java.util.Locale.ROOT),
        new Words(texts, Language.SIMPLIFIED).reason(line.verdict()),
        next == null ? null : next.code(),
        missing.stream().map(Missing::words).toList(),
        needs.list(project.zoneId(), project.id()),
        project.leader(),
        project.bureau(),
        project.leadRef(),
        project.version());
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
