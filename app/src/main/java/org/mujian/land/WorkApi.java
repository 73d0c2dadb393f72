package org.mujian.land;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.units.Money;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.mujian.web.IfMatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Public works for programs. Preview: the paths may still change. */
@RestController
@RequestMapping("/api/v1/works")
@Tag(name = "works", description = "工程 / public works")
class WorkApi {

  private final Works works;
  private final Land land;
  private final ApiZone zones;
  private final Idempotency idempotency;

  WorkApi(Works works, Land land, ApiZone zones, Idempotency idempotency) {
    this.idempotency = idempotency;
    this.works = works;
    this.land = land;
    this.zones = zones;
  }

  /**
   * What a work is made of.
   *
   * @param estimateYuan the approved estimate, which payments never exceed
   */
  record Given(
      @Nullable String number,
      @Nullable String name,
      @Nullable String contractor,
      @Nullable BigDecimal budgetYuan,
      @Nullable BigDecimal estimateYuan,
      @Nullable LocalDate plannedStart,
      @Nullable LocalDate plannedFinish,
      @Nullable LocalDate started,
      @Nullable String note) {

    WorkRows.New read() {
      LocalDate finish = required(plannedFinish, "plannedFinish");
      return new WorkRows.New(
          required(number, "number").strip(),
          required(name, "name").strip(),
          contractor == null ? "" : contractor.strip(),
          Money.ofYuan(required(budgetYuan, "budgetYuan")),
          estimateYuan == null ? null : Money.ofYuan(estimateYuan),
          plannedStart,
          finish,
          finish,
          started,
          note == null ? "" : note.strip(),
          false);
    }
  }

  private static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "请求缺少 " + field);
    }
    return value;
  }

  record Forecast(@Nullable LocalDate finish, @Nullable String why) {}

  @Operation(
      summary = "The works of a zone",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping
  List<Work> list(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String zone) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    return works.list(zones.of(account, zone));
  }

  @Operation(
      summary = "One work",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id}")
  ResponseEntity<Work> one(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    return tagged(works.get(zones.of(account, zone), id));
  }

  @Operation(
      summary = "Create a work",
      description =
          "number, name, budgetYuan and plannedFinish are required; it is forecast as planned. 409"
              + " when the number is taken. Sent again with the same Idempotency-Key it is made"
              + " once.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping
  ResponseEntity<Work> create(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Given body) {
    Account account = CurrentAccount.get(request);
    Allowed.toWrite(account);
    long in = zones.of(account, zone);
    WorkRows.New wanted = body.read();
    long id =
        idempotency.once(
            account, in, key, "POST works " + body, () -> works.create(in, wanted).id());
    Work made = works.get(in, id);
    return ResponseEntity.created(URI.create("/api/v1/works/" + id))
        .eTag(IfMatch.etag(made.version()))
        .body(made);
  }

  @Operation(
      summary = "Change a work",
      description =
          "All fields as in POST; If-Match carries the ETag that GET gave. 412 when somebody"
              + " changed it since, 409 when more is paid than the new estimate allows. Its"
              + " forecast has a path of its own.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PutMapping("/{id}")
  ResponseEntity<Work> change(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
      @RequestBody Given body) {
    Account account = CurrentAccount.get(request);
    Allowed.toWrite(account);
    long in = zones.of(account, zone);
    int version = IfMatch.version(seen);
    IfMatch.check(seen, works.get(in, id).version());
    return tagged(works.change(in, id, version, body.read()));
  }

  private static ResponseEntity<Work> tagged(Work work) {
    return ResponseEntity.ok().eTag(IfMatch.etag(work.version())).body(work);
  }

  @Operation(
      summary = "What would move if the work were finished on another day; nothing is changed",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id}/consequences")
  List<Land.Moved> consequences(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestParam LocalDate finish) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    return land.consequencesOf(zones.of(account, zone), id, finish);
  }

  @Operation(
      summary = "Says when the work will be finished now; answers with the parcels that move",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @PostMapping("/{id}/forecast")
  List<Land.Moved> forecast(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestBody Forecast forecast) {
    Account account = CurrentAccount.get(request);
    Allowed.toWrite(account);
    LocalDate finish = forecast.finish();
    String why = forecast.why();
    if (finish == null || why == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "请求须有 finish 与 why");
    }
    return works.forecast(zones.of(account, zone), id, finish, why);
  }
}
