package org.mujian.projects;

/** A lead became a project. */
public record ProjectProposed(long zone, long projectId, String leadRef) {}
