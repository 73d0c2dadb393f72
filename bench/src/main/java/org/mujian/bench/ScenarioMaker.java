package org.mujian.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Scenario;
import org.mujian.allocation.Scenario.Factor;
import org.mujian.allocation.Scenario.Hand;
import org.mujian.allocation.Scenario.Option;
import org.mujian.allocation.Scenario.Place;
import org.mujian.allocation.Scenario.Project;

/** Zones as they are: parcels of 20 to 200 亩, projects that fit a dozen of them, scarce factors. */
final class ScenarioMaker {

  private ScenarioMaker() {}

  static Scenario make(int periods, int projects, int places, int factors, long seed) {
    Random random = new Random(seed);
    List<Place> parcels = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      parcels.add(new Place("P" + i, 20 + random.nextInt(181)));
    }
    List<Project> wishes = new ArrayList<>();
    long[] demand = new long[factors];
    for (int j = 0; j < projects; j++) {
      wishes.add(project(j, periods, parcels, factors, demand, random));
    }
    List<Factor> supplies = new ArrayList<>();
    for (int f = 0; f < factors; f++) {
      supplies.add(new Factor("F" + f, supply(demand[f], periods, random)));
    }
    return new Scenario(
        periods,
        supplies,
        parcels,
        wishes,
        List.of(Objective.PROMISES, Objective.VALUE, Objective.EARNED, Objective.PREPARATION));
  }

  /** Grows from a third to all of it. */
  private static List<Long> supply(long demand, int periods, Random random) {
    double all = demand * (0.35 + 0.3 * random.nextDouble());
    List<Long> supply = new ArrayList<>();
    for (int t = 1; t <= periods; t++) {
      supply.add((long) (all * (1 + 2.0 * t / periods) / 3));
    }
    return supply;
  }

  private static Project project(
      int j, int periods, List<Place> parcels, int factors, long[] demand, Random random) {
    long size = 20 + random.nextInt(120);
    Map<String, Long> needs = new LinkedHashMap<>();
    for (int f = 0; f < factors; f++) {
      if (random.nextInt(3) > 0) {
        long need = 1 + (long) (size * Math.exp(random.nextGaussian()));
        needs.put("F" + f, need);
        demand[f] += need;
      }
    }
    List<Place> fits =
        new ArrayList<>(
            parcels.stream().filter(p -> p.room() >= size && p.room() < 2 * size).toList());
    Collections.shuffle(fits, random);
    List<Option> options =
        fits.stream()
            .limit(12)
            .map(
                p ->
                    new Option(
                        p.id(),
                        p.room(),
                        p.room() * (1 + random.nextInt(30)),
                        random.nextInt(1 + periods / 2)))
            .toList();
    long value = (long) (size * 10 * Math.exp(0.5 * random.nextGaussian()));
    Set<String> without =
        j > 0 && random.nextInt(10) == 0 ? Set.of("J" + random.nextInt(j)) : Set.of();
    Set<String> with =
        j > 0 && random.nextInt(15) == 0 ? Set.of("J" + random.nextInt(j)) : Set.of();
    with = without.equals(with) ? Set.of() : with;
    return new Project(
        "J" + j,
        random.nextInt(15) == 0,
        value,
        needs,
        options,
        random.nextInt(1 + periods / 3),
        with,
        without,
        Hand.FREE,
        null);
  }

  /** Down the list of values, promises first; the cheapest place to prepare, as soon as it goes. */
  static Plan greedy(Scenario scenario) {
    TreeMap<String, Plan.Spot> placed = new TreeMap<>();
    scenario.projects().stream()
        .sorted(Comparator.comparing((Project p) -> !p.promised()).thenComparing(p -> -p.value()))
        .forEach(project -> place(scenario, project, placed));
    return new Plan(placed);
  }

  private static void place(Scenario scenario, Project project, TreeMap<String, Plan.Spot> placed) {
    List<String> places =
        project.options().isEmpty()
            ? List.of("")
            : project.options().stream()
                .sorted(Comparator.comparing(Option::preparation))
                .map(Option::place)
                .toList();
    for (String place : places) {
      for (int t = 0; t < scenario.periods(); t++) {
        placed.put(project.id(), new Plan.Spot(place, t));
        if (new Plan(placed).check(scenario).isEmpty()) {
          return;
        }
        placed.remove(project.id());
      }
    }
  }
}
