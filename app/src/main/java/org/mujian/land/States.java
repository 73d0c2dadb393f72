package org.mujian.land;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows today from the three tracks of parcels. */
@Component
class States {

  private static final List<Commitment> FIRM =
      List.of(
          Commitment.LISTED,
          Commitment.CONTRACTED,
          Commitment.BUILDING,
          Commitment.BUILT,
          Commitment.IDLE);

  private final ParcelRows parcels;
  private final Tracks tracks;
  private final ReservationRows reservations;
  private final JdbcClient jdbc;
  private final Texts texts;
  private final Clock clock;

  States(
      ParcelRows parcels,
      Tracks tracks,
      ReservationRows reservations,
      JdbcClient jdbc,
      Texts texts,
      Clock clock) {
    this.parcels = parcels;
    this.tracks = tracks;
    this.reservations = reservations;
    this.jdbc = jdbc;
    this.texts = texts;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
  }

  /**
   * All parcels in use, by number.
   *
   * @param instead finishing dates assumed for works, by work id: what would be
   */
  List<ParcelState> list(long zone, Map<Long, LocalDate> instead) {
    LocalDate today = today();
    var connections = tracks.connections(zone, null);
    var steps = tracks.steps(zone, null);
    Map<Long, ParcelReservation> held = new HashMap<>();
    reservations
        .listOpen(zone, today)
        .forEach(
            r -> {
              if (r.covers(today)) {
                held.put(r.parcelId(), r);
              }
            });
    boolean chemicalAllowed = chemicalAllowed(zone);
    return parcels.list(zone).stream()
        .map(
            parcel ->
                state(
                    parcel,
                    steps.getOrDefault(parcel.id(), Map.of()),
                    assume(connections.getOrDefault(parcel.id(), Map.of()), instead),
                    held.get(parcel.id()),
                    chemicalAllowed,
                    today))
        .toList();
  }

  ParcelState of(Parcel parcel) {
    LocalDate today = today();
    ParcelReservation held =
        reservations.listOf(parcel.zoneId(), parcel.id()).stream()
            .filter(r -> r.covers(today))
            .findFirst()
            .orElse(null);
    return state(
        parcel,
        tracks.steps(parcel.zoneId(), parcel.id()).getOrDefault(parcel.id(), Map.of()),
        tracks.connections(parcel.zoneId(), parcel.id()).getOrDefault(parcel.id(), Map.of()),
        held,
        chemicalAllowed(parcel.zoneId()),
        today);
  }

  private static ParcelState state(
      Parcel parcel,
      Map<String, Step> steps,
      Map<ConnectionKind, Connection> connections,
      @Nullable ParcelReservation held,
      boolean chemicalAllowed,
      LocalDate today) {
    Commitment firm = firm(steps);
    Commitment commitment = firm == Commitment.FREE && held != null ? Commitment.RESERVED : firm;
    boolean landable = !parcel.chemical() || chemicalAllowed;
    Step clear = steps.get(LegalStep.CLEAR.code());
    boolean cleared = clear != null && clear.done() != null;
    Supplyable computed = Supplyable.of(clear, connections, today);
    Supplyable supplyable =
        landable
            ? computed
            : new Supplyable(computed.on(), false, Light.State.BAD, Reason.of("unrecognised"));
    return new ParcelState(
        parcel,
        commitment,
        held,
        cleared,
        landable,
        supplyable,
        ParcelStatus.of(commitment, landable, cleared, supplyable));
  }

  /** Connections as they would be if works ended on other days. */
  private static Map<ConnectionKind, Connection> assume(
      Map<ConnectionKind, Connection> connections, Map<Long, LocalDate> instead) {
    if (instead.isEmpty()) {
      return connections;
    }
    return connections.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  Connection c = entry.getValue();
                  LocalDate date = c.workId() == null ? null : instead.get(c.workId());
                  return date == null ? c : c.withForecast(date);
                }));
  }

  Commitment firmCommitment(Parcel parcel) {
    return firm(tracks.steps(parcel.zoneId(), parcel.id()).getOrDefault(parcel.id(), Map.of()));
  }

  /** The furthest step of the commitment track that is done; free when there is none. */
  private static Commitment firm(Map<String, Step> steps) {
    Set<String> done =
        steps.values().stream()
            .filter(step -> step.done() != null)
            .map(Step::step)
            .collect(Collectors.toSet());
    return FIRM.reversed().stream()
        .filter(commitment -> done.contains(commitment.code()))
        .findFirst()
        .orElse(Commitment.FREE);
  }

  /** Whether the park is known to be recognised for chemical projects, by the latest decision. */
  boolean chemicalAllowed(long zone) {
    return jdbc.sql(
            "SELECT recognised FROM chemical_park WHERE zone_id = ? ORDER BY decided_on DESC LIMIT"
                + " 1")
        .param(zone)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  String word(Worded what, boolean english) {
    return texts.get(english ? Language.ENGLISH : Language.SIMPLIFIED, what.key());
  }
}
