package org.mujian.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a meeting: 事项, 牵头, 配合, 时限. Unfinished while the meeting is open.
 *
 * @param problemId what it became when the meeting closed
 */
record Decision(
    long id,
    long meetingId,
    @Nullable Long projectId,
    String what,
    String lead,
    String support,
    @Nullable LocalDate due,
    @Nullable Long problemId) {

  boolean blank() {
    return what.isBlank() && lead.isBlank() && support.isBlank() && due == null;
  }

  /** Message keys of what it lacks. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (what.isBlank()) {
      missing.add("事项");
    }
    if (lead.isBlank()) {
      missing.add("牵头");
    }
    if (due == null) {
      missing.add("时限");
    }
    return missing;
  }
}
