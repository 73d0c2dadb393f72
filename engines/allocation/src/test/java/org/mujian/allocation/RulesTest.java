package org.mujian.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Planned.Lack;
import org.mujian.allocation.Planned.Limit;
import org.mujian.allocation.Planned.Refusal;
import org.mujian.allocation.Scenario.Factor;
import org.mujian.allocation.Scenario.Hand;
import org.mujian.allocation.Scenario.Option;
import org.mujian.allocation.Scenario.Place;
import org.mujian.allocation.Scenario.Project;
import org.mujian.allocation.Scenario.Share;
import org.mujian.allocation.Scenario.Traits;

class RulesTest {

  private static final List<Place> PLACES =
      List.of(new Place("A", 10), new Place("B", 10), new Place("C", 10));

  @Test
  void aChemicalWorksKeepsItsDistanceAndTheRefusalNamesTheNeighbour() {
    Rules rules =
        rules(
            List.of(new Rules.Distance("A", "B", 80), new Rules.Distance("B", "C", 300)),
            List.of(new Rules.Hazard("food", "chem", 100)));
    Scenario scenario =
        scenario(
            rules,
            List.of(Objective.VALUE),
            kind("acid", "chem", 9, "A"),
            kind("noodles", "food", 5, "A", "B"),
            kind("bread", "food", 4, "C"));
    Planned planned = solve(scenario);
    assertThat(planned.plan().orElseThrow().placed().keySet()).containsExactly("acid", "bread");
    assertThat(planned.refusals())
        .containsExactly(new Refusal("noodles", List.of(new Lack(Limit.TOO_NEAR, "acid", 0))));
    assertThat(faults(scenario, "acid", "A", "noodles", "B")).containsExactly("too-near");
    assertThat(faults(scenario, "acid", "A", "noodles", "A")).containsExactly("too-near");
    assertThat(faults(scenario, "noodles", "B", "bread", "C")).isEmpty();
  }

  @Test
  void aSupplierMovesNextToWhomItSupplies() {
    Rules rules =
        new Rules(
            List.of(new Rules.Distance("B", "C", 50)),
            List.of(),
            List.of(new Rules.Wish("parts", "cars", 60, 7)),
            List.of(),
            List.of());
    Scenario scenario =
        scenario(
            rules,
            List.of(Objective.COUNT, Objective.NEARNESS),
            kind("gears", "parts", 1, "A", "C"),
            kind("sedan", "cars", 1, "B"));
    Planned planned = solve(scenario);
    assertThat(planned.plan().orElseThrow().placed().get("gears")).isEqualTo(new Plan.Spot("C", 0));
    assertThat(planned.parts().getLast()).isEqualTo(new Planned.Part(Objective.NEARNESS, 7, 7));
  }

  @Test
  void whoeverIsReplacedStillServesThoseWhoNeedIt() {
    Rules rules =
        new Rules(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Rules.Replacement(Set.of("big boiler", "small boiler"))),
            List.of());
    Scenario scenario =
        scenario(
            rules,
            List.of(Objective.VALUE),
            land("big boiler", 3, 11, Set.of()),
            land("small boiler", 2, 1, Set.of()),
            land("laundry", 5, 1, Set.of("big boiler")));
    Planned planned = solve(scenario);
    assertThat(planned.plan().orElseThrow().placed().keySet())
        .containsExactly("laundry", "small boiler");
    assertThat(planned.refusals())
        .containsExactly(
            new Refusal(
                "big boiler",
                List.of(
                    new Lack(Limit.REPLACED, "small boiler", 0),
                    new Lack(Limit.FACTOR, "land", 3))));
    assertThat(faults(scenario, "laundry", "")).containsExactly("without-its-need");
    assertThat(faults(scenario, "small boiler", "", "big boiler", ""))
        .contains("beside-its-replacement");
  }

  @Test
  void tenStartsByAPeriodAreKeptOrNamedAsTheConflict() {
    Rules.Minimum starts = new Rules.Minimum("ten starts", 10, 1, Set.of());
    Project[] projects =
        IntStream.range(0, 12)
            .mapToObj(k -> land("p" + k, 1 + k, 1, Set.of()))
            .toArray(Project[]::new);
    Rules rules = new Rules(List.of(), List.of(), List.of(), List.of(), List.of(starts));
    Planned planned = solve(scenario(rules, List.of(Objective.VALUE), projects));
    assertThat(starts.isMet(planned.plan().orElseThrow())).isTrue();
    Project[] fewer = java.util.Arrays.copyOf(projects, 9);
    assertThat(solve(scenario(rules, List.of(Objective.VALUE), fewer)).conflict())
        .containsExactly("ten starts");
    assertThat(faults(scenario(rules, List.of(), fewer), "p1", ""))
        .containsExactly("minimum-missed");
  }

  @Test
  void aProjectIsSupportedInPartWhenAllOfItWouldBeTooMuch() {
    Project whole =
        land("fab", 9, 15, Set.of())
            .by(new Traits("", "", List.of(new Share(Map.of("land", 8L), 6))));
    Scenario scenario = scenario(Rules.NONE, List.of(Objective.VALUE), whole);
    Planned planned = solve(scenario);
    assertThat(planned.plan().orElseThrow().placed())
        .isEqualTo(Map.of("fab", new Plan.Spot("", 0, 1)));
    assertThat(planned.parts()).containsExactly(new Planned.Part(Objective.VALUE, 6, 6));
    for (int step : new int[] {-1, 2}) {
      Plan none = new Plan(new TreeMap<>(Map.of("fab", new Plan.Spot("", 0, step))));
      assertThat(none.check(scenario)).extracting(Fault::rule).containsExactly("no-such-step");
    }
  }

  @Test
  void balanceServesTheClusterThatWouldGetNothing() {
    Scenario scenario =
        scenario(
            Rules.NONE,
            List.of(Objective.BALANCE, Objective.VALUE),
            cluster("cars", 60, 6, "auto"),
            cluster("more cars", 40, 4, "auto"),
            cluster("yarn", 10, 5, "textile"));
    Planned planned = solve(scenario);
    assertThat(planned.plan().orElseThrow().placed().keySet()).containsExactly("more cars", "yarn");
    assertThat(planned.parts().getFirst()).isEqualTo(new Planned.Part(Objective.BALANCE, 40, 40));
  }

  @Test
  void aRefusalSaysFromWhenTheProjectWouldFit() {
    Scenario scenario =
        new Scenario(
            2,
            List.of(new Factor("land", List.of(5L, 10L), List.of(10L, 12L, 30L))),
            PLACES,
            List.of(
                land("mill", 9, 8, Set.of()),
                land("shop", 5, 4, Set.of()),
                new Project(
                    "port",
                    false,
                    9,
                    Map.of(),
                    List.of(new Option("A", 1, 0, 4)),
                    0,
                    Set.of(),
                    Set.of(),
                    Hand.FREE,
                    null)),
            List.of(Objective.VALUE));
    assertThat(solve(scenario).refusals())
        .containsExactly(
            new Refusal("shop", List.of(new Lack(Limit.FACTOR, "land", 2)), OptionalInt.of(3)),
            new Refusal("port", List.of(new Lack(Limit.LATER, "A", 3)), OptionalInt.of(4)));
  }

  @Test
  void rulesThatContradictThemselvesAreRefusedByName() {
    assertRefused("names D", rules(List.of(new Rules.Distance("A", "D", 1)), List.of()));
    assertRefused("B = -1", rules(List.of(new Rules.Distance("A", "B", -1)), List.of()));
    assertRefused("names ghost", replacing("a", "ghost"));
    assertRefused("needs its own replacement a", replacing("a", "b"));
    assertRefused("starts = -1", minimum(new Rules.Minimum("starts", -1, 0, Set.of())));
    assertRefused("by = 9", minimum(new Rules.Minimum("starts", 1, 9, Set.of())));
    assertRefused("has the name", minimum(new Rules.Minimum("a", 1, 0, Set.of())));
    assertRefused("names ghost", minimum(new Rules.Minimum("starts", 1, 0, Set.of("ghost"))));
  }

  @Test
  void theSearchForAConflictIsHaltedAndRepeatedByItsWork() {
    Rules.Minimum starts = new Rules.Minimum("starts", 9, 1, Set.of());
    Rules rules = new Rules(List.of(), List.of(), List.of(), List.of(), List.of(starts));
    Project[] projects =
        IntStream.range(0, 8)
            .mapToObj(k -> land("p" + k, 1, 1, Set.of()).by(Hand.PINNED))
            .toArray(Project[]::new);
    Scenario scenario = scenario(rules, List.of(Objective.VALUE), projects);
    for (boolean hasNative : new boolean[] {true, false}) {
      AtomicInteger polls = new AtomicInteger();
      Planned halted =
          Planning.solve(
              scenario, Effort.until(() -> polls.incrementAndGet() > 5, 1, 1), hasNative);
      assertThat(halted.conflict().size()).isNotEqualTo(1);
      assertThat(Planning.solve(scenario, Effort.replay(halted.work(), 1, 1), hasNative))
          .hasToString(halted.toString());
      assertThat(Planning.solve(scenario, Effort.until(() -> false, 1, 1), hasNative).conflict())
          .containsExactly("starts");
    }
  }

  private static void assertRefused(String why, Rules rules) {
    assertThatThrownBy(
            () ->
                scenario(rules, List.of(), land("a", 1, 1, Set.of()), land("b", 1, 1, Set.of("a"))))
        .isInstanceOf(InstanceRefused.class)
        .hasMessageContaining(why);
  }

  private static Rules replacing(String... projects) {
    return new Rules(
        List.of(),
        List.of(),
        List.of(),
        List.of(new Rules.Replacement(Set.of(projects))),
        List.of());
  }

  private static Rules minimum(Rules.Minimum minimum) {
    return new Rules(List.of(), List.of(), List.of(), List.of(), List.of(minimum));
  }

  private static Rules rules(List<Rules.Distance> distances, List<Rules.Hazard> hazards) {
    return new Rules(distances, hazards, List.of(), List.of(), List.of());
  }

  private static Scenario scenario(Rules rules, List<Objective> objectives, Project... projects) {
    return new Scenario(
        2,
        List.of(new Factor("land", List.of(10L, 10L))),
        PLACES,
        List.of(projects),
        objectives,
        rules);
  }

  private static Planned solve(Scenario scenario) {
    Planned planned = Planning.solve(scenario, Effort.until(() -> false, 1, 1));
    planned.plan().ifPresent(plan -> assertThat(plan.check(scenario)).isEmpty());
    return planned;
  }

  private static List<String> faults(Scenario scenario, String... pairs) {
    TreeMap<String, Plan.Spot> placed = new TreeMap<>();
    for (int k = 0; k < pairs.length; k += 2) {
      placed.put(pairs[k], new Plan.Spot(pairs[k + 1], 0));
    }
    return new Plan(placed).check(scenario).stream().map(Fault::rule).toList();
  }

  private static Project kind(String id, String kind, long value, String... places) {
    return new Project(
        id,
        false,
        value,
        Map.of(),
        List.of(places).stream().map(place -> new Option(place, 5, 0, 0)).toList(),
        0,
        Set.of(),
        Set.of(),
        Hand.FREE,
        null,
        new Traits(kind, "", List.of()));
  }

  private static Project cluster(String id, long value, long land, String cluster) {
    return land(id, value, land, Set.of()).by(new Traits("", cluster, List.of()));
  }

  private static Project land(String id, long value, long land, Set<String> with) {
    return new Project(
        id, false, value, Map.of("land", land), List.of(), 0, with, Set.of(), Hand.FREE, null);
  }
}
