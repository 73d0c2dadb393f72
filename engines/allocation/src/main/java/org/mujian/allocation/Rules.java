package org.mujian.allocation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds among projects beside needs and exclusions: how near, instead of whom, how many. */
public record Rules(
    List<Distance> distances,
    List<Hazard> hazards,
    List<Wish> wishes,
    List<Replacement> replacements,
    List<Minimum> minimums) {

  public static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of(), List.of());

  /** How far apart two places are, either way. Pairs that are not listed are far enough apart. */
  public record Distance(String place, String other, long metres) {}

  /**
   * Projects of two kinds keep a distance, whichever comes first; on one place it is 0.
   *
   * @param least metres
   */
  public record Hazard(String kind, String other, long least) {}

  /**
   * Each project of a kind wants one of another kind near it.
   *
   * @param most metres
   * @param worth of each wish met, for {@link Objective#NEARNESS}
   */
  public record Wish(String kind, String other, long most, long worth) {}

  /**
   * Projects that do one another's work: at most one of them is in, and whoever needs one of them
   * is served by any.
   */
  public record Replacement(Set<String> projects) {
    public Replacement {
      projects = Collections.unmodifiableSet(new TreeSet<>(projects));
    }
  }

  /**
   * So many must have started, such as ten starts by the third quarter.
   *
   * @param name by which a conflict names it; no project has it
   * @param by the last period that counts
   * @param projects that count; empty for all
   */
  public record Minimum(String name, int count, int by, Set<String> projects) {
    public Minimum {
      projects = Collections.unmodifiableSet(new TreeSet<>(projects));
    }

    boolean counts(String project) {
      return projects.isEmpty() || projects.contains(project);
    }

    long started(Plan plan) {
      return plan.placed().entrySet().stream()
          .filter(e -> counts(e.getKey()) && e.getValue().start() <= by)
          .count();
    }

    boolean isMet(Plan plan) {
      return started(plan) >= count;
    }
  }

  public Rules {
    distances = List.copyOf(distances);
    hazards = List.copyOf(hazards);
    wishes = List.copyOf(wishes);
    replacements = List.copyOf(replacements);
    minimums = List.copyOf(minimums);
  }

  /** The same with other minimums. */
  Rules with(List<Minimum> minimums) {
    return new Rules(distances, hazards, wishes, replacements, minimums);
  }

  /** A project and whoever can stand for it, itself first. */
  List<String> serving(String project) {
    for (Replacement group : replacements) {
      if (group.projects.contains(project)) {
        List<String> serving = new java.util.ArrayList<>(group.projects);
        serving.remove(project);
        serving.addFirst(project);
        return serving;
      }
    }
    return List.of(project);
  }

  /** Those in whose stead a project would be. */
  List<String> rivals(String project) {
    List<String> serving = serving(project);
    return serving.subList(1, serving.size());
  }
}
