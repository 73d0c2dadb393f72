package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/** A project's page. */
public record ProjectView(
    Project project,
    Light light,
    String href,
    List<Fact> facts,
    Figure investment,
    Figure done,
    List<Step> steps,
    @Nullable Step next,
    List<Step> beside,
    List<Trouble> problems,
    List<Proof> evidence,
    List<Choice> kinds,
    List<Event> timeline,
    List<String> counts,
    boolean mayWrite) {

  public record Fact(String name, String value, @Nullable String href) {}

  /**
   * A stage of this project.
   *
   * @param missing what keeps it out, empty when nothing does or it is in
   */
  public record Step(
      String code, String name, String planned, String entered, String missing, boolean open) {}

  public record Trouble(
      long id,
      String what,
      String lead,
      String support,
      String due,
      @Nullable Light light,
      String struck,
      boolean open) {}

  public record Proof(
      String kind,
      String number,
      String dated,
      String note,
      String fileName,
      @Nullable String href,
      String who,
      boolean image) {}

  public record Choice(String value, String name) {}

  public record Event(String when, String what, String who) {}
}
