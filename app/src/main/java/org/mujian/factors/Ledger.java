package org.mujian.factors;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counters and the postings behind them, always moved together. The counter's condition and its
 * CHECK keep an account from being overspent, whoever comes at the same time.
 */
@Component
class Ledger {

  /** The side of an account on which an amount stands. */
  enum Side {
    SOURCE,
    FREE,
    RESERVED,
    COMMITTED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One line of the ledger. */
  record Posting(
      String kind,
      Side from,
      Side to,
      BigDecimal amount,
      @Nullable Long reservationId,
      long changeId,
      String why) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Moves the amount in one period; false, with nothing done, when there is not that much. */
  boolean post(FactorAccount account, String period, Posting posting) {
    boolean moved =
        switch (posting.kind()) {
          case "supply" -> supply(account, period, posting.amount());
          case "withdrawal" -> count(account, period, CUT, posting.amount());
          case "reservation" -> count(account, period, TAKE, posting.amount());
          case "release" -> count(account, period, GIVE_BACK, posting.amount());
          default -> true; // a commitment moves within what is used
        };
    if (moved) {
      write(account, period, posting);
    }
    return moved;
  }

  private static final String TAKE =
      "UPDATE factor_counter SET used = used + :x WHERE zone_id = :zone AND account_id = :account"
          + " AND period = :period AND used + :x <= cap";
  private static final String GIVE_BACK =
      "UPDATE factor_counter SET used = used - :x WHERE zone_id = :zone AND account_id = :account"
          + " AND period = :period AND used >= :x";
  private static final String CUT =
      "UPDATE factor_counter SET cap = cap - :x WHERE zone_id = :zone AND account_id = :account"
          + " AND period = :period AND used <= cap - :x";

  private boolean count(FactorAccount account, String period, String sql, BigDecimal amount) {
    return jdbc.sql(sql)
            .param("x", amount)
            .param("zone", account.zoneId())
            .param("account", account.id())
            .param("period", period)
            .update()
        == 1;
  }

  private boolean supply(FactorAccount account, String period, BigDecimal amount) {
    jdbc.sql(
            """
            INSERT INTO factor_counter (zone_id, account_id, period, cap) VALUES (?, ?, ?, ?)
            ON CONFLICT (zone_id, account_id, period) DO UPDATE SET cap = factor_counter.cap + excluded.cap
            """)
        .params(account.zoneId(), account.id(), period, amount)
        .update();
    return true;
  }

  private void write(FactorAccount account, String period, Posting posting) {
    jdbc.sql(
            """
            INSERT INTO factor_posting (zone_id, account_id, period, kind, from_side, to_side, amount,
              reservation_id, change_id, at, who, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            account.zoneId(),
            account.id(),
            period,
            posting.kind(),
            posting.from().text(),
            posting.to().text(),
            posting.amount())
        .param(posting.reservationId())
        .params(
            posting.changeId(),
            java.sql.Timestamp.from(clock.instant()),
            Scope.current().who(),
            posting.why())
        .update();
  }

  /** What an account has in a period; zero when nothing was supplied. */
  Balance balance(FactorAccount account, String period) {
    return jdbc.sql(
            "SELECT period, cap, used FROM factor_counter WHERE zone_id = ? AND account_id = ? AND"
                + " period = ?")
        .params(account.zoneId(), account.id(), period)
        .query(Balance.class)
        .optional()
        .orElse(new Balance(period, BigDecimal.ZERO, BigDecimal.ZERO));
  }

  /** The newest lines first. */
  List<LedgerLine> list(long zone, long accountId, int limit) {
    return jdbc.sql(
            """
            SELECT p.id, p.at, p.period, p.kind, p.amount, p.who, p.why, r.holder_name AS holder, r.until_date AS until
            FROM factor_posting p LEFT JOIN factor_reservation r ON r.zone_id = p.zone_id AND r.id = p.reservation_id
            WHERE p.zone_id = ? AND p.account_id = ? ORDER BY p.id DESC LIMIT ?
            """)
        .params(zone, accountId, limit)
        .query(LedgerLine.class)
        .list();
  }
}
