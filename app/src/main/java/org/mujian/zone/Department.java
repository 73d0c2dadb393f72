package org.mujian.zone;

/** A department of the committee. */
public record Department(String name, String duty, boolean sample) {}
