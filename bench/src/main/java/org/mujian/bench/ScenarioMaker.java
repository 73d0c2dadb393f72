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

  static Scenario make(int projects, int places, int factors, long seed) {
    Random random = new Random(seed);
    List<Place> parcels = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      parcels.add(new Place("P" + i, 20 + random.nextInt(181)));
    }
    List<Project> wishes = new ArrayList<>();
    long[] demand = new long[factors];
    for (int j = 0; j < projects; j++) {
      wishes.add(project(j, parcels, factors, demand, random));
    }
    List<Factor> supplies = new ArrayList<>();
    for (int f = 0; f < factors; f++) {
      supplies.add(new Factor("F" + f, (long) (demand[f] * (0.35 + 0.3 * random.nextDouble()))));
    }
    return new Scenario(
        supplies,
        parcels,
        wishes,
        List.of(Objective.PROMISES, Objective.VALUE, Objective.PREPARATION));
  }

  private static Project project(
      int j, List<Place> parcels, int factors, long[] demand, Random random) {
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
            .map(p -> new Option(p.id(), p.room(), p.room() * (1 + random.nextInt(30))))
            .toList();
    long value = (long) (size * 10 * Math.exp(0.5 * random.nextGaussian()));
    Set<String> without =
        j > 0 && random.nextInt(10) == 0 ? Set.of("J" + random.nextInt(j)) : Set.of();
    Set<String> with =
        j > 0 && random.nextInt(15) == 0 ? Set.of("J" + random.nextInt(j)) : Set.of();
    with = without.equals(with) ? Set.of() : with;
    return new Project(
        "J" + j, random.nextInt(15) == 0, value, needs, options, with, without, Hand.FREE, null);
  }

  /** Down the list of values, promises first; the place that costs least to prepare. */
  static Plan greedy(Scenario scenario) {
    TreeMap<String, String> placed = new TreeMap<>();
    for (Project project :
        scenario.projects().stream()
            .sorted(
                Comparator.comparing((Project p) -> !p.promised()).thenComparing(p -> -p.value()))
            .toList()) {
      for (String place :
          project.options().isEmpty()
              ? List.of("")
              : project.options().stream()
                  .sorted(Comparator.comparing(Option::preparation))
                  .map(Option::place)
                  .toList()) {
        placed.put(project.id(), place);
        if (new Plan(placed).check(scenario).isEmpty()) {
          break;
        }
        placed.remove(project.id());
      }
    }
    return new Plan(placed);
  }
}
