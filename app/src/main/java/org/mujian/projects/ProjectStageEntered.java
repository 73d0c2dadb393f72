package org.mujian.projects;

import java.time.LocalDate;

/** A project entered a stage, with the evidence that the stage needs. */
public record ProjectStageEntered(long zone, long projectId, String stage, LocalDate on) {}
