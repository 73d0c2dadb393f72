package org.mujian.projects;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.land.Consequences;
import org.mujian.land.Land;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The starts that parcels carry with them when they move, and what is left of the year's plan. */
@Component
@Transactional(readOnly = true)
class SlippedStarts implements Consequences {

  private final Sites sites;
  private final Standings standings;
  private final Plans plans;
  private final Projects projects;
  private final Courses courses;

  SlippedStarts(Sites sites, Standings standings, Plans plans, Projects projects, Courses courses) {
    this.sites = sites;
    this.standings = standings;
    this.plans = plans;
    this.projects = projects;
    this.courses = courses;
  }

  @Override
  public List<Consequence> of(Page page, List<Land.Moved> moved) {
    if (moved.stream().allMatch(m -> m.holder() == null)) {
      return List.of();
    }
    long zone = ProjectPages.zone(page);
    Map<Long, @Nullable LocalDate> days = new HashMap<>();
    moved.forEach(m -> days.put(m.parcelId(), m.to()));
    Map<Long, Standing.Site> later = sites.of(zone, days);
    List<Standing> now = standings.listAll(zone);
    List<Standing> then = now.stream().map(s -> s.at(later.get(s.id()))).toList();
    Map<Long, Project> byId =
        projects.listAll(zone).stream().collect(Collectors.toMap(Project::id, Function.identity()));
    List<Consequence> all = new ArrayList<>();
    List<Thing> starts = starts(page, now, then, byId);
    if (!starts.isEmpty()) {
      all.add(new Consequence(page.t("projects.slip.starts", starts.size()), starts));
    }
    all.addAll(batches(page, now, then, byId));
    return all;
  }

  private List<Thing> starts(
      Page page, List<Standing> now, List<Standing> then, Map<Long, Project> byId) {
    Stage start = courses.get().get(YearPlan.STARTED);
    List<Thing> starts = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      String before = day(now.get(i), start, page.today());
      String after = day(then.get(i), start, page.today());
      if (!before.equals(after)) {
        starts.add(thing(page, byId, now.get(i).id(), before + " → " + after));
      }
    }
    return starts;
  }

  private static String day(Standing standing, Stage stage, LocalDate today) {
    return YearPlan.earliest(standing, stage, today).map(c -> c.on().toString()).orElse("–");
  }

  private List<Consequence> batches(
      Page page, List<Standing> now, List<Standing> then, Map<Long, Project> byId) {
    long zone = ProjectPages.zone(page);
    int year = page.today().getYear();
    List<YearPlan> before = plans.year(zone, year, now);
    List<YearPlan> after = plans.year(zone, year, then);
    List<Consequence> moved = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Set<Long> changed = new HashSet<>(ids(before.get(i)));
      ids(after.get(i)).forEach(id -> toggle(changed, id));
      if (before.get(i).target() > 0 && !changed.isEmpty()) {
        moved.add(
            new Consequence(
                page.t(
                    "projects.slip.year",
                    Words.of(page).stage(before.get(i).stage()),
                    before.get(i).target(),
                    before.get(i).forecast().size(),
                    after.get(i).forecast().size()),
                changed.stream().sorted().map(id -> thing(page, byId, id, "")).toList()));
      }
    }
    return moved;
  }

  private static void toggle(Set<Long> set, Long id) {
    if (!set.remove(id)) {
      set.add(id);
    }
  }

  private static Set<Long> ids(YearPlan batch) {
    return batch.forecast().stream().map(YearPlan.Counted::project).collect(Collectors.toSet());
  }

  private static Thing thing(Page page, Map<Long, Project> byId, long id, String note) {
    return new Thing(requireNonNull(byId.get(id)).name(), page.in("projects/" + id), note);
  }
}
