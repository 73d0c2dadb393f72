package org.mujian.allocation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be planned: projects that want factors, a place and a time to start.
 *
 * @param periods such as quarters, counted from 0
 * @param objectives in order, each once
 */
public record Scenario(
    int periods,
    List<Factor> factors,
    List<Place> places,
    List<Project> projects,
    List<Objective> objectives) {

  /** Of each number. */
  public static final long MOST = 1_000_000_000_000L;

  private static final int MOST_THINGS = 10_000;

  private static final int MOST_PERIODS = 120;

  /**
   * Something scarce that projects use up: land quota, power, energy.
   *
   * @param supply by period, in the factor's smallest unit: what all that has started by then may
   *     use together. For a budget that is the sum released so far, for a capacity what stands
   */
  public record Factor(String id, List<Long> supply) {

    public Factor {
      supply = List.copyOf(supply);
    }

    /** What there is when everything has started. */
    public long last() {
      return supply.getLast();
    }
  }

  /**
   * A parcel or a building.
   *
   * @param room in whole units, such as m²; who takes all of it has it alone
   */
  public record Place(String id, long room) {}

  /**
   * A place where a project could be: whoever builds the scenario has seen that it fits the law.
   *
   * @param takes of the place's room
   * @param preparation what making it ready costs
   * @param ready the first period in which one can start there
   */
  public record Option(String place, long takes, long preparation, int ready) {}

  /** Whether people have decided already. */
  public enum Hand {
    FREE,
    PINNED,
    FORBIDDEN
  }

  /**
   * A project that asks for its share.
   *
   * @param promised whether a promise was made
   * @param value its weighted strategic value, 0 or more
   * @param needs by factor
   * @param options one of which it must have; empty when it needs no place
   * @param earliest period in which it can start
   * @param with projects that must have started before or with it
   * @param without projects beside which it cannot be
   * @param present its place in the present plan, "" when it is in without a place, null when it is
   *     not in
   */
  public record Project(
      String id,
      boolean promised,
      long value,
      Map<String, Long> needs,
      List<Option> options,
      int earliest,
      Set<String> with,
      Set<String> without,
      Hand hand,
      @Nullable String present) {

    public Project {
      // In the order given: the search must not depend on the order of a hash.
      needs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(needs));
      options = List.copyOf(options);
      with = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(with));
      without = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(without));
    }

    public Project by(Hand hand) {
      return new Project(
          id, promised, value, needs, options, earliest, with, without, hand, present);
    }
  }

  public Scenario {
    factors = List.copyOf(factors);
    places = List.copyOf(places);
    projects = List.copyOf(projects);
    objectives = List.copyOf(objectives);
    Set<String> factorIds = ids("要素 factor", factors.stream().map(Factor::id).toList());
    Set<String> placeIds = ids("地块 place", places.stream().map(Place::id).toList());
    Set<String> projectIds = ids("项目 project", projects.stream().map(Project::id).toList());
    ids("目标 objective", objectives.stream().map(Objective::name).toList());
    requirePeriod(periods - 1, MOST_PERIODS, "期数 periods - 1");
    for (Factor factor : factors) {
      if (factor.supply.size() != periods) {
        throw refused(
            "要素 " + factor.id + " 的供给有 " + factor.supply.size() + " 期，应为 " + periods + " 期",
            "factor "
                + factor.id
                + " has "
                + factor.supply.size()
                + " supplies for "
                + periods
                + " periods");
      }
      factor.supply.forEach(supply -> require(supply, "要素 factor " + factor.id));
    }
    places.forEach(place -> require(place.room, "地块 place " + place.id));
    for (Project project : projects) {
      check(project, factorIds, placeIds, projectIds);
      requirePeriod(project.earliest, periods, "项目 project " + project.id + " earliest");
      for (Option option : project.options) {
        requirePeriod(option.ready, periods, "项目 project " + project.id + " at " + option.place);
      }
    }
    requireNoCircle(projects);
  }

  private static Set<String> ids(String what, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw refused(what + " " + id + " 出现两次：请改名", what + " " + id + " stands twice: rename one");
      }
    }
    if (ids.size() > MOST_THINGS) {
      throw refused(what + " 最多 " + MOST_THINGS, what + ": at most " + MOST_THINGS);
    }
    return seen;
  }

  private static void check(
      Project project, Set<String> factors, Set<String> places, Set<String> projects) {
    String what = "项目 project " + project.id;
    require(project.value, what + " value");
    project.needs.forEach(
        (factor, need) -> {
          requireKnown(factors, factor, what);
          require(need, what + " " + factor);
        });
    Set<String> seen = new HashSet<>();
    for (Option option : project.options) {
      requireKnown(places, option.place, what);
      require(option.takes, what + " takes of " + option.place);
      require(option.preparation, what + " preparation of " + option.place);
      if (!seen.add(option.place)) {
        throw refused(
            what + " 的地块 " + option.place + " 列了两次",
            what + " lists place " + option.place + " twice");
      }
    }
    project.with.forEach(other -> requireKnown(projects, other, what));
    project.without.forEach(other -> requireKnown(projects, other, what));
    if (project.without.contains(project.id)) {
      throw refused(what + " 排斥自己：请去掉", what + " excludes itself: take that out");
    }
  }

  private static void requireNoCircle(List<Project> projects) {
    Map<String, Set<String>> left = new LinkedHashMap<>();
    projects.forEach(project -> left.put(project.id, new HashSet<>(project.with)));
    boolean less = true;
    while (less) {
      List<String> free =
          left.entrySet().stream()
              .filter(e -> e.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .toList();
      free.forEach(left::remove);
      left.values().forEach(with -> free.forEach(with::remove));
      less = !free.isEmpty();
    }
    if (!left.isEmpty()) {
      List<String> names = new ArrayList<>(left.keySet()).subList(0, Math.min(10, left.size()));
      throw refused(
          "项目互相依赖成环，涉及 " + names + "：请去掉其中一条",
          "projects need one another in a circle, among " + names + ": drop one of the needs");
    }
  }

  private static void requirePeriod(int period, int periods, String what) {
    if (period < 0 || period >= periods) {
      throw refused(
          what + " = " + period + "，应在 0 到 " + (periods - 1) + " 之间",
          what + " = " + period + " is not within 0 to " + (periods - 1));
    }
  }

  private static void requireKnown(Set<String> known, String id, String what) {
    if (!known.contains(id)) {
      throw refused(what + " 提到未知的 " + id, what + " names " + id + ", which does not exist");
    }
  }

  private static void require(long number, String what) {
    if (number < 0 || number > MOST) {
      throw refused(
          what + " = " + number + "，应在 0 到 " + MOST + " 之间",
          what + " = " + number + " is not within 0 to " + MOST);
    }
  }

  private static InstanceRefused refused(String chinese, String english) {
    return new InstanceRefused(0, chinese, english);
  }
}
