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
 * @param rules that hold among projects
 */
public record Scenario(
    int periods,
    List<Factor> factors,
    List<Place> places,
    List<Project> projects,
    List<Objective> objectives,
    Rules rules) {

  /** Of each number. */
  public static final long MOST = 1_000_000_000_000L;

  private static final int MOST_THINGS = 10_000;

  private static final int MOST_PERIODS = 120;

  /**
   * Something scarce that projects use up: land quota, power, energy.
   *
   * @param supply by period, in the factor's smallest unit: what all that has started by then may
   *     use together. For a budget that is the sum released so far, for a capacity what stands
   * @param later the same for the periods after the last, as far as it is announced: no plan uses
   *     it, but a refusal says from when it would be enough
   */
  public record Factor(String id, List<Long> supply, List<Long> later) {

    public Factor {
      supply = List.copyOf(supply);
      later = List.copyOf(later);
    }

    public Factor(String id, List<Long> supply) {
      this(id, supply, List.of());
    }

    /** In any period; what comes last stays. */
    long at(int period) {
      if (period < supply.size() || later.isEmpty()) {
        return supply.get(Math.min(period, supply.size() - 1));
      }
      return later.get(Math.min(period - supply.size(), later.size() - 1));
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
   * @param ready the first period in which one can start there; after the last one it says how long
   *     the project would have to wait
   */
  public record Option(String place, long takes, long preparation, int ready) {}

  /** Whether people have decided already. */
  public enum Hand {
    FREE,
    PINNED,
    FORBIDDEN
  }

  /**
   * Support in part: what a project uses instead of its needs, and what it is worth then.
   *
   * @param needs by factor
   */
  public record Share(Map<String, Long> needs, long value) {
    public Share {
      needs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(needs));
    }
  }

  /**
   * What only some scenarios ask of a project.
   *
   * @param kind for distances and wishes; "" for none
   * @param cluster for the balance; "" for none
   * @param shares steps in which it can be supported in part, the first is step 1
   */
  public record Traits(String kind, String cluster, List<Share> shares) {
    public static final Traits NONE = new Traits("", "", List.of());

    public Traits {
      shares = List.copyOf(shares);
    }
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
   * @param traits for balance, neighbourhood and support in part
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
      @Nullable String present,
      Traits traits) {

    public Project {
      // In the order given: the search must not depend on the order of a hash.
      needs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(needs));
      options = List.copyOf(options);
      with = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(with));
      without = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(without));
    }

    public Project(
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
      this(
          id, promised, value, needs, options, earliest, with, without, hand, present, Traits.NONE);
    }

    public Project by(Hand hand) {
      return new Project(
          id, promised, value, needs, options, earliest, with, without, hand, present, traits);
    }

    public Project by(Traits traits) {
      return new Project(
          id, promised, value, needs, options, earliest, with, without, hand, present, traits);
    }

    /** The same as it stands in a plan: there, and in no other step of support. */
    Project in(Plan.Spot spot) {
      return new Project(
          id,
          promised,
          value(spot.step()),
          needs(spot.step()),
          options,
          earliest,
          with,
          without,
          hand,
          spot.place(),
          new Traits(traits.kind, traits.cluster, List.of()));
    }

    /** In full, and in each of its parts. */
    int steps() {
      return 1 + traits.shares.size();
    }

    /** What it uses in full, step 0, or in one of its parts. */
    public Map<String, Long> needs(int step) {
      return step == 0 ? needs : traits.shares.get(step - 1).needs;
    }

    /** What it is worth in full, step 0, or in one of its parts. */
    public long value(int step) {
      return step == 0 ? value : traits.shares.get(step - 1).value;
    }

    /** Its places; one without a name when it needs none. */
    List<Option> optionsOrNone() {
      return options.isEmpty() ? List.of(NO_PLACE) : options;
    }
  }

  private static final Option NO_PLACE = new Option("", 0, 0, 0);

  public Scenario(
      int periods,
      List<Factor> factors,
      List<Place> places,
      List<Project> projects,
      List<Objective> objectives) {
    this(periods, factors, places, projects, objectives, Rules.NONE);
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
      factor.later.forEach(supply -> require(supply, "要素 factor " + factor.id + " later"));
    }
    places.forEach(place -> require(place.room, "地块 place " + place.id));
    for (Project project : projects) {
      check(project, factorIds, placeIds, projectIds);
      requirePeriod(project.earliest, MOST_PERIODS, "项目 project " + project.id + " earliest");
      for (Option option : project.options) {
        requirePeriod(
            option.ready, MOST_PERIODS, "项目 project " + project.id + " at " + option.place);
      }
    }
    requireNoCircle(projects);
    RuleCheck.of(rules, periods, placeIds, projects);
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
    for (Share share : project.traits.shares) {
      require(share.value, what + " share value");
      share.needs.forEach(
          (factor, need) -> {
            requireKnown(factors, factor, what);
            require(need, what + " share of " + factor);
          });
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

  static void requirePeriod(int period, int periods, String what) {
    if (period < 0 || period >= periods) {
      throw refused(
          what + " = " + period + "，应在 0 到 " + (periods - 1) + " 之间",
          what + " = " + period + " is not within 0 to " + (periods - 1));
    }
  }

  static void requireKnown(Set<String> known, String id, String what) {
    if (!known.contains(id)) {
      throw refused(what + " 提到未知的 " + id, what + " names " + id + ", which does not exist");
    }
  }

  static void require(long number, String what) {
    if (number < 0 || number > MOST) {
      throw refused(
          what + " = " + number + "，应在 0 到 " + MOST + " 之间",
          what + " = " + number + " is not within 0 to " + MOST);
    }
  }

  static InstanceRefused refused(String chinese, String english) {
    return new InstanceRefused(0, chinese, english);
  }
}
