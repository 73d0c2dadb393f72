package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was said of a problem later; with {@code dueBefore} its date was moved. */
record ProblemNote(
    long problemId, String what, @Nullable LocalDate dueBefore, Instant at, String who) {}
