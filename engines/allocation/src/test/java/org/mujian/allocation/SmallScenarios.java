package org.mujian.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mujian.allocation.Scenario.Factor;
import org.mujian.allocation.Scenario.Hand;
import org.mujian.allocation.Scenario.Option;
import org.mujian.allocation.Scenario.Place;
import org.mujian.allocation.Scenario.Project;
import org.mujian.allocation.Scenario.Share;
import org.mujian.allocation.Scenario.Traits;

/** Scenarios so small that all of their plans can be tried; every rule occurs in some of them. */
final class SmallScenarios {

  static final int PERIODS = 2;

  static final List<Objective> IN_ORDER = List.of(Objective.values());

  private SmallScenarios() {}

  static boolean isPossible(Scenario scenario, List<String> demands) {
    Scenario fewer =
        new Scenario(
            scenario.periods(),
            scenario.factors(),
            scenario.places(),
            scenario.projects().stream()
                .map(
                    p ->
                        p.by(
                            demands.contains(p.id())
                                ? Hand.PINNED
                                : p.hand() == Hand.PINNED ? Hand.FREE : p.hand()))
                .toList(),
            List.of(),
            scenario
                .rules()
                .with(
                    scenario.rules().minimums().stream()
                        .filter(m -> demands.contains(m.name()))
                        .toList()));
    return !all(fewer).isEmpty();
  }

  static long[] values(Scenario scenario, Plan plan) {
    return scenario.objectives().stream()
        .mapToLong(o -> (o.isMaximised() ? 1 : -1) * plan.value(scenario, o))
        .toArray();
  }

  /** Every plan that holds. */
  static List<Plan> all(Scenario scenario) {
    List<Plan> all = new ArrayList<>();
    tryAll(scenario, 0, new TreeMap<>(), all);
    return all;
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
    for (Plan.Spot spot : spots(scenario, project)) {
      placed.put(project.id(), spot);
      tryAll(scenario, at + 1, placed, all);
      placed.remove(project.id());
    }
  }

  static List<Plan.Spot> spots(Scenario scenario, Project project) {
    List<Plan.Spot> spots = new ArrayList<>();
    for (Option option : project.optionsOrNone()) {
      for (int t = 0; t < scenario.periods(); t++) {
        for (int step = 0; step < project.steps(); step++) {
          spots.add(new Plan.Spot(option.place(), t, step));
        }
      }
    }
    return spots;
  }

  /** Rises or falls. */
  private static List<Long> supply(Random random, int most) {
    return random.longs(PERIODS, 0, most).boxed().toList();
  }

  static Scenario random(Random random) {
    return random(random, random.nextInt(4) == 0 ? Hand.PINNED : Hand.FREE);
  }

  /** Half of them have rules among projects. */
  static Scenario random(Random random, Hand often) {
    boolean plain = random.nextBoolean();
    List<Objective> objectives = new ArrayList<>(IN_ORDER);
    java.util.Collections.shuffle(objectives, random);
    List<Project> projects = new ArrayList<>();
    for (int j = 0; j < (plain ? 5 : 4); j++) {
      projects.add(project(random, j, often, plain));
    }
    return new Scenario(
        PERIODS,
        List.of(new Factor("land", supply(random, 20)), new Factor("power", supply(random, 15))),
        List.of(new Place("A", random.nextInt(10)), new Place("B", random.nextInt(10))),
        projects,
        objectives,
        plain ? Rules.NONE : rules(random));
  }

  private static Rules rules(Random random) {
    List<Rules.Distance> distances =
        random.nextBoolean()
            ? List.of()
            : List.of(new Rules.Distance("B", "A", 1 + random.nextInt(100)));
    return new Rules(
        distances,
        random.nextBoolean()
            ? List.of()
            : List.of(new Rules.Hazard(kind(random), kind(random), random.nextInt(120))),
        List.of(
            new Rules.Wish(kind(random), kind(random), random.nextInt(120), random.nextInt(5)),
            new Rules.Wish("chem", "food", 50, 3)),
        random.nextBoolean()
            ? List.of()
            : List.of(new Rules.Replacement(Set.of("p0", "p" + (1 + random.nextInt(2))))),
        random.nextInt(3) > 0
            ? List.of()
            : List.of(
                new Rules.Minimum(
                    "starts",
                    1 + random.nextInt(3),
                    random.nextInt(PERIODS),
                    random.nextBoolean() ? Set.of() : Set.of("p1", "p2"))));
  }

  private static String kind(Random random) {
    return random.nextBoolean() ? "chem" : "food";
  }

  private static Traits traits(Random random) {
    List<Share> shares =
        IntStream.range(0, Math.max(0, random.nextInt(5) - 2))
            .mapToObj(k -> new Share(Map.of("land", (long) random.nextInt(4)), random.nextInt(10)))
            .toList();
    return new Traits(kind(random), random.nextInt(3) == 0 ? "" : "c" + random.nextInt(2), shares);
  }

  private static Project project(Random random, int j, Hand often, boolean plain) {
    List<Option> options = new ArrayList<>();
    for (String place : List.of("A", "B")) {
      if (random.nextInt(3) > 0) {
        int ready = random.nextInt(plain ? PERIODS : PERIODS + 1);
        options.add(new Option(place, 1 + random.nextInt(6), random.nextInt(9), ready));
      }
    }
    Set<String> with = j > 0 && random.nextInt(4) == 0 ? Set.of("p" + random.nextInt(j)) : Set.of();
    Set<String> without =
        j > 0 && random.nextInt(4) == 0 ? Set.of("p" + random.nextInt(j)) : Set.of();
    return new Project(
        "p" + j,
        random.nextBoolean(),
        random.nextInt(20),
        new TreeMap<>(Map.of("land", (long) random.nextInt(8), "power", (long) random.nextInt(5))),
        options,
        random.nextInt(PERIODS),
        plain ? with : needs(with, j, random),
        without,
        random.nextInt(3) == 0 ? often : random.nextInt(8) == 0 ? Hand.FORBIDDEN : Hand.FREE,
        random.nextInt(3) == 0 ? (options.isEmpty() ? "" : options.getFirst().place()) : null,
        plain ? Traits.NONE : traits(random));
  }

  /** Only the last needs anyone, the first: who replace one another must not need one another. */
  private static Set<String> needs(Set<String> with, int j, Random random) {
    return j == 3 && !with.isEmpty() && random.nextBoolean() ? with : Set.of();
  }
}
