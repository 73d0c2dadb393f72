package org.mujian.projects;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch table that came back.
 *
 * @param outcome what was done when it was decided on, line by line; null while it waits
 */
record Returned(
    long id,
    String name,
    List<List<String>> cells,
    Instant at,
    String who,
    @Nullable String outcome) {

  boolean waits() {
    return outcome == null;
  }
}
