package org.mujian.factors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of a zone and what each has. */
@Component
@Transactional
public class FactorAccounts {

  private final JdbcClient jdbc;
  private final Changes changes;

  FactorAccounts(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** What a new account is made of; see {@link FactorAccount}. */
  public record New(
      String code,
      String name,
      FactorAccount.Kind kind,
      String factor,
      String unit,
      @Nullable String place,
      String note,
      boolean sample) {}

  public List<FactorAccount> list(long zone) {
    return jdbc.sql("SELECT * FROM factor_account WHERE zone_id = ? ORDER BY kind, factor, id")
        .param(zone)
        .query(FactorAccounts::account)
        .list();
  }

  public Optional<FactorAccount> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM factor_account WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(FactorAccounts::account)
        .optional();
  }

  public FactorAccount get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchFactor("要素账户 " + id));
  }

  public Optional<FactorAccount> findByCode(long zone, String code) {
    return jdbc.sql("SELECT * FROM factor_account WHERE zone_id = ? AND code = ?")
        .params(zone, code)
        .query(FactorAccounts::account)
        .optional();
  }

  /** By period; empty when nothing was ever supplied. */
  public List<Balance> listBalances(long zone, long accountId) {
    return jdbc.sql(
            "SELECT period, cap, used FROM factor_counter WHERE zone_id = ? AND account_id = ?"
                + " ORDER BY period")
        .params(zone, accountId)
        .query(Balance.class)
        .list();
  }

  /** By account, all periods of all accounts in one query. */
  Map<Long, List<Balance>> balances(long zone) {
    Map<Long, List<Balance>> balances = new HashMap<>();
    jdbc.sql(
            "SELECT account_id, period, cap, used FROM factor_counter WHERE zone_id = ? ORDER BY"
                + " account_id, period")
        .param(zone)
        .query(
            row -> {
              balances
                  .computeIfAbsent(row.getLong("account_id"), id -> new ArrayList<>())
                  .add(
                      new Balance(
                          row.getString("period"),
                          row.getBigDecimal("cap"),
                          row.getBigDecimal("used")));
            });
    return balances;
  }

  public FactorAccount create(long zone, New wanted) {
    changes.join(zone, "新建要素账户 " + wanted.name());
    try {
      return jdbc.sql(
              """
              INSERT INTO factor_account (zone_id, code, name, kind, factor, unit, place, note, sample)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
              """)
          .params(
              zone,
              wanted.code(),
              wanted.name(),
              wanted.kind().name().toLowerCase(Locale.ROOT),
              wanted.factor(),
              wanted.unit())
          .param(wanted.place())
          .params(wanted.note(), wanted.sample())
          .query(FactorAccounts::account)
          .single();
    } catch (DuplicateKeyException e) {
      throw new FactorRefused(
          "已有代码为 " + wanted.code() + " 的要素账户", "There is an account " + wanted.code() + " already");
    }
  }

  private static FactorAccount account(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new FactorAccount(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        FactorAccount.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("factor"),
        row.getString("unit"),
        row.getString("place"),
        row.getString("note"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}
