package org.mujian.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Investment done, month by month, cumulative within the year. */
@Component
@Transactional
class ProgressBook {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Projects projects;
  private final Today today;

  ProgressBook(JdbcClient jdbc, Changes changes, Projects projects, Today today) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.projects = projects;
    this.today = today;
  }

  void report(long zone, long id, YearMonth month, Money done, String source) {
    Project project = projects.get(zone, id);
    if (month.isAfter(YearMonth.from(today.date()))) {
      throw new ProjectRefused(month + " 还没有到，不能报完成投资");
    }
    if (done.yuan().signum() < 0) {
      throw new ProjectRefused("完成投资不能是负数：" + done.yi() + " 亿元");
    }
    changes.join(
        zone,
        "「"
            + project.name()
            + "」"
            + month
            + " 今年完成 "
            + done.wan().stripTrailingZeros().toPlainString()
            + " 万元");
    jdbc.sql(
            """
            INSERT INTO project_progress (zone_id, project_id, month, done, source, who)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (zone_id, project_id, month)
            DO UPDATE SET done = excluded.done, source = excluded.source, at = now(), who = excluded.who
            """)
        .params(zone, id, month.atDay(1), done.yuan(), source, Scope.current().who())
        .update();
  }

  /** The latest report of the year of each project. */
  Map<Long, Progress> latest(long zone, int year) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT ON (project_id) * FROM project_progress
            WHERE zone_id = ? AND month BETWEEN ? AND ? ORDER BY project_id, month DESC
            """)
        .params(zone, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
        .query(ProgressBook::progress)
        .list()
        .stream()
        .collect(Collectors.toMap(Progress::projectId, Function.identity()));
  }

  List<Progress> list(long zone, long project) {
    return jdbc.sql(
            "SELECT * FROM project_progress WHERE zone_id = ? AND project_id = ? ORDER BY month")
        .params(zone, project)
        .query(ProgressBook::progress)
        .list();
  }

  private static Progress progress(ResultSet row, int i) throws SQLException {
    return new Progress(
        row.getLong("project_id"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        Money.ofYuan(row.getBigDecimal("done")),
        row.getString("source"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"));
  }
}
