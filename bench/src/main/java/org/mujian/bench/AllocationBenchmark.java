package org.mujian.bench;

import com.google.ortools.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Planning;
import org.mujian.allocation.Scenario;
import org.mujian.allocation.StandardInstance;

/**
 * The kernels on the world's public sets beside their peers, two threads each. What finds nothing
 * counts as nothing and is counted apart: it has no gap.
 */
record AllocationBenchmark(Map<String, String> options) {

  private static final int THREADS = 2;
  private static final Path ALL = Path.of("target", "allocation-all.csv");

  private record Found(OptionalLong value, long bound) {}

  void run(Results results) throws Exception {
    Loader.loadNativeLibraries();
    Path data = Path.of(options.getOrDefault("MUJIAN_TEST_DATA", "data")).resolve("optimisation");
    if (!Files.isDirectory(data)) {
      throw new IllegalArgumentException(
          "MUJIAN_TEST_DATA names no folder with optimisation/: " + data);
    }
    List<Task> tasks = Task.all(data);
    double seconds = Double.parseDouble(options.getOrDefault("BENCH_SECONDS", "10"));
    if (Boolean.parseBoolean(options.get("BENCH_ALL"))) {
      all(results, tasks, seconds);
    } else {
      int each = Integer.parseInt(options.getOrDefault("BENCH_SAMPLE", "12"));
      long seed = Long.parseLong(options.getOrDefault("BENCH_SEED", "1"));
      sample(results, Task.sample(tasks, each, seed), each, seed, seconds);
    }
  }

  private void sample(Results results, List<Task> tasks, int each, long seed, double seconds)
      throws Exception {
    boolean peers = Boolean.parseBoolean(options.getOrDefault("BENCH_PEERS", "true"));
    results.say(
        "A sample of at most %d instances a set, seed %d; %.1f s each, as processor time over %d"
            + " threads (SCIP: one thread). Mean gap to the best known value in %%; made instances:"
            + " to our certified bound. \"k of n\": found something on only k.",
        each, seed, seconds, THREADS);
    results.say("");
    results.say("| set | n | ours | our certified gap | CP-SAT | SCIP | greedy |");
    results.say("|---|---:|---:|---:|---:|---:|---:|");
    Map<String, List<Task>> sets = new LinkedHashMap<>();
    tasks.forEach(task -> sets.computeIfAbsent(task.set(), set -> new ArrayList<>()).add(task));
    for (var set : sets.entrySet()) {
      Column ours = new Column();
      Column own = new Column();
      Column cpSat = new Column();
      Column scip = new Column();
      Column greedy = new Column();
      for (Task task : set.getValue()) {
        Found found = ours(task, seconds);
        ours.add(task, found.value, found.bound);
        own.add(new Task("", "", task.kind(), "", 1, 0), found.value, found.bound);
        greedy.add(task, AllocationPeers.greedy(task), found.bound);
        if (peers) {
          cpSat.add(task, AllocationPeers.cpSat(task, seconds), found.bound);
          scip.add(task, AllocationPeers.scip(task, seconds), found.bound);
        }
        System.out.println(
            task.name() + ": ours " + ours.last + ", CP-SAT " + cpSat.last + ", SCIP " + scip.last);
      }
      results.say(
          "| %s | %d | %s | %s | %s | %s | %s |",
          set.getKey(), set.getValue().size(), ours, own, cpSat, scip, greedy);
    }
    zones(results, Math.min(each, 3), seed);
  }

  /** Choosing, placing and timing together, beside the committee's way. */
  private static void zones(Results results, int count, long seed) {
    results.say("");
    results.say(
        "Choose, place and time: made zones of 300 projects, 400 parcels, 12 factors, 12 quarters;"
            + " one thread, 30 s of processor time; value after promises:");
    results.say("");
    results.say("| zone | value | gap to own bound | above greedy |");
    results.say("|---|---:|---:|---:|");
    for (long zone = seed; zone < seed + count; zone++) {
      Scenario scenario = ScenarioMaker.make(12, 300, 400, 12, zone);
      Ticker ticker = new Ticker(30);
      Planned planned = Planning.solve(scenario, Effort.until(ticker::isOver, 1, 1));
      Plan plan = planned.plan().orElseThrow();
      if (!plan.check(scenario).isEmpty()) {
        throw new IllegalStateException("Zone " + zone + ": " + plan.check(scenario));
      }
      Planned.Part value = planned.parts().get(1);
      long greedy = ScenarioMaker.greedy(scenario).value(scenario, Objective.VALUE);
      results.say(
          "| %d | %d | %.2f %% | %.1f %% |",
          zone,
          value.value(),
          100.0 * (value.bound() - value.value()) / value.bound(),
          100.0 * (value.value() - greedy) / greedy);
    }
  }

  /** Gaps of one solver on one set. */
  private static final class Column {
    private final List<Double> gaps = new ArrayList<>();
    private int tried;
    private String last = "-";

    void add(Task task, OptionalLong value, long bound) {
      tried++;
      last = "-";
      if (value.isPresent()) {
        gaps.add(task.gap(value.getAsLong(), bound));
        last = "%.3f".formatted(gaps.getLast());
      }
    }

    @Override
    public String toString() {
      double mean = gaps.stream().mapToDouble(gap -> gap).average().orElse(Double.NaN);
      String few = gaps.size() < tried ? " (%d of %d)".formatted(gaps.size(), tried) : "";
      return gaps.isEmpty() ? "–" : "%.3f%s".formatted(mean, few);
    }
  }

  private Found ours(Task task, double seconds) {
    StandardInstance instance =
        StandardInstance.read(task.kind(), task.text()).get(task.instance() - 1);
    Ticker ticker = new Ticker(THREADS * seconds);
    var solved = instance.solve(Effort.until(ticker::isOver, 1, THREADS));
    if (!solved.faults().isEmpty()) {
      throw new IllegalStateException(task.name() + ": " + solved.faults());
    }
    return new Found(solved.outcome().value(), solved.outcome().bound());
  }

  /** Ours on every instance; each line is written at once, and never computed again. */
  private void all(Results results, List<Task> tasks, double seconds) throws IOException {
    Files.createDirectories(ALL.toAbsolutePath().getParent());
    Map<String, String[]> done = new LinkedHashMap<>();
    if (Files.exists(ALL)) {
      Files.readAllLines(ALL).forEach(line -> done.put(line.split(",")[0], line.split(",")));
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Task task : tasks) {
      String key = task.name() + " " + seconds + " s";
      String[] line = done.get(key);
      if (line == null) {
        Found found = ours(task, seconds);
        String value = found.value.isPresent() ? "" + found.value.getAsLong() : "-";
        line = new String[] {key, value, "" + found.bound};
        Files.writeString(
            ALL,
            String.join(",", line) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      OptionalLong value =
          line[1].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(line[1]));
      columns
          .computeIfAbsent(task.set(), set -> new Column())
          .add(task, value, Long.parseLong(line[2]));
    }
    results.say("Every instance, ours alone, %.1f s, gaps in %% to the best known value.", seconds);
    results.say("");
    results.say("| set | n | mean gap |");
    results.say("|---|---:|---:|");
    columns.forEach((set, column) -> results.say("| %s | %d | %s |", set, column.tried, column));
  }
}
