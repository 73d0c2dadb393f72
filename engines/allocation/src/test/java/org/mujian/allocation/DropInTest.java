package org.mujian.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Scenario.Factor;
import org.mujian.allocation.Scenario.Hand;
import org.mujian.allocation.Scenario.Option;
import org.mujian.allocation.Scenario.Place;
import org.mujian.allocation.Scenario.Project;
import org.mujian.allocation.search.NativeSolver;

class DropInTest {

  @Property(tries = 150)
  void whereItFitsAndWhomItDisplacesIsAsByTryingAll(@ForAll long seed) {
    Scenario all = SmallScenarios.random(new Random(seed));
    Project project = all.projects().getLast();
    Scenario others = without(all, project);
    Planned planned = Planning.solve(others, Effort.until(() -> false, seed, 1));
    if (planned.plan().isEmpty()) {
      return;
    }
    Plan plan = planned.plan().get();
    for (boolean hasNative : new boolean[] {false, NativeSolver.isPresent()}) {
      DropIn answer = DropIn.of(others, plan, project, Effort.until(() -> false, 1, 1), hasNative);
      assertThat(answer.proven()).isTrue();
      assertThat(answer.fits()).hasSameElementsAs(earliest(all, plan, project));
      if (answer.fits().isEmpty()) {
        assertThat(answer.lacks()).isNotEmpty();
        OptionalLong fewest = fewestMoves(all, plan, project);
        assertThat(answer.moving().isPresent()).isEqualTo(fewest.isPresent());
        if (answer.moving().isPresent()) {
          Plan moved = answer.moving().get();
          assertThat(moved.check(all)).isEmpty();
          assertThat(isWithAll(moved, plan, project)).isTrue();
          assertThat(moves(moved, plan)).isEqualTo(fewest.getAsLong());
          assertThat(answer.displaced()).isEmpty();
          continue;
        }
        long[] least = least(all, plan, project);
        assertThat(answer.instead().isPresent()).isEqualTo(least.length > 0);
        if (answer.instead().isPresent()) {
          assertThat(cost(all, plan, answer.displaced())).isEqualTo(least);
          assertThat(holds(all, plan, answer.displaced(), project, answer.instead().get()))
              .isTrue();
        }
      }
    }
  }

  @Test
  void itSaysWhoWouldHaveToGoAndFromWhenItFitsBesideThem() {
    Scenario scenario =
        new Scenario(
            2,
            List.of(new Factor("power", List.of(10L, 10L), List.of(10L, 14L))),
            List.of(new Place("A", 5)),
            List.of(project("mill", 6, 3), project("shop", 4, 1)),
            List.of(Objective.VALUE));
    Plan plan =
        new Plan(new TreeMap<>(Map.of("mill", new Plan.Spot("", 0), "shop", new Plan.Spot("", 1))));
    Project works =
        new Project(
            "works",
            false,
            5,
            Map.of("power", 4L),
            List.of(new Option("A", 5, 0, 1)),
            0,
            Set.of(),
            Set.of(),
            Hand.FREE,
            null);
    DropIn answer = DropIn.of(scenario, plan, works, Effort.until(() -> false, 1, 1));
    assertThat(answer)
        .isEqualTo(
            new DropIn(
                List.of(),
                List.of(new Planned.Lack(Planned.Limit.FACTOR, "power", 4)),
                OptionalInt.of(3),
                Optional.empty(),
                List.of("shop"),
                Optional.of(new Plan.Spot("A", 1)),
                true));
    Plan mill = new Plan(new TreeMap<>(Map.of("mill", new Plan.Spot("", 0))));
    assertThat(DropIn.of(scenario, mill, works, Effort.until(() -> false, 1, 1)).fits())
        .containsExactly(new Plan.Spot("A", 1));
    assertThat(DropIn.of(scenario, plan, works, Effort.until(() -> true, 1, 1)).proven())
        .as("stopped at once, it proves nothing")
        .isFalse();
    assertThatThrownBy(
            () -> DropIn.of(scenario, plan, project("mill", 1, 1), Effort.until(() -> false, 1, 1)))
        .hasMessageContaining("mill is in the plan already");
    Plan broken = new Plan(new TreeMap<>(Map.of("shop", new Plan.Spot("B", 0))));
    assertThatThrownBy(() -> DropIn.of(scenario, broken, works, Effort.until(() -> false, 1, 1)))
        .hasMessageContaining("does not hold");
  }

  @Test
  void whereOthersCanMakeRoomByMovingNobodyHasToGo() {
    Project mill =
        new Project(
            "mill",
            true,
            6,
            Map.of(),
            List.of(new Option("A", 5, 0, 0), new Option("B", 5, 0, 1)),
            0,
            Set.of(),
            Set.of(),
            Hand.FREE,
            null);
    Scenario scenario =
        new Scenario(
            2,
            List.of(),
            List.of(new Place("A", 5), new Place("B", 5)),
            List.of(mill),
            List.of(Objective.VALUE));
    Plan plan = new Plan(new TreeMap<>(Map.of("mill", new Plan.Spot("A", 0))));
    Project works =
        new Project(
            "works",
            false,
            5,
            Map.of(),
            List.of(new Option("A", 5, 0, 0)),
            0,
            Set.of(),
            Set.of(),
            Hand.FREE,
            null);
    DropIn answer = DropIn.of(scenario, plan, works, Effort.until(() -> false, 1, 1));
    assertThat(answer.fits()).isEmpty();
    assertThat(answer.displaced()).isEmpty();
    assertThat(answer.moving())
        .contains(
            new Plan(
                new TreeMap<>(
                    Map.of("mill", new Plan.Spot("B", 1), "works", new Plan.Spot("A", 0)))));
  }

  private static OptionalLong fewestMoves(Scenario all, Plan plan, Project project) {
    return SmallScenarios.all(all).stream()
        .filter(other -> isWithAll(other, plan, project))
        .mapToLong(other -> moves(other, plan))
        .min();
  }

  /** All of the plan in it, as much supported as there, and the new one. */
  private static boolean isWithAll(Plan other, Plan plan, Project project) {
    Set<String> in = new TreeSet<>(plan.placed().keySet());
    in.add(project.id());
    return other.placed().keySet().equals(in)
        && plan.placed().entrySet().stream()
            .allMatch(e -> other.placed().get(e.getKey()).step() == e.getValue().step());
  }

  private static long moves(Plan other, Plan plan) {
    return plan.placed().entrySet().stream()
        .filter(e -> !other.placed().get(e.getKey()).place().equals(e.getValue().place()))
        .count();
  }

  private static Project project(String id, long power, long value) {
    return new Project(
        id,
        false,
        value,
        Map.of("power", power),
        List.of(),
        0,
        Set.of(),
        Set.of(),
        Hand.FREE,
        null);
  }

  private static Scenario without(Scenario scenario, Project project) {
    List<Project> others = new ArrayList<>(scenario.projects());
    others.remove(project);
    return new Scenario(
        scenario.periods(),
        scenario.factors(),
        scenario.places(),
        others,
        scenario.objectives(),
        scenario.rules());
  }

  /** Of each place and step the first start that holds. */
  private static List<Plan.Spot> earliest(Scenario scenario, Plan plan, Project project) {
    List<Plan.Spot> spots =
        SmallScenarios.spots(scenario, project).stream()
            .filter(spot -> holds(scenario, plan, List.of(), project, spot))
            .toList();
    return spots.stream()
        .filter(
            spot ->
                spots.stream()
                    .noneMatch(
                        other ->
                            other.place().equals(spot.place())
                                && other.step() == spot.step()
                                && other.start() < spot.start()))
        .toList();
  }

  private static boolean holds(
      Scenario scenario, Plan plan, List<String> gone, Project project, Plan.Spot spot) {
    TreeMap<String, Plan.Spot> placed = new TreeMap<>(plan.placed());
    gone.forEach(placed::remove);
    placed.put(project.id(), spot);
    return new Plan(placed).check(scenario).isEmpty();
  }

  private static long[] cost(Scenario scenario, Plan plan, List<String> gone) {
    long[] cost = new long[3];
    for (Project project : scenario.projects()) {
      Plan.Spot spot = plan.placed().get(project.id());
      if (spot != null && gone.contains(project.id())) {
        cost[0] += project.promised() ? 1 : 0;
        cost[1]++;
        cost[2] += project.value(spot.step());
      }
    }
    return cost;
  }

  private static long[] least(Scenario scenario, Plan plan, Project project) {
    List<String> in = List.copyOf(plan.placed().keySet());
    List<long[]> costs = new ArrayList<>();
    if (project.hand() != Hand.FORBIDDEN) {
      for (int set = 0; set < 1 << in.size(); set++) {
        List<String> gone = new ArrayList<>();
        for (int k = 0; k < in.size(); k++) {
          if ((set >> k & 1) == 1) {
            gone.add(in.get(k));
          }
        }
        if (SmallScenarios.spots(scenario, project).stream()
            .anyMatch(spot -> holds(scenario, plan, gone, project, spot))) {
          costs.add(cost(scenario, plan, gone));
        }
      }
    }
    return costs.stream().min(Comparator.comparing(c -> c, Arrays::compare)).orElse(new long[0]);
  }
}
