package org.mujian.projects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a zone's {@link Situation}. */
@Component
@Transactional
class Situations {

  private final Today today;
  private final Courses courses;
  private final Projects projects;
  private final Standings standings;
  private final Problems problems;
  private final ProgressBook progress;

  Situations(
      Today today,
      Courses courses,
      Projects projects,
      Standings standings,
      Problems problems,
      ProgressBook progress) {
    this.today = today;
    this.courses = courses;
    this.projects = projects;
    this.standings = standings;
    this.problems = problems;
    this.progress = progress;
  }

  Situation get(long zone) {
    return Situation.of(
        today.date(),
        courses.get(),
        projects.listAll(zone),
        standings.listAll(zone),
        problems.listOpen(zone),
        progress.latest(zone, today.date().getYear()));
  }
}
