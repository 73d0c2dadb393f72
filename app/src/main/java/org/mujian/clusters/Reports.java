package org.mujian.clusters;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The monthly reports of the zone's enterprises: of each enterprise and month one. */
@Component
@Transactional
public class Reports {

  private static final List<Item> ITEMS = List.of(Item.values());

  private final JdbcClient jdbc;
  private final Changes changes;

  Reports(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** A report as it is put in. */
  record Draft(
      long enterpriseId,
      YearMonth month,
      Map<Item, BigDecimal> values,
      String source,
      boolean sample) {}

  /**
   * @param written new ones
   * @param filled reports that got a figure they lacked
   * @param standing reports that stand with another figure, left as they are
   */
  record Added(long written, long filled, long standing) {}

  /** From {@code from} to {@code to}, both included. */
  @Transactional(readOnly = true)
  public List<Report> list(long zone, YearMonth from, YearMonth to) {
    return jdbc.sql(
            "SELECT * FROM monthly_report WHERE zone_id = ? AND month BETWEEN ? AND ? ORDER BY"
                + " month, id")
        .params(zone, from.atDay(1), to.atDay(1))
        .query((row, i) -> report(row))
        .list();
  }

  @Transactional(readOnly = true)
  List<Report> listOf(long zone, long enterprise, int limit) {
    return jdbc.sql(
            "SELECT * FROM monthly_report WHERE zone_id = ? AND enterprise_id = ? ORDER BY month"
                + " DESC LIMIT ?")
        .params(zone, enterprise, limit)
        .query((row, i) -> report(row))
        .list();
  }

  @Transactional(readOnly = true)
  List<Report> list(long zone, Collection<Long> ids) {
    return jdbc.sql("SELECT * FROM monthly_report WHERE zone_id = ? AND id = ANY (?)")
        .params(zone, ids.toArray(Long[]::new))
        .query((row, i) -> report(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Report> find(long zone, long enterprise, YearMonth month) {
    return jdbc.sql(
            "SELECT * FROM monthly_report WHERE zone_id = ? AND enterprise_id = ? AND month = ?")
        .params(zone, enterprise, month.atDay(1))
        .query((row, i) -> report(row))
        .optional();
  }

  /** The latest month of which anything was reported. */
  @Transactional(readOnly = true)
  public Optional<YearMonth> findLatest(long zone) {
    return jdbc.sql(
            "SELECT month FROM monthly_report WHERE zone_id = ? ORDER BY month DESC LIMIT 1")
        .param(zone)
        .query(LocalDate.class)
        .optional()
        .map(YearMonth::from);
  }

  /** The day on which a month's report is due, by the rule that held then. */
  @Transactional(readOnly = true)
  public LocalDate due(YearMonth month) {
    YearMonth next = month.plusMonths(1);
    return next.atDay(
        jdbc.sql(
                "SELECT day FROM monthly_report_due WHERE valid_from <= ? ORDER BY valid_from DESC"
                    + " LIMIT 1")
            .param(next.atDay(1))
            .query(Integer.class)
            .single());
  }

  /**
   * Puts one in.
   *
   * @throws ClusterRefused when the enterprise has one of that month
   */
  long record(long zone, String name, Draft draft) {
    changes.join(zone, "录入月报 " + draft.month() + "：" + name);
    try {
      return bind(
              jdbc.sql(
                  "INSERT INTO monthly_report (zone_id, enterprise_id, month, source, recorded_by,"
                      + " sample, "
                      + columns("%s")
                      + ") VALUES (:zone, :enterprise, :month, :source, :who, :sample, "
                      + columns(":%s")
                      + ") RETURNING id"),
              draft.values())
          .param("zone", zone)
          .param("enterprise", draft.enterpriseId())
          .param("month", draft.month().atDay(1))
          .param("source", draft.source())
          .param("who", Scope.current().who())
          .param("sample", draft.sample())
          .query(Long.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw new ClusterRefused("month", "“" + name + "”的 " + draft.month() + " 月报已录入；要更正请打开那一份修改");
    }
  }

  /**
   * Corrects one.
   *
   * @param version the one that the correction was made on
   * @throws OptimisticLockingFailureException when somebody changed it since
   */
  void change(long zone, String name, Report report, Map<Item, BigDecimal> values, String source) {
    changes.join(zone, "更正月报 " + report.month() + "：" + name);
    if (!rewrite(zone, report.id(), report.version(), values, source)) {
      throw new OptimisticLockingFailureException("月报 " + report.month() + " 已被他人修改");
    }
  }

  /** Within a change that the caller opened. */
  boolean rewrite(long zone, long id, int version, Map<Item, BigDecimal> values, String source) {
    return bind(
                jdbc.sql(
                    "UPDATE monthly_report SET "
                        + columns("%1$s = :%1$s")
                        + ", source = :source, recorded_by = :who, recorded_at = now(), version ="
                        + " version + 1 WHERE zone_id = :zone AND id = :id AND version = :version"),
                values)
            .param("source", source)
            .param("who", Scope.current().who())
            .param("zone", zone)
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  /**
   * Adds many in one statement, within a change that the caller opened: what is new is written,
   * what lacks a figure is filled, what stands with another figure stays.
   */
  Added addAll(long zone, List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return new Added(0, 0, 0);
    }
    String differs = columns("r.%1$s <> a.%1$s", " OR ");
    String arriving = "unnest(:enterprises, :months, :sources, " + columns(":%s") + ")";
    String names = " AS a(enterprise_id, month, source, " + columns("%s") + ")";
    long standing =
        arrays(
                jdbc.sql(
                    "SELECT count(*) FROM monthly_report r JOIN "
                        + arriving
                        + names
                        + " ON a.enterprise_id = r.enterprise_id AND a.month = r.month WHERE"
                        + " r.zone_id = :zone AND coalesce("
                        + differs
                        + ", false)"),
                zone,
                drafts)
            .query(Long.class)
            .single();
    List<Boolean> fresh =
        arrays(
                jdbc.sql(
                    "INSERT INTO monthly_report AS r (zone_id, enterprise_id, month, source,"
                        + " recorded_by, sample, "
                        + columns("%s")
                        + ") SELECT :zone, a.enterprise_id, a.month, a.source, :who, :sample, "
                        + columns("a.%s")
                        + " FROM "
                        + arriving
                        + names
                        + " ON CONFLICT ON CONSTRAINT monthly_report_once DO UPDATE SET "
                        + columns("%1$s = coalesce(r.%1$s, excluded.%1$s)")
                        + ", source = excluded.source, recorded_by = excluded.recorded_by,"
                        + " recorded_at = now(), version = r.version + 1 WHERE ("
                        + columns("(r.%1$s IS NULL AND excluded.%1$s IS NOT NULL)", " OR ")
                        + ") AND NOT coalesce("
                        + differs.replace("a.", "excluded.")
                        + ", false) RETURNING (xmax = 0)"),
                zone,
                drafts)
            .param("who", Scope.current().who())
            .param("sample", drafts.getFirst().sample())
            .query(Boolean.class)
            .list();
    long written = fresh.stream().filter(is -> is).count();
    return new Added(written, fresh.size() - written, standing);
  }

  private static JdbcClient.StatementSpec arrays(
      JdbcClient.StatementSpec sql, long zone, List<Draft> drafts) {
    JdbcClient.StatementSpec bound =
        sql.param("zone", zone)
            .param("enterprises", drafts.stream().map(Draft::enterpriseId).toArray(Long[]::new))
            .param(
                "months",
                drafts.stream()
                    .map(draft -> java.sql.Date.valueOf(draft.month().atDay(1)))
                    .toArray(java.sql.Date[]::new))
            .param("sources", drafts.stream().map(Draft::source).toArray(String[]::new));
    for (Item item : ITEMS) {
      BigDecimal[] values = new BigDecimal[drafts.size()];
      Arrays.setAll(values, i -> drafts.get(i).values().get(item));
      bound = bound.param(item.code(), values);
    }
    return bound;
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, Map<Item, BigDecimal> values) {
    JdbcClient.StatementSpec bound = sql;
    for (Item item : ITEMS) {
      bound = bound.param(item.code(), values.get(item), java.sql.Types.NUMERIC);
    }
    return bound;
  }

  private static String columns(String pattern) {
    return columns(pattern, ", ");
  }

  private static String columns(String pattern, String between) {
    return ITEMS.stream()
        .map(item -> pattern.formatted(item.code()))
        .collect(Collectors.joining(between));
  }

  private static Report report(ResultSet row) throws SQLException {
    Map<Item, BigDecimal> values = new EnumMap<>(Item.class);
    for (Item item : ITEMS) {
      BigDecimal value = row.getBigDecimal(item.code());
      if (value != null) {
        values.put(item, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
      }
    }
    return new Report(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        values,
        row.getString("source"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}
