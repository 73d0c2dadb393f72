package org.mujian.land;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.mujian.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Parcels and their reservations (意向预留) for programs. */
@RestController
@RequestMapping("/api/v1/parcels")
@Tag(name = "parcels", description = "地块与意向预留 / parcels and reservations")
class ParcelApi {

  private static final int MOST = 500;

  private final Parcels parcels;
  private final Reservations reservations;
  private final ApiZone zones;
  private final Idempotency idempotency;
  private final Texts texts;

  ParcelApi(
      Parcels parcels,
      Reservations reservations,
      ApiZone zones,
      Idempotency idempotency,
      Texts texts) {
    this.parcels = parcels;
    this.reservations = reservations;
    this.zones = zones;
    this.idempotency = idempotency;
    this.texts = texts;
  }

  record Listed(List<ParcelView> items, long total, int page, int size) {}

  /** A parcel with its tracks. */
  record Whole(
      ParcelView parcel, Map<String, Step> steps, Map<ConnectionKind, Connection> connections) {}

  /**
   * @param holder opaque: a kind, a colon, an id
   */
  record Wanted(
      @Nullable String holder,
      @Nullable String holderName,
      @Nullable Boolean chemical,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    Reservations.Ask ask(long parcel) {
      return new Reservations.Ask(
          parcel,
          given(holder, "holder"),
          given(holderName, "holderName"),
          Boolean.TRUE.equals(chemical),
          given(from, "from"),
          given(until, "until"));
    }

    private static <T> T given(@Nullable T value, String field) {
      if (value == null) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "请求缺少 " + field);
      }
      return value;
    }
  }

  @Operation(summary = "Parcels of a zone, by number")
  @GetMapping
  Listed list(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @Parameter(description = "supplyable, waiting, legal, reserved, committed, idle, blocked")
          @RequestParam(defaultValue = "")
          String status,
      @RequestParam(defaultValue = "") String block,
      @Parameter(description = "Part of the number, block or use") @RequestParam(defaultValue = "")
          String q,
      @Parameter(description = "Only those free and supplyable by that day")
          @RequestParam(defaultValue = "")
          String at,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    long in = seen(request, zone);
    List<ParcelState> found = ParcelQuery.of(status, block, q, at).filter(parcels.list(in));
    int most = Math.clamp(size, 1, MOST);
    int first = Math.clamp(page, 0, 1_000_000);
    return new Listed(
        found.stream()
            .skip((long) first * most)
            .limit(most)
            .map(state -> ParcelView.of(state, texts))
            .toList(),
        found.size(),
        first,
        most);
  }

  @Operation(summary = "One parcel with its legal steps and connections")
  @GetMapping("/{id}")
  Whole get(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    long in = seen(request, zone);
    return new Whole(
        ParcelView.of(parcels.get(in, id), texts),
        parcels.steps(in, id),
        parcels.connections(in, id));
  }

  @Operation(summary = "The reservations that a parcel has and had, newest first")
  @GetMapping("/{id}/reservations")
  List<ParcelView.ReservationView> reservations(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    long in = seen(request, zone);
    parcels.get(in, id);
    return reservations.listOf(in, id).stream().map(ParcelView.ReservationView::of).toList();
  }

  @Operation(
      summary = "Reserves a parcel for a period, never twice",
      description = "409 names who holds it and for which period")
  @PostMapping("/{id}/reservations")
  ResponseEntity<ParcelView.ReservationView> reserve(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable long id,
      @RequestBody Wanted wanted) {
    Account account = CurrentAccount.get(request);
    Allowed.toReserve(account);
    long in = zones.of(account, zone);
    Reservations.Ask ask = wanted.ask(id);
    long made =
        idempotency.once(
            account,
            in,
            key,
            "POST parcel reservation " + ask,
            () -> reservations.reserve(in, ask).id());
    return ResponseEntity.created(URI.create("/api/v1/parcels/" + id + "/reservations"))
        .body(ParcelView.ReservationView.of(reservations.find(in, made).orElseThrow()));
  }

  @Operation(summary = "Gives a reservation back")
  @DeleteMapping("/{id}/reservations/{reservation}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @PathVariable long reservation,
      @RequestParam(defaultValue = "释放") String why) {
    Account account = CurrentAccount.get(request);
    Allowed.toReserve(account);
    long in = zones.of(account, zone);
    reservations
        .find(in, reservation)
        .filter(r -> r.parcelId() == id)
        .orElseThrow(() -> new NoSuchLand("意向预留 " + reservation));
    reservations.release(in, reservation, why);
  }

  private long seen(HttpServletRequest request, @Nullable String zone) {
    Account account = CurrentAccount.get(request);
    Allowed.toSee(account);
    return zones.of(account, zone);
  }
}
