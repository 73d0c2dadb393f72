package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;

/** A meeting's page: last items, red projects, decisions. */
public record MeetingView(
    long id,
    int number,
    String heldOn,
    String chair,
    String attendees,
    boolean open,
    String href,
    List<Item> items,
    List<Red> reds,
    List<Line> lines,
    List<Named> papers,
    List<ProjectView.Choice> projects,
    boolean mayWrite) {

  /** An item of an earlier meeting that is still open. */
  public record Item(
      long id,
      String subject,
      String what,
      String lead,
      String support,
      String due,
      @Nullable Light light) {}

  public record Red(
      long project, String name, String href, String code, String stage, Light light) {}

  /** A decision; {@code saved} tells when it was last kept. */
  public record Line(
      long id,
      String project,
      String projectName,
      String what,
      String lead,
      String support,
      String due,
      boolean open) {}

  public record Named(String name, String href) {}
}
