package org.mujian.projects;

/** A line of the list of meetings. */
public record MeetingsRow(String href, int number, String heldOn, String chair, boolean open) {}
