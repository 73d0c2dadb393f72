package org.mujian.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A scenario with numbers for names, as {@link Draft} reads it. */
final class Layout {

  final Scenario scenario;
  final int periods;
  final List<Scenario.Project> projects;

  /** By factor, then by period. */
  final long[][] supply;

  final long[] room;

  /** By project, then by step, then by factor. */
  final long[][][] needs;

  /** By project, then by option; -1 where it needs none. */
  final int[][] place;

  /** By project, those who serve each of its needs. */
  final int[][][] with;

  /** By project, those beside whom it cannot be. */
  final int[][] apart;

  /** By project, those who need it or whom it can serve. */
  final int[][] served;

  /** By project, those from whom it must keep a distance. */
  final int[][] wary;

  /** By kind, its projects. */
  final Map<String, List<Integer>> byKind = new LinkedHashMap<>();

  /** By cluster, in the order of {@link Balance#asked}, its projects and what they ask for. */
  final int[][] clusters;

  final long[] asked;

  final Distances distances;
  final Map<String, Integer> numbers = new HashMap<>();

  Layout(Scenario scenario) {
    this.scenario = scenario;
    this.periods = scenario.periods();
    this.projects = scenario.projects();
    this.distances = new Distances(scenario.rules());
    this.supply =
        scenario.factors().stream()
            .map(f -> f.supply().stream().mapToLong(Long::longValue).toArray())
            .toArray(long[][]::new);
    this.room = scenario.places().stream().mapToLong(Scenario.Place::room).toArray();
    Map<String, Integer> places = new HashMap<>();
    scenario.places().forEach(p -> places.put(p.id(), places.size()));
    projects.forEach(p -> numbers.put(p.id(), numbers.size()));
    int count = projects.size();
    this.needs = new long[count][][];
    this.place = new int[count][];
    this.with = new int[count][][];
    List<List<Integer>> apart = lists(count);
    List<List<Integer>> served = lists(count);
    for (int p = 0; p < count; p++) {
      Scenario.Project project = projects.get(p);
      needs[p] = needs(project);
      place[p] =
          project.optionsOrNone().stream()
              .mapToInt(option -> places.getOrDefault(option.place(), -1))
              .toArray();
      with[p] =
          project.with().stream()
              .map(o -> numbers(scenario.rules().serving(o)))
              .toArray(int[][]::new);
      for (int[] serving : with[p]) {
        for (int other : serving) {
          served.get(other).add(p);
        }
      }
      for (int other : numbers(List.copyOf(project.without()))) {
        apart.get(p).add(other);
        apart.get(other).add(p);
      }
      for (int other : numbers(scenario.rules().rivals(project.id()))) {
        apart.get(p).add(other);
      }
    }
    for (int p = 0; p < count; p++) {
      byKind.computeIfAbsent(projects.get(p).traits().kind(), k -> new ArrayList<>()).add(p);
    }
    this.wary = wary();
    Map<String, Long> asking = Balance.asked(scenario);
    this.asked = asking.values().stream().mapToLong(Long::longValue).toArray();
    this.clusters =
        asking.keySet().stream()
            .map(
                cluster ->
                    IntStream.range(0, count)
                        .filter(p -> projects.get(p).traits().cluster().equals(cluster))
                        .toArray())
            .toArray(int[][]::new);
    this.apart = arrays(apart);
    this.served = arrays(served);
  }

  private int[][] wary() {
    List<List<Integer>> wary = lists(projects.size());
    byKind.forEach(
        (kind, ones) ->
            byKind.forEach(
                (other, others) -> {
                  if (distances.least(kind, other) > 0) {
                    ones.forEach(p -> wary.get(p).addAll(others));
                  }
                }));
    return arrays(wary);
  }

  private static List<List<Integer>> lists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().distinct().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private int[] numbers(List<String> ids) {
    return ids.stream().mapToInt(this::number).toArray();
  }

  int number(String project) {
    return Objects.requireNonNull(numbers.get(project));
  }

  private long[][] needs(Scenario.Project project) {
    long[][] needs = new long[project.steps()][scenario.factors().size()];
    for (int step = 0; step < needs.length; step++) {
      Map<String, Long> own = project.needs(step);
      for (int f = 0; f < needs[step].length; f++) {
        needs[step][f] = own.getOrDefault(scenario.factors().get(f).id(), 0L);
      }
    }
    return needs;
  }
}
