package org.mujian.projects;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out a meeting. */
@Component
@Transactional(readOnly = true)
class MeetingDesk {

  private final Meetings meetings;
  private final Decisions decisions;
  private final Problems problems;
  private final Situations situations;
  private final Closing closing;

  MeetingDesk(
      Meetings meetings,
      Decisions decisions,
      Problems problems,
      Situations situations,
      Closing closing) {
    this.meetings = meetings;
    this.decisions = decisions;
    this.problems = problems;
    this.situations = situations;
    this.closing = closing;
  }

  MeetingView view(Page page, long id) {
    long zone = ProjectPages.zone(page);
    Meeting meeting = meetings.get(zone, id);
    Situation situation = situations.get(zone);
    Map<Long, String> names = names(situation);
    String href = page.in("projects/meetings/" + id);
    return new MeetingView(
        id,
        meeting.number(),
        meeting.heldOn().toString(),
        meeting.chair(),
        meeting.attendees(),
        meeting.open(),
        href,
        meeting.open()
            ? problems.listOpenOfMeetings(zone, id).stream().map(p -> item(page, p, names)).toList()
            : List.of(),
        meeting.open() ? reds(page, situation) : List.of(),
        decisions.list(zone, id).stream().map(d -> line(d, names, meeting.open())).toList(),
        closing.papers(zone, id).stream()
            .map(
                paper ->
                    new MeetingView.Named(paper.fileName(), href + "/" + paper.kind() + ".docx"))
            .toList(),
        choices(situation),
        Rights.mayWrite(page.account()));
  }

  MeetingView.Line line(Page page, long id) {
    long zone = ProjectPages.zone(page);
    Decision decision = decisions.get(zone, id);
    return line(
        decision, names(situations.get(zone)), meetings.get(zone, decision.meetingId()).open());
  }

  List<ProjectView.Choice> choices(Page page) {
    return choices(situations.get(ProjectPages.zone(page)));
  }

  private static List<ProjectView.Choice> choices(Situation situation) {
    return situation.lines().stream()
        .map(l -> new ProjectView.Choice(String.valueOf(l.project().id()), l.project().name()))
        .toList();
  }

  private static Map<Long, String> names(Situation situation) {
    return situation.lines().stream()
        .collect(Collectors.toMap(l -> l.project().id(), l -> l.project().name()));
  }

  private static MeetingView.Item item(Page page, Problem problem, Map<Long, String> names) {
    return new MeetingView.Item(
        problem.id(),
        name(problem.projectId(), names),
        problem.what(),
        problem.lead(),
        problem.support(),
        problem.due().toString(),
        ThingDesk.problemLight(page, problem));
  }

  private static List<MeetingView.Red> reds(Page page, Situation situation) {
    Words words = Words.of(page);
    return situation.red().stream()
        .map(
            line ->
                new MeetingView.Red(
                    line.project().id(),
                    line.project().name(),
                    page.in("projects/" + line.project().id()),
                    line.project().shownCode(),
                    line.stage().map(words::stage).orElse("–"),
                    words.light(line.verdict())))
        .toList();
  }

  private static MeetingView.Line line(Decision decision, Map<Long, String> names, boolean open) {
    return new MeetingView.Line(
        decision.id(),
        Objects.toString(decision.projectId(), ""),
        name(decision.projectId(), names),
        decision.what(),
        decision.lead(),
        decision.support(),
        Objects.toString(decision.due(), ""),
        open);
  }

  private static String name(@Nullable Long project, Map<Long, String> names) {
    return project == null ? "" : names.getOrDefault(project, "");
  }
}
