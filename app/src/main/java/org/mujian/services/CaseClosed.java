package org.mujian.services;

/** A case was closed. */
public record CaseClosed(long zone, long caseId, String result) {}
