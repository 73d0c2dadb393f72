package org.mujian.projects;

import java.util.List;
import java.util.Map;

/** The form that reserves a parcel and factors for a project. */
public record HoldingView(
    Project project,
    List<ProjectView.Choice> parcels,
    List<Share> shares,
    Map<String, String> typed,
    String refused) {

  /**
   * A factor account that may be drawn on.
   *
   * @param help what is free, and what the project needs
   */
  public record Share(String field, String name, String unit, String help) {}

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What is kept already, in one line each. */
  public record Line(String what, String until, String who) {}
}
