package org.mujian.services;

/** A case was opened. */
public record CaseOpened(long zone, long caseId) {}
