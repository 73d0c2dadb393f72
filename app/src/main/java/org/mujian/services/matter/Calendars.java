package org.mujian.services.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mujian.clock.WorkingCalendar;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The working calendar in force: read anew each time, so that a new notice holds at once. */
@Component
@Transactional(readOnly = true)
public class Calendars {

  private final JdbcClient jdbc;
  private final Changes changes;

  Calendars(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** The notice of a year, with the days that it names. */
  public record Notice(String year, String title, String source, List<Named> days) {}

  /** A day off, or a weekend that is worked. */
  public record Named(String name, LocalDate day, boolean working) {}

  public WorkingCalendar current() {
    List<WorkingCalendar.Day> days =
        jdbc.sql("SELECT day, working FROM holiday")
            .query(
                (row, i) ->
                    new WorkingCalendar.Day(
                        row.getObject("day", LocalDate.class), row.getBoolean("working")))
            .list();
    Set<Integer> published =
        jdbc.sql("SELECT code FROM holiday_notice").query(String.class).list().stream()
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    return WorkingCalendar.of(days, published);
  }

  /** Enters a year's notice, or corrects it as a whole; by the province's administrators. */
  @Transactional
  public void publish(String year, String title, String source, List<Named> days) {
    changes.begin(Scope.PROVINCE, "工作日历 " + year);
    jdbc.sql(
            """
            INSERT INTO holiday_notice (code, title, source) VALUES (?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET title = excluded.title, source = excluded.source
            """)
        .params(year, title, source)
        .update();
    jdbc.sql("DELETE FROM holiday WHERE year = ?").param(year).update();
    for (Named day : days) {
      jdbc.sql(
              """
              INSERT INTO holiday (day, name, working, year) VALUES (?, ?, ?, ?)
              ON CONFLICT (day) DO UPDATE SET name = excluded.name, working = excluded.working, year = excluded.year
              """)
          .params(day.day(), day.name(), day.working(), year)
          .update();
    }
  }

  /** The latest year first. */
  public List<Notice> listNotices() {
    return jdbc.sql("SELECT * FROM holiday_notice ORDER BY code DESC")
        .query(
            (row, i) ->
                new Notice(
                    row.getString("code"),
                    row.getString("title"),
                    row.getString("source"),
                    days(row.getString("code"))))
        .list();
  }

  private List<Named> days(String year) {
    return jdbc.sql("SELECT name, day, working FROM holiday WHERE year = ? ORDER BY day")
        .param(year)
        .query(Named.class)
        .list();
  }
}
