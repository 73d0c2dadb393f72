package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project's entry into a stage.
 *
 * @param withdrawn why it was taken back, or null
 */
record Entry(
    long id,
    String stage,
    LocalDate enteredOn,
    Instant at,
    String who,
    @Nullable String withdrawn) {}
