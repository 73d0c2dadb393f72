package org.mujian.land;

import java.time.LocalDate;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what authorities, works and inspections did to parcels. */
@Component
@Transactional
class Recording {

  private final ParcelRows parcels;
  private final Tracks tracks;
  private final ReservationRows reservationRows;
  private final Reservations reservations;
  private final States states;
  private final Changes changes;
  private final JdbcClient jdbc;

  Recording(
      ParcelRows parcels,
      Tracks tracks,
      ReservationRows reservationRows,
      Reservations reservations,
      States states,
      Changes changes,
      JdbcClient jdbc) {
    this.parcels = parcels;
    this.tracks = tracks;
    this.reservationRows = reservationRows;
    this.reservations = reservations;
    this.states = states;
    this.changes = changes;
    this.jdbc = jdbc;
  }

  /**
   * A step with its dates. When a contract is signed with another than the holder, the reservation
   * falls: it never was a right.
   */
  void step(long zone, Step step) {
    Parcel parcel = parcels.lock(zone, step.parcelId());
    String name = word(step.step());
    requirePast(step.done(), name);
    if (step.done() != null && step.authority().isBlank()) {
      throw new LandRefused(
          name + "：办结须写明主管部门", "A step that is done names its authority: " + step.step());
    }
    changes.join(zone, "地块 " + parcel.number() + "：" + name);
    tracks.put(zone, step);
    if (step.step().equals(Commitment.CONTRACTED.code()) && step.done() != null) {
      reservationRows.listOf(zone, parcel.id()).stream()
          .filter(r -> r.active() && !r.holder().equals(step.holder()))
          .forEach(r -> reservations.end(r, "由他人竞得，意向预留失效"));
    }
  }

  void connection(long zone, Connection connection) {
    Parcel parcel = parcels.lock(zone, connection.parcelId());
    String name = states.word(connection.kind(), false);
    requirePast(connection.actual(), name);
    boolean atRedLine = connection.reach().equals("red-line");
    if (atRedLine != (connection.actual() != null)) {
      throw new LandRefused(
          name + "：只有在红线处验收通达才有实际日期；干线到达或临时接入另列",
          "An actual date belongs to a connection accepted at the red line, and to no other");
    }
    if (atRedLine && connection.evidence().isBlank()) {
      throw new LandRefused(name + "：通达须有依据（验收单、照片）", "A connection needs its evidence");
    }
    changes.join(zone, "地块 " + parcel.number() + "：" + name);
    tracks.put(zone, connection);
  }

  /** What the authority decided on the chemical park. */
  void recognition(long zone, boolean recognised, LocalDate on, String authority, String document) {
    requirePast(on, "化工园区认定");
    changes.join(zone, "录入化工园区认定：" + document);
    jdbc.sql(
            """
            INSERT INTO chemical_park (zone_id, recognised, decided_on, authority, document) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (zone_id, decided_on) DO UPDATE SET recognised = excluded.recognised,
              authority = excluded.authority, document = excluded.document
            """)
        .params(zone, recognised, on, authority, document)
        .update();
  }

  private void requirePast(@org.jspecify.annotations.Nullable LocalDate date, String what) {
    if (date != null && date.isAfter(states.today())) {
      throw new LandRefused(
          what + "：实际日期 " + date + " 在今天之后；将来的日期请填预测",
          "The actual date " + date + " is in the future: give it as a forecast");
    }
  }

  private String word(String step) {
    for (LegalStep legal : LegalStep.values()) {
      if (legal.code().equals(step)) {
        return states.word(legal, false);
      }
    }
    return states.word(Commitment.valueOf(step.toUpperCase(java.util.Locale.ROOT)), false);
  }
}
