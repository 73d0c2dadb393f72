package org.mujian.web;

import java.util.List;

/** A panel with what its room has to say. */
public record PanelView(int programme, Panel.Content content) {

  /** The rooms by programme: the first part of their page addresses. */
  static final List<String> ROOMS =
      List.of("land", "projects", "promotion", "clusters", "services", "governance");

  /** The address of the room within the zone. */
  public String room() {
    return ROOMS.get(programme - 1);
  }
}
