package org.mujian.land;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.land.LandViews.Payment;
import org.mujian.units.Money;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of works and of their payments. */
@Component
class WorkRows {

  private final JdbcClient jdbc;

  WorkRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record New(
      String number,
      String name,
      String contractor,
      Money budget,
      @Nullable Money estimate,
      @Nullable LocalDate plannedStart,
      LocalDate plannedFinish,
      LocalDate forecast,
      @Nullable LocalDate started,
      String note,
      boolean sample) {}

  /** A connection of a parcel that a work delivers. */
  public record Delivery(long parcelId, String number, String kind, @Nullable LocalDate actual) {}

  List<Work> list(long zone) {
    return jdbc.sql("SELECT * FROM land_work WHERE zone_id = ? ORDER BY number")
        .param(zone)
        .query(WorkRows::work)
        .list();
  }

  Optional<Work> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM land_work WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(WorkRows::work)
        .optional();
  }

  Work lock(long zone, long id) {
    return jdbc.sql("SELECT * FROM land_work WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(WorkRows::work)
        .optional()
        .orElseThrow(() -> new NoSuchLand("工程 " + id));
  }

  Work add(long zone, New work) {
    Money estimate = work.estimate();
    try {
      return jdbc.sql(
              """
              INSERT INTO land_work (zone_id, number, name, contractor, budget, estimate, planned_start,
                planned_finish, forecast_finish, started_on, note, sample)
              VALUES (:zone, :number, :name, :contractor, :budget, :estimate::numeric, :start::date,
                :finish, :forecast, :started::date, :note, :sample) RETURNING *
              """)
          .param("zone", zone)
          .param("number", work.number())
          .param("name", work.name())
          .param("contractor", work.contractor())
          .param("budget", work.budget().yuan())
          .param("estimate", estimate == null ? null : estimate.yuan(), java.sql.Types.NUMERIC)
          .param("start", work.plannedStart(), java.sql.Types.DATE)
          .param("finish", work.plannedFinish())
          .param("forecast", work.forecast())
          .param("started", work.started(), java.sql.Types.DATE)
          .param("note", work.note())
          .param("sample", work.sample())
          .query(WorkRows::work)
          .single();
    } catch (DuplicateKeyException e) {
      throw taken(work.number());
    }
  }

  void setForecast(Work work, LocalDate date) {
    jdbc.sql(
            """
            UPDATE land_work SET forecast_finish = ?, version = version + 1 WHERE zone_id = ? AND id = ?
            """)
        .params(date, work.zoneId(), work.id())
        .update();
  }

  void setFinished(Work work, LocalDate date, String evidence) {
    jdbc.sql(
            """
            UPDATE land_work SET finished_on = ?, evidence = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(date, evidence, work.zoneId(), work.id())
        .update();
  }

  /** False, with nothing done, when it would exceed the approved estimate. */
  boolean pay(Work work, Money amount, LocalDate on, String document) {
    int paid =
        jdbc.sql(
                """
                UPDATE land_work SET paid = paid + :x, version = version + 1
                WHERE zone_id = :zone AND id = :id AND paid + :x <= coalesce(estimate, 0)
                """)
            .param("x", amount.yuan())
            .param("zone", work.zoneId())
            .param("id", work.id())
            .update();
    if (paid == 0) {
      return false;
    }
    try {
      jdbc.sql(
              "INSERT INTO land_payment (zone_id, work_id, amount, paid_on, document) VALUES (?, ?,"
                  + " ?, ?, ?)")
          .params(work.zoneId(), work.id(), amount.yuan(), on, document)
          .update();
    } catch (DuplicateKeyException e) {
      throw new LandRefused(
          "凭证 " + document + " 已付过一次", "The document " + document + " was paid already");
    }
    return true;
  }

  List<Payment> listPayments(long zone, long workId) {
    return jdbc.sql(
            """
            SELECT amount, paid_on, document FROM land_payment
            WHERE zone_id = ? AND work_id = ? ORDER BY paid_on DESC, id DESC
            """)
        .params(zone, workId)
        .query(Payment.class)
        .list();
  }

  Money paidIn(long zone, int year) {
    return Money.ofYuan(
        jdbc.sql(
                """
                SELECT coalesce(sum(amount), 0) FROM land_payment
                WHERE zone_id = ? AND paid_on BETWEEN make_date(?, 1, 1) AND make_date(?, 12, 31)
                """)
            .params(zone, year, year)
            .query(BigDecimal.class)
            .single());
  }

  List<Delivery> listDeliveries(long zone, long workId) {
    return jdbc.sql(
            """
            SELECT p.id AS parcel_id, p.number, c.kind, c.actual_on AS actual
            FROM parcel_connection c JOIN parcel p ON p.zone_id = c.zone_id AND p.id = c.parcel_id
            WHERE c.zone_id = ? AND c.work_id = ? AND NOT p.retired ORDER BY p.number, c.kind
            """)
        .params(zone, workId)
        .query(Delivery.class)
        .list();
  }

  /** See {@link Works#stillToSpend}. */
  Map<Long, Money> stillToSpend(long zone) {
    Map<Long, Money> cost = new HashMap<>();
    jdbc.sql(
            """
            WITH waits AS (
              SELECT DISTINCT p.id, p.area_m2, c.work_id
              FROM parcel p JOIN parcel_connection c ON c.zone_id = p.zone_id AND c.parcel_id = p.id
              WHERE p.zone_id = :zone AND NOT p.retired AND c.actual_on IS NULL
            ), shares AS (
              SELECT w.id, w.work_id IS NULL AS nobodys,
                CASE WHEN k.finished_on IS NULL
                  THEN greatest(coalesce(k.estimate, k.budget) - k.paid, 0) * w.area_m2
                    / sum(w.area_m2) OVER (PARTITION BY w.work_id)
                  ELSE 0 END AS yuan
              FROM waits w LEFT JOIN land_work k ON k.zone_id = :zone AND k.id = w.work_id
            )
            SELECT p.id, round(coalesce(sum(s.yuan), 0), 2) AS yuan
            FROM parcel p LEFT JOIN shares s ON s.id = p.id
            WHERE p.zone_id = :zone AND NOT p.retired
            GROUP BY p.id HAVING NOT coalesce(bool_or(s.nobodys), false)
            """)
        .param("zone", zone)
        .query(
            row -> {
              cost.put(row.getLong("id"), Money.ofYuan(row.getBigDecimal("yuan")));
            });
    return cost;
  }

  /** By work: how many parcels in use wait for a connection that it delivers. */
  Map<Long, Long> countWaiting(long zone) {
    Map<Long, Long> waiting = new HashMap<>();
    jdbc.sql(
            """
            SELECT c.work_id, count(DISTINCT p.id) AS parcels
            FROM parcel_connection c JOIN parcel p ON p.zone_id = c.zone_id AND p.id = c.parcel_id
            WHERE c.zone_id = ? AND c.work_id IS NOT NULL AND c.actual_on IS NULL AND NOT p.retired
            GROUP BY c.work_id
            """)
        .param(zone)
        .query(
            row -> {
              waiting.put(row.getLong("work_id"), row.getLong("parcels"));
            });
    return waiting;
  }

  /** False, with nothing done, when somebody changed it since that version. */
  boolean change(Work work, int version, New by) {
    Money estimate = by.estimate();
    try {
      return jdbc.sql(
                  """
                  UPDATE land_work SET number = :number, name = :name, contractor = :contractor, budget = :budget,
                    estimate = :estimate::numeric, planned_start = :start::date, planned_finish = :finish,
                    started_on = :started::date, note = :note, version = version + 1
                  WHERE zone_id = :zone AND id = :id AND version = :version
                  """)
              .param("number", by.number())
              .param("name", by.name())
              .param("contractor", by.contractor())
              .param("budget", by.budget().yuan())
              .param("estimate", estimate == null ? null : estimate.yuan(), java.sql.Types.NUMERIC)
              .param("start", by.plannedStart(), java.sql.Types.DATE)
              .param("finish", by.plannedFinish())
              .param("started", by.started(), java.sql.Types.DATE)
              .param("note", by.note())
              .param("zone", work.zoneId())
              .param("id", work.id())
              .param("version", version)
              .update()
          == 1;
    } catch (DuplicateKeyException e) {
      throw taken(by.number());
    }
  }

  private static LandRefused taken(String number) {
    return new LandRefused("已有编号为 " + number + " 的工程", "There is a work " + number + " already");
  }

  private static Work work(ResultSet row, int i) throws SQLException {
    BigDecimal estimate = row.getBigDecimal("estimate");
    return new Work(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("number"),
        row.getString("name"),
        row.getString("contractor"),
        Money.ofYuan(row.getBigDecimal("budget")),
        estimate == null ? null : Money.ofYuan(estimate),
        Money.ofYuan(row.getBigDecimal("paid")),
        row.getObject("planned_start", LocalDate.class),
        row.getObject("planned_finish", LocalDate.class),
        row.getObject("forecast_finish", LocalDate.class),
        row.getObject("started_on", LocalDate.class),
        row.getObject("finished_on", LocalDate.class),
        row.getString("evidence"),
        row.getString("note"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}
