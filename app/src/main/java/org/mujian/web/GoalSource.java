package org.mujian.web;

import java.util.Optional;

/** What a room knows of the year's targets: how far one is, counted from its own rows. */
public interface GoalSource {

  /**
   * How far the page's zone is with the target of that name, for example 新开工项目; called inside a
   * transaction.
   *
   * @return empty when the room does not count it
   */
  Optional<Reached> reached(Page page, String target);

  /** The number with its source, and the light with its reason. */
  record Reached(Figure figure, Light light) {}
}
