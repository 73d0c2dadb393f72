package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.EvidenceKind;
import org.mujian.projects.course.Missing;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out one project's page. */
@Component
@Transactional(readOnly = true)
class ThingDesk {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

  private final Situations situations;
  private final Entries entries;
  private final EvidenceBook evidence;
  private final Problems problems;
  private final ProgressBook progress;
  private final Needs needs;
  private final Plans plans;
  private final Holding holding;

  ThingDesk(
      Situations situations,
      Entries entries,
      EvidenceBook evidence,
      Problems problems,
      ProgressBook progress,
      Needs needs,
      Plans plans,
      Holding holding) {
    this.situations = situations;
    this.entries = entries;
    this.evidence = evidence;
    this.problems = problems;
    this.progress = progress;
    this.needs = needs;
    this.plans = plans;
    this.holding = holding;
  }

  ProjectView view(Page page, long id) {
    long zone = Objects.requireNonNull(page.zone()).id();
    Situation situation = situations.get(zone);
    Situation.Line line = situation.find(id).orElseThrow(() -> NoSuchProject.project(id));
    Course course = situation.course();
    Words words = Words.of(page);
    Optional<Stage> next = course.next(line.standing());
    return new ProjectView(
        line.project(),
        words.light(line.verdict()),
        page.in("projects/" + id),
        facts(page, situation, line),
        investment(page, line.project()),
        Desk.done(page, Optional.ofNullable(line.done())),
        course.stages().stream().map(stage -> step(page, course, line, stage, words)).toList(),
        next.map(stage -> step(page, course, line, stage, words)).orElse(null),
        course.beside().stream().map(stage -> step(page, course, line, stage, words)).toList(),
        problems.listOfProject(zone, id).stream().map(problem -> trouble(page, problem)).toList(),
        evidence.list(zone, id).stream().map(e -> proof(page, id, course, e, words)).toList(),
        course.kinds().stream()
            .map(kind -> new ProjectView.Choice(kind.code(), kindName(page, kind, words)))
            .toList(),
        timeline(page, zone, id, course, words),
        counts(page, zone, id, words),
        held(page, zone, id),
        Rights.mayWrite(page.account()));
  }

  private static String kindName(Page page, EvidenceKind kind, Words words) {
    return words.kind(kind)
        + (kind.needsFile()
            ? page.t("projects.evidence.needs-file")
            : kind.needsNumber() ? page.t("projects.evidence.needs-number") : "");
  }

  private List<ProjectView.Fact> facts(Page page, Situation situation, Situation.Line line) {
    Project project = line.project();
    List<ProjectView.Fact> facts = new ArrayList<>();
    facts.add(
        new ProjectView.Fact(
            page.t("projects.enterprise"),
            orDash(project.enterpriseName()),
            project.enterpriseId() == null
                ? null
                : page.in("enterprises/" + project.enterpriseId())));
    facts.add(fact(page, "projects.leader", project.leader()));
    facts.add(fact(page, "projects.bureau", project.bureau()));
    facts.add(fact(page, "projects.content", project.content()));
    if (project.phaseOf() != null) {
      situation
          .find(project.phaseOf())
          .ifPresent(
              first ->
                  facts.add(
                      new ProjectView.Fact(
                          page.t("projects.phase-of"),
                          first.project().name(),
                          page.in("projects/" + first.project().id()))));
    }
    List<Need> asked = needs.list(project.zoneId(), project.id());
    facts.add(
        fact(
            page,
            "projects.needs",
            asked.stream()
                .map(need -> NeedWords.of(page, need))
                .reduce((a, b) -> a + "；" + b)
                .orElse("")));
    return facts;
  }

  private static ProjectView.Fact fact(Page page, String key, String value) {
    return new ProjectView.Fact(page.texts().get(page.language(), key), orDash(value), null);
  }

  private static String orDash(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private static Figure investment(Page page, Project project) {
    return Figure.of(
        Amounts.yi(project.investment()),
        page.t("projects.unit.yi"),
        new Figure.Line(page.t("projects.unit.wan"), Amounts.wan(project.investment()), null),
        new Figure.Line(
            page.t("projects.figure.source"), page.t("projects.investment.source"), null));
  }

  private static ProjectView.Step step(
      Page page, Course course, Situation.Line line, Stage stage, Words words) {
    Standing standing = line.standing();
    LocalDate entered = standing.entered().get(stage.code());
    List<Missing> missing =
        entered == null ? course.missing(standing, stage, page.today()) : List.of();
    String separator = page.t("projects.missing.and");
    return new ProjectView.Step(
        stage.code(),
        words.stage(stage),
        Objects.toString(standing.planned().get(stage.code()), ""),
        Objects.toString(entered, ""),
        missing.stream().map(words::missing).reduce((a, b) -> a + separator + b).orElse(""),
        entered == null);
  }

  private static ProjectView.Trouble trouble(Page page, Problem problem) {
    return new ProjectView.Trouble(
        problem.id(),
        problem.what(),
        problem.lead(),
        problem.support(),
        problem.due().toString(),
        problemLight(page, problem),
        problem.open()
            ? ""
            : page.t(
                "projects.struck",
                String.valueOf(problem.struckOn()),
                String.valueOf(problem.struckWith())),
        problem.open());
  }

  static @Nullable Light problemLight(Page page, Problem problem) {
    if (!problem.open()) {
      return null;
    }
    String overdue = Desk.overdue(page, problem.due());
    return overdue.isEmpty()
        ? new Light(Light.State.OK, page.t("projects.due-on", problem.due().toString()))
        : new Light(Light.State.BAD, overdue);
  }

  private static ProjectView.Proof proof(
      Page page, long id, Course course, Evidence evidence, Words words) {
    return new ProjectView.Proof(
        words.kind(course.kind(evidence.kind())),
        evidence.number(),
        evidence.dated().toString(),
        evidence.note(),
        evidence.fileName(),
        evidence.fileId() == null ? null : page.in("projects/" + id + "/evidence/" + evidence.id()),
        evidence.who(),
        evidence.fileName().matches("(?i).*\\.(png|jpe?g|webp)"));
  }

  /** What happened, the latest recorded first; of one moment, what is dated last. */
  private List<ProjectView.Event> timeline(
      Page page, long zone, long id, Course course, Words words) {
    record Happened(Instant at, LocalDate on, String what, String who) {}
    List<Happened> all = new ArrayList<>();
    for (Entry entry : entries.list(zone, id)) {
      String stage = words.stage(course.get(entry.stage()));
      all.add(
          new Happened(
              entry.at(),
              entry.enteredOn(),
              page.t("projects.event.entered", stage, entry.enteredOn().toString())
                  + (entry.withdrawn() == null
                      ? ""
                      : page.t("projects.event.withdrawn", entry.withdrawn())),
              entry.who()));
    }
    for (Evidence proof : evidence.list(zone, id)) {
      all.add(
          new Happened(
              proof.at(),
              proof.dated(),
              page.t(
                  "projects.event.evidence",
                  words.kind(course.kind(proof.kind())),
                  proof.number(),
                  proof.dated().toString()),
              proof.who()));
    }
    for (Problem problem : problems.listOfProject(zone, id)) {
      all.add(
          new Happened(
              problem.at(),
              day(problem.at()),
              page.t(
                  "projects.event.problem",
                  problem.what(),
                  problem.lead(),
                  problem.due().toString()),
              problem.who()));
      if (problem.struckOn() != null) {
        all.add(
            new Happened(
                problem.struckOn().atTime(12, 0).atZone(Today.ZONE).toInstant(),
                problem.struckOn(),
                page.t(
                    "projects.event.struck", problem.what(), String.valueOf(problem.struckWith())),
                String.valueOf(problem.struckBy())));
      }
    }
    for (ProblemNote note : problems.notes(zone, id)) {
      all.add(
          new Happened(
              note.at(),
              day(note.at()),
              note.dueBefore() == null
                  ? note.what()
                  : page.t("projects.event.postponed", note.dueBefore().toString(), note.what()),
              note.who()));
    }
    for (Progress done : progress.list(zone, id)) {
      all.add(
          new Happened(
              done.at(),
              day(done.at()),
              page.t(
                  "projects.event.done",
                  done.month().toString(),
                  Amounts.yi(done.done()),
                  done.source()),
              done.who()));
    }
    return all.stream()
        .sorted(Comparator.comparing(Happened::at).thenComparing(Happened::on).reversed())
        .map(h -> new ProjectView.Event(MINUTE.format(h.at()), h.what(), h.who()))
        .toList();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Today.ZONE).toLocalDate();
  }

  /** Parcel and factors kept for it, each with its last day and who reserved it. */
  private List<HoldingView.Line> held(Page page, long zone, long id) {
    List<HoldingView.Line> lines = new ArrayList<>();
    for (Holding.Ground ground : holding.grounds(zone, id)) {
      lines.add(
          new HoldingView.Line(
              page.t(
                  "projects.reserve.ground",
                  ground.parcel().parcel().number(),
                  Amounts.plain(ground.parcel().parcel().area().mu(1)),
                  Objects.toString(ground.parcel().supplyable().on(), "–")),
              ground.reservation().until().toString(),
              ground.reservation().madeBy()));
    }
    for (Holding.Kept kept : holding.shares(zone, id)) {
      lines.add(
          new HoldingView.Line(
              page.t(
                  "projects.reserve.share",
                  kept.account().name(),
                  Amounts.plain(kept.reservation().amount()),
                  kept.account().unit()),
              kept.reservation().until().toString(),
              kept.reservation().madeBy()));
    }
    return lines;
  }

  /** In which batches of this year it counts. */
  private List<String> counts(Page page, long zone, long id, Words words) {
    List<String> counts = new ArrayList<>();
    for (YearPlan batch : plans.year(zone, page.today().getYear())) {
      String stage = words.stage(batch.stage());
      Optional<YearPlan.Counted> counted =
          batch.counted().stream().filter(c -> c.project() == id).findFirst();
      Optional<YearPlan.Counted> forecast =
          batch.forecast().stream().filter(c -> c.project() == id).findFirst();
      if (counted.isPresent()) {
        counts.add(
            page.t(
                "projects.counts",
                stage,
                String.valueOf(batch.year()),
                counted.get().on().toString()));
      } else if (batch.unfiled().contains(id)) {
        counts.add(page.t("projects.counts.unfiled", stage));
      } else if (forecast.isPresent()) {
        counts.add(
            page.t(
                "projects.counts.forecast",
                stage,
                String.valueOf(batch.year()),
                forecast.get().on().toString()));
      }
    }
    return counts;
  }
}
