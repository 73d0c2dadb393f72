package org.mujian.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the year: plan and actual of each batch, and which projects were counted. */
@Component
@Transactional(readOnly = true)
class YearDesk {

  private final Plans plans;
  private final Standings standings;
  private final Projects projects;

  YearDesk(Plans plans, Standings standings, Projects projects) {
    this.plans = plans;
    this.standings = standings;
    this.projects = projects;
  }

  YearView view(Page page) {
    long zone = ProjectPages.zone(page);
    int year = page.today().getYear();
    Map<Long, Project> byId =
        projects.listAll(zone).stream().collect(Collectors.toMap(Project::id, Function.identity()));
    List<Standing> all = standings.listAll(zone);
    return new YearView(
        year,
        plans.year(zone, year).stream().map(batch -> batch(page, batch, byId)).toList(),
        YearPlan.stock(year, all).stream().map(id -> named(page, byId, id, "")).toList(),
        delayed(page, all, byId),
        Rights.mayWrite(page.account()));
  }

  private static YearView.Batch batch(Page page, YearPlan batch, Map<Long, Project> byId) {
    Words words = Words.of(page);
    Set<Long> counted =
        batch.counted().stream().map(YearPlan.Counted::project).collect(Collectors.toSet());
    return new YearView.Batch(
        batch.stage().code(),
        words.stage(batch.stage()),
        batch.target() == 0
            ? Figure.of(String.valueOf(batch.counted().size()), page.t("projects.unit.items"))
            : Desk.figure(page, batch, words),
        batch.target() == 0
            ? new Light(Light.State.OK, page.t("projects.goal.none"))
            : Desk.light(page, batch),
        batch.pace().toPlainString(),
        batch.months().stream().map(line -> month(page, line, byId)).toList(),
        batch.counted().stream()
            .map(c -> named(page, byId, c.project(), c.on().toString()))
            .toList(),
        batch.forecast().stream()
            .filter(c -> !counted.contains(c.project()))
            .map(c -> named(page, byId, c.project(), c.on().toString()))
            .toList(),
        batch.unfiled().stream().map(id -> named(page, byId, id, "")).toList());
  }

  private static YearView.Month month(Page page, YearPlan.MonthLine line, Map<Long, Project> byId) {
    Integer plan = line.plan();
    Integer actual = line.actual();
    return new YearView.Month(
        line.month().getMonthValue(),
        Objects.toString(plan, "–"),
        Objects.toString(actual, "–"),
        line.entered().stream().map(id -> named(page, byId, id, "")).toList(),
        plan != null && actual != null && actual < plan);
  }

  /** Projects not started whose parcel comes after their planned start. */
  private static List<YearView.Named> delayed(
      Page page, List<Standing> all, Map<Long, Project> byId) {
    return all.stream()
        .filter(s -> !s.entered().containsKey(YearPlan.STARTED))
        .flatMap(s -> delayed(page, s).map(note -> named(page, byId, s.id(), note)).stream())
        .toList();
  }

  private static Optional<String> delayed(Page page, Standing standing) {
    Standing.Site site = standing.site();
    LocalDate planned = standing.planned().get(YearPlan.STARTED);
    LocalDate ready = site == null ? null : site.supplyableOn();
    return site == null || planned == null || ready == null || !ready.isAfter(planned)
        ? Optional.empty()
        : Optional.of(
            page.t(
                "projects.delayed",
                planned.toString(),
                site.name(),
                ready.toString(),
                Words.of(page).word(site.waitsFor())));
  }

  private static YearView.Named named(Page page, Map<Long, Project> byId, long id, String note) {
    Project project = Objects.requireNonNull(byId.get(id));
    return new YearView.Named(project.name(), page.in("projects/" + id), note);
  }
}
