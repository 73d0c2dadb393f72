package org.mujian.services.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mujian.clock.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The working calendar in force: read anew each time, so that a new notice holds at once. */
@Component
@Transactional(readOnly = true)
public class Calendars {

  private final JdbcClient jdbc;

  Calendars(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
