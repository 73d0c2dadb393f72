package org.mujian.projects;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.Verdict;
import org.mujian.projects.course.YearPlan;
import org.mujian.units.Money;
import org.mujian.web.Chip;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the room's list for a page. */
@Component
@Transactional(readOnly = true)
class Desk {

  private final Situations situations;
  private final Plans plans;

  Desk(Situations situations, Plans plans) {
    this.situations = situations;
    this.plans = plans;
  }

  /**
   * What the list is asked for; all null: everything.
   *
   * @param counted stage whose entries of this year are meant, or {@code stock}
   */
  record Asked(
      @Nullable String light,
      @Nullable String stage,
      @Nullable String counted,
      @Nullable String q) {}

  ProjectListView list(Page page, Asked asked) {
    long zone = Objects.requireNonNull(page.zone()).id();
    Situation situation = situations.get(zone);
    List<YearPlan> year = plans.year(zone, page.today().getYear());
    Words words = Words.of(page);
    Set<Long> counted =
        asked.counted() == null ? null : counted(asked.counted(), year, situation, page.today());
    List<Situation.Line> shown =
        situation.urgentFirst().stream().filter(line -> matches(line, asked, counted)).toList();
    return new ProjectListView(
        goals(page, situation, year),
        chips(page, situation, year, asked, words),
        shown.stream().map(line -> row(page, line, words)).toList(),
        situation.lines().size(),
        Amounts.yi(sum(shown.stream().map(line -> line.project().investment()).toList())),
        Amounts.yi(
            sum(
                shown.stream()
                    .map(Situation.Line::done)
                    .filter(Objects::nonNull)
                    .map(Progress::done)
                    .toList())),
        Rights.mayWrite(page.account()));
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }

  private static boolean matches(Situation.Line line, Asked asked, @Nullable Set<Long> counted) {
    boolean light =
        asked.light() == null || line.verdict().state().name().equalsIgnoreCase(asked.light());
    boolean stage =
        asked.stage() == null
            || line.stage().map(s -> s.code().equals(asked.stage())).orElse(false);
    String q = asked.q() == null ? "" : asked.q().strip();
    boolean words =
        q.isEmpty()
            || line.project().name().contains(q)
            || line.project().shownCode().contains(q)
            || line.project().enterpriseName().contains(q);
    return light && stage && words && (counted == null || counted.contains(line.project().id()));
  }

  private static Set<Long> counted(
      String what, List<YearPlan> year, Situation situation, LocalDate today) {
    if (what.equals("stock")) {
      List<Standing> all = situation.lines().stream().map(Situation.Line::standing).toList();
      return Set.copyOf(YearPlan.stock(today.getYear(), all));
    }
    return year.stream()
        .filter(batch -> batch.stage().code().equals(what))
        .flatMap(batch -> batch.counted().stream())
        .map(YearPlan.Counted::project)
        .collect(Collectors.toSet());
  }

  private static List<Chip> chips(
      Page page, Situation situation, List<YearPlan> year, Asked asked, Words words) {
    List<Chip> chips = new ArrayList<>();
    String here = page.in("projects");
    boolean none =
        asked.light() == null
            && asked.stage() == null
            && asked.counted() == null
            && asked.q() == null;
    chips.add(new Chip(page.t("projects.all", situation.lines().size()), here, none, false));
    for (Verdict.State state : Verdict.State.values()) {
      long n = situation.lines().stream().filter(line -> line.is(state)).count();
      String code = state.name().toLowerCase(java.util.Locale.ROOT);
      add(
          chips,
          page.t("light." + code) + " " + n,
          here,
          "light=" + code,
          code.equals(asked.light()));
    }
    for (YearPlan batch : year) {
      String code = batch.stage().code();
      add(
          chips,
          page.t("projects.counted", words.stage(batch.stage()), batch.counted().size()),
          here,
          "counted=" + code,
          code.equals(asked.counted()));
    }
    add(chips, page.t("projects.stock"), here, "counted=stock", "stock".equals(asked.counted()));
    for (Stage stage : situation.course().stages()) {
      long n =
          situation.lines().stream()
              .filter(l -> l.stage().filter(stage::equals).isPresent())
              .count();
      if (n > 0) {
        add(
            chips,
            page.t("projects.now-in", words.stage(stage), n),
            here,
            "stage=" + stage.code(),
            stage.code().equals(asked.stage()));
      }
    }
    return chips;
  }

  private static void add(List<Chip> chips, String text, String here, String filter, boolean on) {
    chips.add(new Chip(text, on ? here : here + "?" + filter, on, true));
  }

  private static List<ProjectListView.Goal> goals(
      Page page, Situation situation, List<YearPlan> year) {
    Words words = Words.of(page);
    List<ProjectListView.Goal> goals = new ArrayList<>();
    for (YearPlan batch : year) {
      if (batch.target() > 0) {
        goals.add(
            new ProjectListView.Goal(
                page.t("projects.goal", words.stage(batch.stage()), batch.target()),
                figure(page, batch, words),
                light(page, batch)));
      }
    }
    goals.add(
        new ProjectListView.Goal(
            page.t("projects.total-investment"),
            Figure.of(
                Amounts.yi(situation.investment()),
                page.t("projects.unit.yi"),
                new Figure.Line(
                    page.t("projects.figure.formula"),
                    page.t("projects.total-investment.formula"),
                    null),
                new Figure.Line(
                    page.t("projects.figure.as-of"), situation.today().toString(), null)),
            null));
    return goals;
  }

  static Figure figure(Page page, YearPlan batch, Words words) {
    return Figure.of(
        String.valueOf(batch.counted().size()),
        page.t("projects.of-target", batch.target()),
        new Figure.Line(
            page.t("projects.figure.formula"),
            page.t(
                "projects.goal.formula", words.stage(batch.stage()), String.valueOf(batch.year())),
            null),
        new Figure.Line(page.t("projects.pace"), batch.pace().toPlainString(), null),
        new Figure.Line(page.t("projects.forecast"), String.valueOf(batch.forecast().size()), null),
        new Figure.Line(page.t("projects.figure.as-of"), page.today().toString(), null),
        new Figure.Line(
            page.t("projects.which"),
            page.t("projects.which.open"),
            page.in("projects") + "?counted=" + batch.stage().code()));
  }

  /** Red when even the forecast misses the target, yellow when the months' plan is not reached. */
  static Light light(Page page, YearPlan batch) {
    int due = batch.due(page.today());
    int counted = batch.counted().size();
    int forecast = batch.forecast().size();
    if (forecast < batch.target()) {
      return new Light(
          Light.State.BAD,
          page.t("projects.goal.bad", forecast, batch.target(), batch.pace().toPlainString()));
    }
    return counted < due
        ? new Light(Light.State.WARN, page.t("projects.goal.warn", due, counted, forecast))
        : new Light(
            Light.State.OK, page.t("projects.goal.ok", batch.pace().toPlainString(), forecast));
  }

  private static ProjectListView.Row row(Page page, Situation.Line line, Words words) {
    Project project = line.project();
    Problem problem = line.problem();
    return new ProjectListView.Row(
        project.id(),
        page.in("projects/" + project.id()),
        words.light(line.verdict()),
        project.name(),
        project.shownCode(),
        line.stage().map(words::stage).orElse("–"),
        Amounts.yi(project.investment()),
        done(page, Optional.ofNullable(line.done())),
        problem == null
            ? ""
            : problem.what()
                + (line.openProblems() > 1 ? page.t("projects.and-more", line.openProblems()) : ""),
        problem == null
            ? ""
            : problem.lead() + (problem.support().isEmpty() ? "" : " · " + problem.support()),
        problem == null ? "" : problem.due().toString(),
        problem == null ? "" : overdue(page, problem.due()),
        project.leader());
  }

  static String overdue(Page page, LocalDate due) {
    long days = ChronoUnit.DAYS.between(due, page.today());
    return days > 0 ? page.t("projects.overdue", days) : "";
  }

  /** Investment done this year, with who reported it when. */
  static Figure done(Page page, Optional<Progress> done) {
    return done.map(
            progress ->
                Figure.of(
                    Amounts.yi(progress.done()),
                    "",
                    new Figure.Line(
                        page.t("projects.figure.basis"),
                        page.t("projects.done.basis", progress.month()),
                        null),
                    new Figure.Line(page.t("projects.figure.source"), progress.source(), null),
                    new Figure.Line(
                        page.t("projects.figure.by"),
                        progress.who() + " · " + progress.at().atZone(Today.ZONE).toLocalDate(),
                        null)))
        .orElseGet(() -> Figure.missing(page.t("projects.done.missing"), ""));
  }
}
