package org.mujian.projects;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mujian.documents.KeptFiles;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a meeting: its lines become problems, its papers are written, all of it or nothing. */
@Component
@Transactional
class Closing {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;
  private final Meetings meetings;
  private final Decisions decisions;
  private final Problems problems;
  private final Plans plans;
  private final Situations situations;
  private final MeetingPapers papers;
  private final KeptFiles files;

  Closing(
      JdbcClient jdbc,
      Changes changes,
      Clock clock,
      Meetings meetings,
      Decisions decisions,
      Problems problems,
      Plans plans,
      Situations situations,
      MeetingPapers papers,
      KeptFiles files) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.meetings = meetings;
    this.decisions = decisions;
    this.problems = problems;
    this.plans = plans;
    this.situations = situations;
    this.papers = papers;
    this.files = files;
  }

  /**
   * @throws ProjectRefused naming each unfinished line and what it lacks
   */
  void close(long zone, long id) {
    Meeting meeting = meetings.lockOpen(zone, id);
    changes.join(zone, "结束第 " + meeting.number() + " 次调度会");
    List<Decision> lines = finished(zone, meeting);
    // The papers tell the situation that the meeting saw, before its own decisions count.
    var content =
        new MeetingPapers.Content(
            zone,
            meeting,
            situations.get(zone),
            plans.year(zone, meeting.heldOn().getYear()),
            problems.listOpenOfMeetings(zone, id),
            problems.listStruckSince(zone, dayBefore(zone, meeting)),
            lines,
            clock.instant());
    for (Decision line : lines) {
      var matter =
          new Problems.Matter(
              line.what(), line.lead(), line.support(), Objects.requireNonNull(line.due()));
      decisions.becomes(zone, line.id(), problems.raise(zone, line.projectId(), id, matter));
    }
    String day = meeting.heldOn().toString();
    keep(
        zone,
        id,
        "minutes",
        "调度会纪要-第" + meeting.number() + "次-" + day + ".docx",
        papers.minutes(content));
    keep(
        zone,
        id,
        "order",
        "督办单-第" + meeting.number() + "次-" + day + ".docx",
        papers.order(content));
    meetings.close(zone, id, content.closedAt());
  }

  private List<Decision> finished(long zone, Meeting meeting) {
    List<Decision> lines = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    int number = 0;
    for (Decision line : decisions.list(zone, meeting.id())) {
      number++;
      if (line.blank()) {
        decisions.remove(zone, line.id());
      } else if (line.missing().isEmpty()) {
        lines.add(line);
      } else {
        lacking.add("第 " + number + " 行缺" + String.join("、", line.missing()));
      }
    }
    if (!lacking.isEmpty()) {
      throw new ProjectRefused("还不能结束会议：" + String.join("；", lacking) + "。请补齐，或删去该行");
    }
    return lines;
  }

  /** The day of the meeting before; a first meeting looks back a week. */
  private LocalDate dayBefore(long zone, Meeting meeting) {
    return meetings.listAll(zone).stream()
        .filter(other -> other.number() < meeting.number())
        .findFirst()
        .map(Meeting::heldOn)
        .orElse(meeting.heldOn().minusWeeks(1));
  }

  private void keep(long zone, long meeting, String kind, String name, byte[] content) {
    jdbc.sql(
            "INSERT INTO project_paper (zone_id, meeting_id, kind, file_id, file_name)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(zone, meeting, kind, files.keep(zone, name, content), name)
        .update();
  }

  List<Paper> papers(long zone, long meeting) {
    return jdbc.sql(
            "SELECT kind, file_id, file_name FROM project_paper WHERE zone_id = ? AND meeting_id ="
                + " ? ORDER BY kind")
        .params(zone, meeting)
        .query(Paper.class)
        .list();
  }
}
