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

  private static final List<Objective> IN_ORDER = SmallScenarios.IN_ORDER;

  @Property(tries = 80)
  void smallScenariosAreSolvedAsByTryingAll(@ForAll long seed) {
    Scenario scenario = SmallScenarios.random(new Random(seed));
    List<Plan> all = SmallScenarios.all(scenario);
    for (boolean hasNative : new boolean[] {false, NativeSolver.isPresent()}) {
      Planned planned = Planning.solve(scenario, Effort.until(() -> false, seed, 1), hasNative);
      assertThat(planned.plan().isPresent()).isEqualTo(!all.isEmpty());
      if (!all.isEmpty()) {
        assertThat(planned.plan().orElseThrow().check(scenario)).isEmpty();
        assertThat(SmallScenarios.values(scenario, planned.plan().orElseThrow()))
            .isEqualTo(
                all.stream()
                    .map(plan -> SmallScenarios.values(scenario, plan))
                    .max(Arrays::compare)
                    .get());
        assertThat(planned.parts()).allMatch(Planned.Part::isProven);
      }
    }
  }

  @Property(tries = 80)
  void withoutExactlyTheNamedLimitsARefusedProjectFitsIn(@ForAll long seed) {
    Scenario scenario = SmallScenarios.random(new Random(seed));
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
    Scenario scenario = SmallScenarios.random(new Random(seed), Hand.PINNED);
    Planned planned = Planning.solve(scenario, Effort.until(() -> false, seed, 1));
    if (planned.plan().isEmpty()) {
      assertThat(SmallScenarios.isPossible(scenario, planned.conflict())).isFalse();
      for (String id : planned.conflict()) {
        List<String> fewer = new ArrayList<>(planned.conflict());
        fewer.remove(id);
        assertThat(SmallScenarios.isPossible(scenario, fewer)).as("without %s", id).isTrue();
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
    Scenario scenario = SmallScenarios.random(new Random(9));
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
    Scenario wider = lift(scenario, id, lifted);
    for (int step = 0; step < project.steps(); step++) {
      for (Option option : project.optionsOrNone()) {
        TreeMap<String, Plan.Spot> more = new TreeMap<>(plan.placed());
        more.put(id, new Plan.Spot(option.place(), scenario.periods() - 1, step));
        if (new Plan(more).check(wider).isEmpty()) {
          return true;
        }
      }
    }
    return false;
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
        scenario.objectives(),
        lift(scenario.rules(), id, lifted));
  }

  private static Rules lift(Rules rules, String id, List<Lack> lifted) {
    return new Rules(
        rules.distances(),
        rules.hazards(),
        rules.wishes(),
        rules.replacements().stream()
            .map(
                group -> {
                  Set<String> fewer = new TreeSet<>(group.projects());
                  if (fewer.contains(id)) {
                    fewer.removeIf(other -> has(lifted, Limit.REPLACED, other));
                  }
                  return new Rules.Replacement(fewer);
                })
            .toList(),
        rules.minimums());
  }

  private static boolean has(List<Lack> lifted, Limit limit, String name) {
    return lifted.stream().anyMatch(lack -> lack.limit() == limit && lack.name().equals(name));
  }

  private static Project lift(Project project, String id, List<Lack> lifted) {
    if (!project.id().equals(id)) {
      Set<String> without = new TreeSet<>(project.without());
      if (has(lifted, Limit.EXCLUDES, project.id())) {
        without.remove(id);
      }
      return copy(
          project,
          project.options(),
          project.earliest(),
          project.with(),
          without,
          project.hand(),
          has(lifted, Limit.TOO_NEAR, project.id())
              ? new Scenario.Traits("", "", project.traits().shares())
              : project.traits());
    }
    Set<String> with = new TreeSet<>(project.with());
    with.removeIf(other -> has(lifted, Limit.NEEDS, other));
    Set<String> without = new TreeSet<>(project.without());
    without.removeIf(other -> has(lifted, Limit.EXCLUDES, other));
    return copy(
        project,
        project.options().stream()
            .map(
                o ->
                    new Option(
                        o.place(),
                        o.takes(),
                        o.preparation(),
                        o.ready() - (int) missing(lifted, Limit.LATER, o.place())))
            .toList(),
        project.earliest() - (int) missing(lifted, Limit.LATER, id),
        with,
        without,
        has(lifted, Limit.FORBIDDEN, id) ? Hand.FREE : project.hand(),
        project.traits());
  }

  private static Project copy(
      Project project,
      List<Option> options,
      int earliest,
      Set<String> with,
      Set<String> without,
      Hand hand,
      Scenario.Traits traits) {
    return new Project(
        project.id(),
        project.promised(),
        project.value(),
        project.needs(),
        options,
        earliest,
        with,
        without,
        hand,
        project.present(),
        traits);
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
}
