package org.mujian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room's panel on the wall map: what matters first, and a light computed from evidence. A room
 * without data says what to do.
 */
public interface Panel {

  /** 1 to 6, the programme's number. */
  int programme();

  /** The panel of the page's zone, in the page's language; called inside a transaction. */
  Content content(Page page);

  /**
   * @param figure the number that matters first, or null when there is none yet
   * @param label what the figure counts, with its unit
   * @param light null when there is nothing to judge
   * @param lines what stands out, most urgent first
   * @param todo what to do when the room is empty, with the address that does it
   */
  record Content(
      @Nullable String figure,
      String label,
      @Nullable Light light,
      List<Line> lines,
      @Nullable Todo todo) {}

  record Line(String text, String right) {}

  record Todo(String text, @Nullable String button, @Nullable String href) {}
}
