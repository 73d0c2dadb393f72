package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper or photo that proves something of a project.
 *
 * @param dated the day stated by the paper or the person, never taken from the photo
 */
record Evidence(
    long id,
    String kind,
    String number,
    LocalDate dated,
    String note,
    @Nullable Long fileId,
    String fileName,
    Instant at,
    String who) {}
