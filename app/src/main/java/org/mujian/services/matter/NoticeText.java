package org.mujian.services.matter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mujian.services.cases.ServiceRefused;

/**
 * A year's holidays as a person types them, a run of days each line: {@code 2027-02-05 至 2027-02-13
 * 休 春节}, {@code 2027-02-14 班 春节}.
 */
public final class NoticeText {

  private static final int MOST_DAYS = 31;
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:\\s*(?:至|到|–|—|~|～)\\s*(\\d{4}-\\d{2}-\\d{2}))?\\s*(休|班)\\s*(\\S.{0,29})");

  private NoticeText() {}

  /**
   * @throws ServiceRefused naming the first line that cannot be read, a day of another year, or a
   *     day named twice
   */
  public static List<Calendars.Named> read(String year, String text) {
    if (!year.matches("20\\d{2}")) {
      throw new ServiceRefused("年份“" + year + "”应如 2027");
    }
    List<Calendars.Named> days = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      for (Calendars.Named day : run(line)) {
        if (!belongs(day.day(), Integer.parseInt(year))) {
          throw new ServiceRefused("“" + line + "”：" + day.day() + " 不在 " + year + " 年");
        }
        if (!seen.add(day.day())) {
          throw new ServiceRefused("“" + line + "”：" + day.day() + " 写了两次");
        }
        days.add(day);
      }
    }
    if (days.isEmpty()) {
      throw new ServiceRefused("请按通知逐行填写放假和调休上班的日期，例如“" + year + "-01-01 休 元旦”");
    }
    return days;
  }

  /** A notice may also name days at the end of the December before. */
  private static boolean belongs(LocalDate day, int year) {
    return day.getYear() == year || day.getYear() == year - 1 && day.getMonthValue() == 12;
  }

  private static List<Calendars.Named> run(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new ServiceRefused("“" + shortened(line) + "”看不懂：应如“2027-02-05 至 2027-02-13 休 春节”");
    }
    LocalDate first = date(line, found.group(1));
    LocalDate last = found.group(2) == null ? first : date(line, found.group(2));
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw new ServiceRefused("“" + line + "”：止日应在起日之后，最多 " + MOST_DAYS + " 天");
    }
    boolean working = found.group(3).equals("班");
    String name = found.group(4).strip();
    return first
        .datesUntil(last.plusDays(1))
        .map(day -> new Calendars.Named(name, day, working))
        .toList();
  }

  private static LocalDate date(String line, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ServiceRefused("“" + line + "”：没有 " + text + " 这一天");
    }
  }

  private static String shortened(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
