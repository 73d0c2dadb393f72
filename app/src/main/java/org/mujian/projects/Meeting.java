package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A weekly meeting (调度会). */
record Meeting(
    long id,
    int number,
    LocalDate heldOn,
    String chair,
    String attendees,
    Instant openedAt,
    String openedBy,
    @Nullable Instant closedAt,
    @Nullable String closedBy) {

  boolean open() {
    return closedAt == null;
  }
}
