package org.mujian.projects;

import java.util.List;

/** The answer to whether a project fits in. */
public record FitsView(
    String name,
    String href,
    String period,
    boolean fits,
    String answer,
    String where,
    String when,
    List<String> displaced,
    List<String> moved,
    List<String> takes,
    List<String> notes) {}
