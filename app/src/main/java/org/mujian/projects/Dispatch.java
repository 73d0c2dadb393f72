package org.mujian.projects;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.Missing;
import org.mujian.projects.course.Proof;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.dispatch.Change;
import org.mujian.projects.dispatch.Column;
import org.mujian.projects.dispatch.Comparison;
import org.mujian.projects.dispatch.Known;
import org.mujian.projects.dispatch.Outcome;
import org.mujian.projects.dispatch.RowKey;
import org.mujian.projects.dispatch.Sheet;
import org.mujian.store.Changes;
import org.mujian.units.Money;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dispatch table (调度表): what it shows, how a returned one differs, and the accepted changes.
 */
@Component
@Transactional
class Dispatch {

  private final Zones zones;
  private final Changes changes;
  private final Today today;
  private final Projects projects;
  private final Entries entries;
  private final Problems problems;
  private final ProgressBook progress;
  private final Situations situations;

  Dispatch(
      Zones zones,
      Changes changes,
      Today today,
      Projects projects,
      Entries entries,
      Problems problems,
      ProgressBook progress,
      Situations situations) {
    this.zones = zones;
    this.changes = changes;
    this.today = today;
    this.projects = projects;
    this.entries = entries;
    this.problems = problems;
    this.progress = progress;
    this.situations = situations;
  }

  /** A returned table beside what is known now. */
  record Compared(Sheet sheet, List<Outcome> outcomes) {}

  /** How a row that is asked about was answered. */
  record Answer(Kind kind, long project) {
    enum Kind {
      SAME,
      NEW,
      SKIP
    }
  }

  List<Known> table(long zone) {
    return table(zone, situations.get(zone));
  }

  private List<Known> table(long zone, Situation situation) {
    String code = zones.find(zone).map(Zone::code).orElseThrow();
    return situation.urgentFirst().stream().map(line -> known(code, line)).toList();
  }

  private static Known known(String zone, Situation.Line line) {
    Project project = line.project();
    Problem problem = line.problem();
    Progress done = line.done();
    return new Known(
        new RowKey(zone, project.id(), project.version(), problem == null ? 0 : problem.id()),
        project.name(),
        project.shownCode(),
        project.enterpriseName(),
        line.stage().map(Stage::name).orElse(""),
        project.investment(),
        done == null ? null : done.done(),
        problem == null
            ? null
            : new Known.Problem(
                problem.id(), problem.what(), problem.lead(), problem.support(), problem.due()),
        project.leader());
  }

  /**
   * @throws Sheet.NotATable when no header row is found
   */
  Compared compare(long zone, List<List<String>> rows) throws Sheet.NotATable {
    Situation situation = situations.get(zone);
    Sheet sheet = Sheet.read(rows);
    return new Compared(sheet, comparison(zone, situation).compare(table(zone, situation), sheet));
  }

  private Comparison comparison(long zone, Situation situation) {
    return new Comparison(
        zones.find(zone).map(Zone::code).orElseThrow(),
        today.date(),
        (project, stage) -> stageRefusal(situation, project, stage));
  }

  private @Nullable String stageRefusal(Situation situation, long project, String name) {
    Course course = situation.course();
    Optional<Stage> stage = course.findByName(name);
    if (stage.isEmpty()) {
      return "没有阶段「" + name + "」";
    }
    Standing standing = situation.find(project).orElseThrow().standing();
    List<Missing> missing = course.missing(standing, stage.get(), today.date());
    return missing.isEmpty() ? null : Missing.words(missing) + "：不能进入「" + stage.get().name() + "」";
  }

  /**
   * Applies the ready changes of the rows accepted; compared again, so that nothing is applied that
   * was not as shown. All in one transaction.
   *
   * @param accepted projects whose rows are accepted
   * @param asWan answers to the question of the unit: project and column → whether 万元
   * @param answers row number → what the row without key is
   * @param source for the reported figures
   * @return what was done, line by line
   */
  List<String> accept(
      long zone,
      List<List<String>> rows,
      java.util.Set<Long> accepted,
      Map<String, Boolean> asWan,
      Map<Integer, Answer> answers,
      String source)
      throws Sheet.NotATable {
    Situation situation = situations.get(zone);
    Sheet sheet = Sheet.read(rows);
    Comparison comparison = comparison(zone, situation);
    List<Known> known = table(zone, situation);
    List<String> done = new java.util.ArrayList<>();
    changes.join(zone, "接受" + source);
    for (Outcome outcome : comparison.compare(known, sheet)) {
      switch (outcome) {
        case Outcome.Changed changed when accepted.contains(changed.known().key().project()) ->
            apply(zone, changed.line(), changed.known(), changed.changes(), asWan, source, done);
        case Outcome.Unknown unknown -> {
          Answer answer =
              answers.getOrDefault(unknown.line().row(), new Answer(Answer.Kind.SKIP, 0));
          answered(zone, unknown.line(), sheet, comparison, known, answer, asWan, source, done);
        }
        default -> {}
      }
    }
    return done;
  }

  private void answered(
      long zone,
      Sheet.Line line,
      Sheet sheet,
      Comparison comparison,
      List<Known> known,
      Answer answer,
      Map<String, Boolean> asWan,
      String source,
      List<String> done) {
    switch (answer.kind()) {
      case SKIP -> {}
      case NEW -> {
        Money investment = investment(line, sheet);
        Project made =
            projects.create(
                zone,
                new ProjectDraft(
                    null,
                    line.cell(Column.NAME),
                    null,
                    line.cell(Column.ENTERPRISE),
                    "",
                    investment,
                    line.cell(Column.LEADER),
                    "",
                    null));
        done.add("新建「" + made.name() + "」（暂 " + made.provisional() + "）");
      }
      case SAME -> {
        Known project =
            known.stream()
                .filter(k -> k.key().project() == answer.project())
                .findFirst()
                .orElseThrow(() -> NoSuchProject.project(answer.project()));
        apply(zone, line, project, comparison.changes(line, sheet, project), asWan, source, done);
      }
    }
  }

  private static Money investment(Sheet.Line line, Sheet sheet) {
    String cell = line.cell(Column.INVESTMENT);
    return sheet
        .money(line, Column.INVESTMENT)
        .orElseThrow(
            () ->
                new ProjectRefused(
                    "第 "
                        + line.row()
                        + " 行「"
                        + line.cell(Column.NAME)
                        + "」的总投资「"
                        + cell
                        + "」不是金额，不能新建"));
  }

  private void apply(
      long zone,
      Sheet.Line line,
      Known known,
      List<Change> changes,
      Map<String, Boolean> asWan,
      String source,
      List<String> done) {
    long id = known.key().project();
    boolean problemTouched = false;
    for (Change change : changes) {
      @Nullable Boolean wan = asWan.get(id + "." + change.column());
      boolean ready =
          change.state() == Change.State.READY
              || change.state() == Change.State.ASK_UNIT && wan != null;
      if (!ready) {
        continue;
      }
      switch (change.column()) {
        case NAME, LEADER, INVESTMENT -> edit(zone, id, change, Boolean.TRUE.equals(wan));
        case DONE ->
            progress.report(
                zone,
                id,
                YearMonth.from(today.date()),
                Comparison.amount(change.after(), Boolean.TRUE.equals(wan)),
                source);
        case STAGE -> enter(zone, id, change);
        default -> problemTouched = true;
      }
      done.add(
          known.name()
              + " · "
              + change.column().header()
              + "："
              + change.before()
              + " → "
              + change.after());
    }
    if (problemTouched) {
      problem(zone, id, known, changes, source);
    }
  }

  private void edit(long zone, long id, Change change, boolean asWan) {
    Project project = projects.get(zone, id);
    ProjectDraft old = ProjectDraft.of(project);
    Money investment =
        change.column() == Column.INVESTMENT
            ? Comparison.amount(change.after(), asWan)
            : old.investment();
    projects.edit(
        zone,
        id,
        project.version(),
        new ProjectDraft(
            old.code(),
            change.column() == Column.NAME ? change.after() : old.name(),
            old.enterpriseId(),
            old.enterpriseName(),
            old.content(),
            investment,
            change.column() == Column.LEADER ? change.after() : old.leader(),
            old.bureau(),
            old.phaseOf()));
  }

  /** The day of entry is the day of the latest paper that the stage needs, else today. */
  private void enter(long zone, long id, Change change) {
    Situation situation = situations.get(zone);
    Stage stage = situation.course().findByName(change.after()).orElseThrow();
    Standing standing = situation.find(id).orElseThrow().standing();
    var day =
        standing.proofs().stream()
            .filter(proof -> stage.needs().contains(proof.kind()))
            .map(Proof::dated)
            .max(java.util.Comparator.naturalOrder())
            .filter(d -> situation.course().missing(standing, stage, d).isEmpty())
            .orElse(today.date());
    entries.enter(zone, id, stage.code(), day);
  }

  private void problem(long zone, long id, Known known, List<Change> changes, String source) {
    String what = after(changes, Column.PROBLEM, known);
    Known.Problem old = known.problem();
    if (old != null && org.mujian.projects.dispatch.Struck.isSaid(what)) {
      problems.strike(zone, old.id(), org.mujian.projects.dispatch.Struck.evidence(what));
      return;
    }
    var matter =
        new Problems.Matter(
            what,
            after(changes, Column.LEAD, known),
            after(changes, Column.SUPPORT, known),
            java.time.LocalDate.parse(after(changes, Column.DUE, known)));
    if (old == null) {
      problems.raise(zone, id, null, matter);
    } else {
      problems.reword(zone, old.id(), matter, source);
    }
  }

  private static String after(List<Change> changes, Column column, Known known) {
    return changes.stream()
        .filter(change -> change.column() == column && change.state() == Change.State.READY)
        .map(Change::after)
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(known.text(column)));
  }
}
