package org.mujian.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Planned.Lack;
import org.mujian.allocation.Planned.Limit;
import org.mujian.allocation.Scenario.Factor;
import org.mujian.allocation.Scenario.Hand;
import org.mujian.allocation.Scenario.Option;
import org.mujian.allocation.Scenario.Place;
import org.mujian.allocation.Scenario.Project;
import org.mujian.allocation.search.NativeSolver;

class PlanningTest {

  private static final int PERIODS = 2;

  private static final List<Objective> IN_ORDER =
      List.of(
          Objective.PROMISES,
          Objective.COUNT,
          Objective.VALUE,
          Objective.EARNED,
          Objective.PREPARATION,
          Objective.CHANGES);

  @Property(tries = 80)
  void smallScenariosAreSolvedAsByTryingAll(@ForAll long seed) {
    Scenario scenario = random(new Random(seed));
    List<Plan> all = new ArrayList<>();
    tryAll(scenario, 0, new TreeMap<>(), all);
    for (boolean hasNative : new boolean[] {false, NativeSolver.isPresent()}) {
      Planned planned = Planning.solve(scenario, Effort.until(() -> false, seed, 1), hasNative);
      assertThat(planned.plan().isPresent()).isEqualTo(!all.isEmpty());
      if (!all.isEmpty()) {
        assertThat(planned.plan().orElseThrow().check(scenario)).isEmpty();
        assertThat(values(scenario, planned.plan().orElseThrow()))
            .isEqualTo(all.stream().map(plan -> values(scenario, plan)).max(Arrays::compare).get());
        assertThat(planned.parts()).allMatch(Planned.Part::isProven);
      }
    }
  }

  @Property(tries = 80)
  void withoutExactlyTheNamedLimitsARefusedProjectFitsIn(@ForAll long seed) {
    Scenario scenario = random(new Random(seed));
    Planned planned = Planning.solve(scenario, Effort.until(() -> false, seed, 1));
    planned
        .plan()
        .ifPresent(
            plan -> {
              for (Planned.Refusal refusal : planned.refusals()) {
                List<Lack> lacks = refusal.lacks();
                assertThat(fits(scenario, plan, refusal.project(), lacks)).isTrue();
                for (Lack lack : lacks) {
                  List<Lack> fewer = new ArrayList<>(lacks);
                  fewer.remove(lack);
                  assertThat(fits(scenario, plan, refusal.project(), fewer))
                      .as("%s of %s", lack, lacks)
                      .isEqualTo(lack.limit() == Limit.NO_GAIN);
                }
              }
            });
  }

  @Property(tries = 40)
  void pinsThatConflictAreNamedAndNoneTooMany(@ForAll long seed) {
    Scenario scenario = random(new Random(seed), Hand.PINNED);
    Planned planned = Planning.solve(scenario, Effort.until(() -> false, seed, 1));
    if (planned.plan().isEmpty()) {
      assertThat(isPossible(scenario, planned.conflict())).isFalse();
      for (String id : planned.conflict()) {
        List<String> fewer = new ArrayList<>(planned.conflict());
        fewer.remove(id);
        assertThat(isPossible(scenario, fewer)).as("without %s", id).isTrue();
      }
    }
  }

  @Test
  void theLandThatIsMissingIsSaidInItsUnit() {
    Scenario scenario =
        new Scenario(
            1,
            List.of(new Factor("land", List.of(100L))),
            List.of(new Place("A-01", 60), new Place("A-02", 50)),
            List.of(
                project("steel", 90, 70, List.of(new Option("A-01", 60, 5, 0))),
                project(
                    "glass",
                    50,
                    60,
                    List.of(new Option("A-01", 60, 1, 0), new Option("A-02", 55, 1, 0)))),
            IN_ORDER);
    Planned planned = Planning.solve(scenario, Effort.until(() -> false, 1, 1));
    assertThat(planned.plan().orElseThrow().placed())
        .isEqualTo(Map.of("steel", new Plan.Spot("A-01", 0)));
    assertThat(planned.refusals())
        .containsExactly(
            new Planned.Refusal(
                "glass",
                List.of(new Lack(Limit.FACTOR, "land", 30), new Lack(Limit.PLACE, "A-02", 5))));
    assertThat(planned.displaces()).isEqualTo(Map.of("steel", List.of("glass")));
  }

  @Test
  void aProjectWaitsForTheSubstationAndTheParcel() {
    Scenario scenario =
        new Scenario(
            4,
            List.of(new Factor("power", List.of(0L, 0L, 10L, 10L))),
            List.of(new Place("A-01", 60)),
            List.of(
                new Project(
                    "steel",
                    false,
                    9,
                    Map.of("power", 8L),
                    List.of(new Option("A-01", 60, 5, 1)),
                    0,
                    Set.of(),
                    Set.of(),
                    Hand.FREE,
                    null)),
            List.of(Objective.EARNED));
    assertThat(
            Earlier.of(scenario, new Plan(new TreeMap<>(Map.of("steel", new Plan.Spot("A-01", 3)))))
                .placed())
        .as("whoever aims at something else still starts as soon as it goes")
        .isEqualTo(Map.of("steel", new Plan.Spot("A-01", 2)));
    Planned planned = Planning.solve(scenario, Effort.until(() -> false, 1, 1));
    assertThat(planned.plan().orElseThrow().placed())
        .isEqualTo(Map.of("steel", new Plan.Spot("A-01", 2)));
    assertThat(planned.parts()).containsExactly(new Planned.Part(Objective.EARNED, 18, 18));
    assertThat(new Plan(new TreeMap<>(Map.of("steel", new Plan.Spot("A-01", 1)))).check(scenario))
        .extracting(Fault::rule)
        .containsExactly("factor-short");
    assertThat(new Plan(new TreeMap<>(Map.of("steel", new Plan.Spot("A-01", 0)))).check(scenario))
        .extracting(Fault::rule)
        .contains("not-ready");
  }

  @Test
  void oneMoreUnitOfWhatBindsHasAPriceAndWhatIsLeftOverHasNone() {
    Scenario scenario =
        new Scenario(
            1,
            List.of(new Factor("land", List.of(10L)), new Factor("power", List.of(1000L))),
            List.of(),
            List.of(project("a", 40, 8, List.of()), project("b", 30, 6, List.of())),
            List.of(Objective.VALUE));
    Map<String, Double> prices = Planning.solve(scenario, Effort.until(() -> false, 1, 1)).prices();
    assertThat(prices.get("land")).isCloseTo(5.0, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(prices.get("power")).isZero();
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    Scenario scenario = random(new Random(9));
    Planned first = Planning.solve(scenario, Effort.until(() -> false, 1, 1));
    Planned second = Planning.solve(scenario, Effort.replay(first.work(), 1, 1));
    assertThat(second).hasToString(first.toString());
  }

  @Test
  void theCheckerFindsEveryPlantedFault() {
    Scenario scenario =
        new Scenario(
            1,
            List.of(new Factor("land", List.of(10L))),
            List.of(new Place("A", 5)),
            List.of(
                project("big", 1, 11, List.of()),
                project("here", 1, 1, List.of(new Option("A", 6, 0, 0))),
                new Project(
                    "pin", false, 1, Map.of(), List.of(), 0, Set.of(), Set.of(), Hand.PINNED, null),
                new Project(
                    "no",
                    false,
                    1,
                    Map.of(),
                    List.of(),
                    0,
                    Set.of(),
                    Set.of(),
                    Hand.FORBIDDEN,
                    null),
                new Project(
                    "needs",
                    false,
                    1,
                    Map.of(),
                    List.of(),
                    0,
                    Set.of("big"),
                    Set.of(),
                    Hand.FREE,
                    null),
                new Project(
                    "shuns",
                    false,
                    1,
                    Map.of(),
                    List.of(),
                    0,
                    Set.of(),
                    Set.of("pin"),
                    Hand.FREE,
                    null)),
            IN_ORDER);
    assertThat(faults(scenario, "pin", "")).isEmpty();
    assertThat(faults(scenario)).containsExactly("pinned-out");
    assertThat(faults(scenario, "pin", "", "big", "")).containsExactly("factor-short");
    assertThat(faults(scenario, "pin", "", "here", "A")).containsExactly("place-short");
    assertThat(faults(scenario, "pin", "", "here", "B")).containsExactly("no-such-option");
    assertThat(faults(scenario, "pin", "", "no", "")).containsExactly("forbidden-in");
    assertThat(faults(scenario, "pin", "", "needs", "")).containsExactly("without-its-need");
    assertThat(faults(scenario, "pin", "", "shuns", "")).containsExactly("beside-what-it-excludes");
    assertThat(faults(scenario, "pin", "", "ghost", "")).containsExactly("unknown-project");
  }

  @Test
  void badScenariosAreRefusedByName() {
    assertRefused("excludes itself", List.of(), with("a", Set.of(), Set.of("a")));
    assertRefused(
        "circle, among [a, b]",
        List.of(),
        with("a", Set.of("b"), Set.of()),
        with("b", Set.of("a"), Set.of()));
    assertRefused("names land", List.of(), project("a", 1, 1, List.of()));
    assertRefused(
        "names B",
        List.of(new Factor("land", List.of(1L))),
        project("a", 1, 1, List.of(new Option("B", 1, 1, 0))));
    assertRefused("land = -1", List.of(new Factor("land", List.of(-1L))));
    assertRefused(
        "stands twice", List.of(new Factor("land", List.of(1L)), new Factor("land", List.of(2L))));
    assertRefused(
        "value = -5", List.of(new Factor("land", List.of(1L))), project("a", -5, 1, List.of()));
  }

  private static void assertRefused(String why, List<Factor> factors, Project... projects) {
    assertThatThrownBy(() -> new Scenario(1, factors, List.of(), List.of(projects), IN_ORDER))
        .isInstanceOf(InstanceRefused.class)
        .hasMessageContaining(why);
  }

  private static List<String> faults(Scenario scenario, String... pairs) {
    TreeMap<String, Plan.Spot> placed = new TreeMap<>();
    for (int k = 0; k < pairs.length; k += 2) {
      placed.put(pairs[k], new Plan.Spot(pairs[k + 1], 0));
    }
    return new Plan(placed).check(scenario).stream().map(Fault::rule).toList();
  }

  private static Project with(String id, Set<String> with, Set<String> without) {
    return new Project(id, false, 1, Map.of(), List.of(), 0, with, without, Hand.FREE, null);
  }

  private static Project project(String id, long value, long land, List<Option> options) {
    return new Project(
        id, false, value, Map.of("land", land), options, 0, Set.of(), Set.of(), Hand.FREE, null);
  }

  /** Whether a project can be added to a plan when the named limits are taken away. */
  private static boolean fits(Scenario scenario, Plan plan, String id, List<Lack> lifted) {
    Project project = find(scenario, id);
    List<String> places =
        project.options().isEmpty()
            ? List.of("")
            : project.options().stream().map(Option::place).toList();
    return places.stream()
        .anyMatch(
            place -> {
              TreeMap<String, Plan.Spot> more = new TreeMap<>(plan.placed());
              more.put(id, new Plan.Spot(place, scenario.periods() - 1));
              return new Plan(more).check(lift(scenario, id, lifted)).isEmpty();
            });
  }

  private static Scenario lift(Scenario scenario, String id, List<Lack> lifted) {
    return new Scenario(
        scenario.periods(),
        scenario.factors().stream()
            .map(
                f ->
                    new Factor(
                        f.id(),
                        f.supply().stream()
                            .map(x -> x + missing(lifted, Limit.FACTOR, f.id()))
                            .toList()))
            .toList(),
        scenario.places().stream()
            .map(p -> new Place(p.id(), p.room() + missing(lifted, Limit.PLACE, p.id())))
            .toList(),
        scenario.projects().stream().map(p -> lift(p, id, lifted)).toList(),
        scenario.objectives());
  }

  private static Project lift(Project project, String id, List<Lack> lifted) {
    Set<String> with = new TreeSet<>(project.with());
    Set<String> without = new TreeSet<>(project.without());
    Hand hand = project.hand();
    for (Lack lack : lifted) {
      if (project.id().equals(id) && lack.limit() == Limit.NEEDS) {
        with.remove(lack.name());
      }
      if (lack.limit() == Limit.EXCLUDES && project.id().equals(id)) {
        without.remove(lack.name());
      }
      if (lack.limit() == Limit.EXCLUDES && project.id().equals(lack.name())) {
        without.remove(id);
      }
      if (lack.limit() == Limit.FORBIDDEN && project.id().equals(id)) {
        hand = Hand.FREE;
      }
    }
    return new Project(
        project.id(),
        project.promised(),
        project.value(),
        project.needs(),
        project.options(),
        project.earliest(),
        with,
        without,
        hand,
        project.present());
  }

  private static long missing(List<Lack> lifted, Limit limit, String name) {
    return lifted.stream()
        .filter(lack -> lack.limit() == limit && lack.name().equals(name))
        .mapToLong(Lack::missing)
        .sum();
  }

  private static Project find(Scenario scenario, String id) {
    return scenario.projects().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private static boolean isPossible(Scenario scenario, List<String> pinned) {
    Scenario fewer =
        new Scenario(
            scenario.periods(),
            scenario.factors(),
            scenario.places(),
            scenario.projects().stream()
                .map(
                    p ->
                        p.by(
                            pinned.contains(p.id())
                                ? Hand.PINNED
                                : p.hand() == Hand.PINNED ? Hand.FREE : p.hand()))
                .toList(),
            List.of());
    List<Plan> all = new ArrayList<>();
    tryAll(fewer, 0, new TreeMap<>(), all);
    return !all.isEmpty();
  }

  private static long[] values(Scenario scenario, Plan plan) {
    return scenario.objectives().stream()
        .mapToLong(o -> (o.isMaximised() ? 1 : -1) * plan.value(scenario, o))
        .toArray();
  }

  private static void tryAll(
      Scenario scenario, int at, TreeMap<String, Plan.Spot> placed, List<Plan> all) {
    if (at == scenario.projects().size()) {
      Plan plan = new Plan(placed);
      if (plan.check(scenario).isEmpty()) {
        all.add(plan);
      }
      return;
    }
    Project project = scenario.projects().get(at);
    tryAll(scenario, at + 1, placed, all);
    List<String> places =
        project.options().isEmpty()
            ? List.of("")
            : project.options().stream().map(Option::place).toList();
    for (String place : places) {
      for (int t = 0; t < scenario.periods(); t++) {
        placed.put(project.id(), new Plan.Spot(place, t));
        tryAll(scenario, at + 1, placed, all);
        placed.remove(project.id());
      }
    }
  }

  /** Rises or falls. */
  private static List<Long> supply(Random random, int most) {
    return random.longs(PERIODS, 0, most).boxed().toList();
  }

  private static Scenario random(Random random) {
    return random(random, random.nextInt(4) == 0 ? Hand.PINNED : Hand.FREE);
  }

  private static Scenario random(Random random, Hand often) {
    List<Objective> objectives = new ArrayList<>(IN_ORDER);
    java.util.Collections.shuffle(objectives, random);
    List<Project> projects = new ArrayList<>();
    for (int j = 0; j < 5; j++) {
      List<Option> options = new ArrayList<>();
      for (String place : List.of("A", "B")) {
        if (random.nextInt(3) > 0) {
          options.add(
              new Option(place, 1 + random.nextInt(6), random.nextInt(9), random.nextInt(PERIODS)));
        }
      }
      Set<String> with =
          j > 0 && random.nextInt(4) == 0 ? Set.of("p" + random.nextInt(j)) : Set.of();
      Set<String> without =
          j > 0 && random.nextInt(4) == 0 ? Set.of("p" + random.nextInt(j)) : Set.of();
      projects.add(
          new Project(
              "p" + j,
              random.nextBoolean(),
              random.nextInt(20),
              new TreeMap<>(
                  Map.of("land", (long) random.nextInt(8), "power", (long) random.nextInt(5))),
              options,
              random.nextInt(PERIODS),
              with,
              without,
              random.nextInt(3) == 0 ? often : random.nextInt(8) == 0 ? Hand.FORBIDDEN : Hand.FREE,
              random.nextInt(3) == 0
                  ? (options.isEmpty() ? "" : options.getFirst().place())
                  : null));
    }
    return new Scenario(
        PERIODS,
        List.of(new Factor("land", supply(random, 20)), new Factor("power", supply(random, 15))),
        List.of(new Place("A", random.nextInt(10)), new Place("B", random.nextInt(10))),
        projects,
        objectives);
  }
}
