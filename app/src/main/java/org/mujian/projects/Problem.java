package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What hinders a project, or what a meeting decided.
 *
 * @param projectId null for a matter of the whole zone
 * @param meetingId the meeting that decided it, or null
 * @param struckWith the evidence by which it was struck off (销号), or null while open
 */
record Problem(
    long id,
    @Nullable Long projectId,
    @Nullable Long meetingId,
    String what,
    String lead,
    String support,
    LocalDate due,
    LocalDate raisedOn,
    Instant at,
    String who,
    @Nullable LocalDate struckOn,
    @Nullable String struckBy,
    @Nullable String struckWith,
    int version) {

  boolean open() {
    return struckOn == null;
  }
}
