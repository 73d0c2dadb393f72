package org.mujian.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.services.cases.Material;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Matter;
import org.mujian.services.visit.Request;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/** What this room's templates show, ready in the page's language. */
public final class Shown {

  private Shown() {}

  /**
   * A case in a list.
   *
   * @param due the next day that matters; empty when there is none
   * @param accepted empty before acceptance
   */
  public record CaseLine(
      Standing standing, Light light, String matter, String accepted, String due) {}

  /**
   * A clock explained.
   *
   * @param limit with where it stands; {@code doubtful} while it is 待核
   * @param deadline empty while a pause hides it
   * @param days how the days run, one line each: start, pauses, end
   * @param calendar which calendar was used, one line a year; empty for calendar days
   */
  public record ClockView(
      String title,
      @Nullable Light light,
      String limit,
      String source,
      boolean doubtful,
      String elapsed,
      String remaining,
      String deadline,
      List<String> days,
      List<String> calendar,
      boolean provisional) {}

  /** A paper of a case. */
  public record PaperLine(Material material, String state, String day, @Nullable Light light) {}

  /**
   * What happened to a case.
   *
   * @param struck taken back later
   */
  public record Happening(
      String what, String words, String on, String who, boolean struck, boolean internal) {}

  /** A matter with its times in words. */
  public record MatterLine(
      Matter matter,
      String name,
      String promise,
      String promiseSource,
      boolean sample,
      List<TimeLine> times) {}

  /** A number of law in words. */
  public record TimeLine(String text, String source, String from, boolean checked) {}

  /** A request with its light. */
  public record RequestLine(Request request, Light light) {}

  /** A number of the room with its source. */
  public record Goal(String name, Figure figure, @Nullable Light light) {}

  /** A year of the working calendar: each line a holiday. */
  public record Year(String year, String title, String source, List<String> off, String worked) {}
}
