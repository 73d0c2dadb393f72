package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.factors.Factors;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.mujian.units.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a zone with parcels that are ready, 10 MVA of power by quarter, and projects that want. */
class PlanZone {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Changes changes;
  private final FactorAccounts accounts;
  private final Factors factors;
  private final Projects projects;
  private final Needs needs;
  private int nextParcel = 7_000;

  PlanZone(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Changes changes,
      FactorAccounts accounts,
      Factors factors,
      Projects projects,
      Needs needs) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.changes = changes;
    this.accounts = accounts;
    this.factors = factors;
    this.projects = projects;
    this.needs = needs;
  }

  /** A zone of its own. */
  record Made(long id, String code, long power, PlanZone by) {

    long parcel(String number) {
      return by.in(id, () -> by.parcel(id, number));
    }

    /** Needs 30 mu and that much power, in MVA. */
    long project(String name, String yi, String mva) {
      return by.in(id, () -> by.project(id, name, yi, mva));
    }

    <T> T in(Supplier<T> work) {
      return by.in(id, work);
    }
  }

  Made make(long id, int parcels) {
    String code = "plan-" + id;
    in(
        id,
        () -> {
          changes.begin(0, "方案园区");
          return jdbc.sql(
                  "INSERT INTO zone (id, code, name, short_name, division, central_meridian)"
                      + " VALUES (?, ?, ?, ?, '211122', 123)")
              .params(id, code, "方案园区" + id, "方案" + id)
              .update();
        });
    return in(
        id,
        () -> {
          changes.begin(id, "方案园区");
          FactorAccount power =
              accounts.create(
                  id,
                  new FactorAccounts.New(
                      "power",
                      "供电能力",
                      FactorAccount.Kind.CAPACITY,
                      "power",
                      "MVA",
                      null,
                      "",
                      false));
          LocalDate today = ProjectZones.today();
          for (Period period : power.periods(today, today.plusYears(3).plusMonths(3))) {
            factors.supply(id, power.id(), period, BigDecimal.TEN, "设计能力");
          }
          for (int i = 1; i <= parcels; i++) {
            parcel(id, "A-%02d".formatted(i));
          }
          return new Made(id, code, power.id(), this);
        });
  }

  private <T> T in(long zone, Supplier<T> work) {
    return Scope.ofProgram(0, zone)
        .call(() -> java.util.Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  private long project(long zone, String name, String yi, String mva) {
    long id =
        projects
            .create(
                zone,
                new ProjectDraft(
                    null, name, null, "某公司", "", Money.ofYi(new BigDecimal(yi)), "", "项目局", null))
            .id();
    needs.set(
        zone,
        id,
        List.of(
            new Need("land", new BigDecimal("30")),
            new Need("power", new BigDecimal(mva).movePointRight(3))));
    return id;
  }

  /** 42.6 mu, clear, all connections there. */
  private long parcel(long zone, String number) {
    long id = nextParcel++;
    LocalDate ready = ProjectZones.today().minusDays(20);
    changes.join(zone, "地块");
    jdbc.sql(
            "INSERT INTO parcel (zone_id, id, number, area_m2, land_use) VALUES (?, ?, ?, 28400,"
                + " '二类工业')")
        .params(zone, id, number)
        .update();
    jdbc.sql("INSERT INTO parcel_piece (zone_id, parcel_id, area_m2) VALUES (?, ?, 28400)")
        .params(zone, id)
        .update();
    jdbc.sql(
            "INSERT INTO parcel_step (zone_id, parcel_id, step, done_on, authority)"
                + " VALUES (?, ?, 'clear', ?, '县自然资源局')")
        .params(zone, id, ready)
        .update();
    for (String kind :
        List.of(
            "road", "water", "rain", "sewage", "power", "heat", "gas", "telecom", "levelling")) {
      jdbc.sql(
              "INSERT INTO parcel_connection (zone_id, parcel_id, kind, reach, actual_on, evidence)"
                  + " VALUES (?, ?, ?, 'red-line', ?, '验收单')")
          .params(zone, id, kind, ready)
          .update();
    }
    return id;
  }
}
