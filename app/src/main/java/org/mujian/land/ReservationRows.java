package org.mujian.land;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reservations: one for the parcel, one for each of its pieces. */
@Component
class ReservationRows {

  private static final String SELECT =
      "SELECT *, lower(during) AS from_day, upper(during) - 1 AS until_day FROM parcel_reservation";

  private final JdbcClient jdbc;
  private final Clock clock;

  ReservationRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  ParcelReservation add(Parcel parcel, Reservations.Ask ask) {
    long id =
        jdbc.sql(
                """
                INSERT INTO parcel_reservation (zone_id, parcel_id, holder, holder_name, chemical, during, made_at, made_by, sample)
                VALUES (?, ?, ?, ?, ?, daterange(?, ?, '[]'), ?, ?, ?) RETURNING id
                """)
            .params(
                parcel.zoneId(),
                parcel.id(),
                ask.holder(),
                ask.holderName(),
                ask.chemical(),
                ask.from(),
                ask.until(),
                java.sql.Timestamp.from(clock.instant()),
                Scope.current().who(),
                parcel.sample())
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            INSERT INTO parcel_reservation_piece (zone_id, reservation_id, piece_id, during)
            SELECT zone_id, ?, id, daterange(?, ?, '[]') FROM parcel_piece
            WHERE zone_id = ? AND parcel_id = ? ORDER BY id
            """)
        .params(id, ask.from(), ask.until(), parcel.zoneId(), parcel.id())
        .update();
    return find(parcel.zoneId(), id).orElseThrow();
  }

  Optional<ParcelReservation> find(long zone, long id) {
    return jdbc.sql(SELECT + " WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(ReservationRows::reservation)
        .optional();
  }

  ParcelReservation lock(long zone, long id) {
    return jdbc.sql(SELECT + " WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(ReservationRows::reservation)
        .optional()
        .orElseThrow(() -> new NoSuchLand("意向预留 " + id));
  }

  ParcelReservation setPeriod(ParcelReservation held, LocalDate from, LocalDate until) {
    jdbc.sql(
            """
            UPDATE parcel_reservation SET during = daterange(?, ?, '[]'), version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(from, until, held.zoneId(), held.id())
        .update();
    jdbc.sql(
            """
            UPDATE parcel_reservation_piece SET during = daterange(?, ?, '[]')
            WHERE zone_id = ? AND reservation_id = ?
            """)
        .params(from, until, held.zoneId(), held.id())
        .update();
    return find(held.zoneId(), held.id()).orElseThrow();
  }

  void end(ParcelReservation held, String why) {
    jdbc.sql(
            """
            UPDATE parcel_reservation SET active = false, ended_why = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(why, held.zoneId(), held.id())
        .update();
    jdbc.sql(
            "UPDATE parcel_reservation_piece SET active = false WHERE zone_id = ? AND"
                + " reservation_id = ?")
        .params(held.zoneId(), held.id())
        .update();
  }

  List<ParcelReservation> listOverlapping(
      Parcel parcel, LocalDate from, LocalDate until, long but) {
    return jdbc.sql(
            SELECT
                + " WHERE zone_id = ? AND parcel_id = ? AND active AND id <> ?"
                + " AND during && daterange(?, ?, '[]') ORDER BY during")
        .params(parcel.zoneId(), parcel.id(), but, from, until)
        .query(ReservationRows::reservation)
        .list();
  }

  /** Active ones that are not over on {@code today}. */
  List<ParcelReservation> listOpen(long zone, LocalDate today) {
    return jdbc.sql(SELECT + " WHERE zone_id = ? AND active AND upper(during) > ? ORDER BY during")
        .params(zone, today)
        .query(ReservationRows::reservation)
        .list();
  }

  List<ParcelReservation> listHeldBy(long zone, String holder) {
    return jdbc.sql(SELECT + " WHERE zone_id = ? AND holder = ? AND active ORDER BY id DESC")
        .params(zone, holder)
        .query(ReservationRows::reservation)
        .list();
  }

  List<ParcelReservation> listOf(long zone, long parcelId) {
    return jdbc.sql(SELECT + " WHERE zone_id = ? AND parcel_id = ? ORDER BY id DESC")
        .params(zone, parcelId)
        .query(ReservationRows::reservation)
        .list();
  }

  private static ParcelReservation reservation(ResultSet row, int i) throws SQLException {
    return new ParcelReservation(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getLong("parcel_id"),
        row.getString("holder"),
        row.getString("holder_name"),
        row.getBoolean("chemical"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getBoolean("active"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        row.getString("ended_why"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}
