package org.mujian.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses rules that name what does not exist or contradict themselves. */
final class RuleCheck {

  private RuleCheck() {}

  static void of(Rules rules, int periods, Set<String> places, List<Scenario.Project> projects) {
    Set<String> ids = new HashSet<>();
    projects.forEach(project -> ids.add(project.id()));
    for (Rules.Distance distance : rules.distances()) {
      String what = "距离 distance " + distance.place() + " – " + distance.other();
      Scenario.requireKnown(places, distance.place(), what);
      Scenario.requireKnown(places, distance.other(), what);
      Scenario.require(distance.metres(), what);
    }
    for (Rules.Hazard hazard : rules.hazards()) {
      Scenario.require(
          hazard.least(), "防护距离 hazard distance " + hazard.kind() + " – " + hazard.other());
    }
    for (Rules.Wish wish : rules.wishes()) {
      String what = "相邻意愿 wish " + wish.kind() + " – " + wish.other();
      Scenario.require(wish.most(), what);
      Scenario.require(wish.worth(), what + " worth");
    }
    replacements(rules, ids, projects);
    minimums(rules, periods, ids);
  }

  private static void replacements(Rules rules, Set<String> ids, List<Scenario.Project> projects) {
    Set<String> seen = new HashSet<>();
    for (Rules.Replacement group : rules.replacements()) {
      for (String id : group.projects()) {
        Scenario.requireKnown(ids, id, "替代组 replacement");
        if (!seen.add(id)) {
          throw Scenario.refused(
              "项目 " + id + " 在两个替代组里：请合并成一组",
              "project " + id + " is in two groups of replacements: make them one");
        }
      }
    }
    for (Scenario.Project project : projects) {
      for (String rival : rules.rivals(project.id())) {
        if (project.with().contains(rival)) {
          throw Scenario.refused(
              "项目 " + project.id() + " 依赖可替代它的 " + rival + "：请去掉其一",
              "project " + project.id() + " needs its own replacement " + rival + ": drop one");
        }
      }
    }
  }

  private static void minimums(Rules rules, int periods, Set<String> ids) {
    Set<String> names = new HashSet<>();
    for (Rules.Minimum minimum : rules.minimums()) {
      String what = "最低数 minimum " + minimum.name();
      if (!names.add(minimum.name()) || ids.contains(minimum.name())) {
        throw Scenario.refused(
            what + " 与另一最低数或项目同名：请改名", what + " has the name of another: rename it");
      }
      Scenario.require(minimum.count(), what);
      Scenario.requirePeriod(minimum.by(), periods, what + " by");
      minimum.projects().forEach(id -> Scenario.requireKnown(ids, id, what));
    }
  }
}
