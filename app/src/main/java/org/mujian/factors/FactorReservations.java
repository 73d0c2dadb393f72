package org.mujian.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reservations. */
@Component
class FactorReservations {

  private final JdbcClient jdbc;
  private final Clock clock;

  FactorReservations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  FactorReservation add(FactorAccount account, FactorAsk ask) {
    return jdbc.sql(
            """
            INSERT INTO factor_reservation (zone_id, account_id, holder, holder_name, amount, from_date,
              until_date, made_at, made_by, sample)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
            """)
        .params(
            account.zoneId(),
            account.id(),
            ask.holder(),
            ask.holderName(),
            ask.amount(),
            ask.from(),
            ask.until(),
            java.sql.Timestamp.from(clock.instant()),
            Scope.current().who(),
            account.sample())
        .query(FactorReservations::reservation)
        .single();
  }

  Optional<FactorReservation> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM factor_reservation WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(FactorReservations::reservation)
        .optional();
  }

  /** The row, kept from others until the transaction ends. */
  FactorReservation lock(long zone, long id) {
    return jdbc.sql("SELECT * FROM factor_reservation WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(FactorReservations::reservation)
        .optional()
        .orElseThrow(() -> new NoSuchFactor("要素预留 " + id));
  }

  FactorReservation setUntil(FactorReservation held, LocalDate until) {
    return jdbc.sql(
            """
            UPDATE factor_reservation SET until_date = ?, version = version + 1
            WHERE zone_id = ? AND id = ? RETURNING *
            """)
        .params(until, held.zoneId(), held.id())
        .query(FactorReservations::reservation)
        .single();
  }

  FactorReservation setState(FactorReservation held, FactorReservation.State state) {
    return jdbc.sql(
            """
            UPDATE factor_reservation SET state = ?, version = version + 1
            WHERE zone_id = ? AND id = ? RETURNING *
            """)
        .params(state.name().toLowerCase(Locale.ROOT), held.zoneId(), held.id())
        .query(FactorReservations::reservation)
        .single();
  }

  List<FactorReservation> listHeld(long zone, long accountId) {
    return jdbc.sql(
            """
            SELECT * FROM factor_reservation
            WHERE zone_id = ? AND account_id = ? AND state <> 'released' ORDER BY amount DESC, id
            """)
        .params(zone, accountId)
        .query(FactorReservations::reservation)
        .list();
  }

  List<FactorReservation> listHeldBy(long zone, String holder) {
    return jdbc.sql(
            """
            SELECT * FROM factor_reservation
            WHERE zone_id = ? AND holder = ? AND state <> 'released' ORDER BY id DESC
            """)
        .params(zone, holder)
        .query(FactorReservations::reservation)
        .list();
  }

  /** Intentions on budgets whose last day is over: they still count until they are released. */
  List<FactorReservation> listLapsed(long zone, LocalDate today) {
    return jdbc.sql(
            """
            SELECT * FROM factor_reservation
            WHERE zone_id = ? AND state = 'reserved' AND until_date < ? ORDER BY id
            """)
        .params(zone, today)
        .query(FactorReservations::reservation)
        .list();
  }

  private static FactorReservation reservation(ResultSet row, int i) throws SQLException {
    return new FactorReservation(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("holder"),
        row.getString("holder_name"),
        row.getBigDecimal("amount"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("until_date", LocalDate.class),
        FactorReservation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}
