package org.mujian.bench;

import com.google.ortools.Loader;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final double ZONE_SECONDS = 30;
  private static final Path KEPT = Path.of("target", "allocation.csv");

  /** Of the sets, in the order of the columns. */
  private static final List<Peer> PEERS =
      List.of(
          new Peer("CP-SAT", AllocationPeers::cpSat),
          new Peer("SCIP", AllocationPeers::scip),
          new Peer("HiGHS", AllocationPeers::highs),
          new Peer("Timefold", TimefoldPeer::solve),
          new Peer("Choco", ChocoPeer::solve));

  private interface Solving {
    OptionalLong solve(Task task, double seconds) throws Exception;
  }

  private record Peer(String name, Solving solving) {}

  /**
   * What ours found.
   *
   * @param early the value after one second
   */
  private record Found(OptionalLong value, long bound, OptionalLong early) {}

  void run(Results results) throws Exception {
    Loader.loadNativeLibraries();
    Path data = Path.of(options.getOrDefault("MUJIAN_TEST_DATA", "data")).resolve("optimisation");
    if (!Files.isDirectory(data)) {
      throw new IllegalArgumentException(
          "MUJIAN_TEST_DATA names no folder with optimisation/: " + data);
    }
    Kept kept = new Kept(KEPT);
    List<Task> tasks = Task.all(data);
    double seconds = Double.parseDouble(options.getOrDefault("BENCH_SECONDS", "10"));
    if (Boolean.parseBoolean(options.get("BENCH_ALL"))) {
      all(results, tasks.stream().filter(task -> isWanted(task.set())).toList(), seconds, kept);
    } else {
      int each = Integer.parseInt(options.getOrDefault("BENCH_SAMPLE", "12"));
      long seed = Long.parseLong(options.getOrDefault("BENCH_SEED", "1"));
      List<Task> sample = Task.sample(tasks, each, seed);
      boolean peers = Boolean.parseBoolean(options.getOrDefault("BENCH_PEERS", "true"));
      double fitting = fitting(seconds, sample.size(), peers, each);
      List<Task> wanted = sample.stream().filter(task -> isWanted(task.set())).toList();
      sample(results, wanted, each, seed, fitting, peers, kept);
    }
  }

  /** By the sets that are named, without blanks; all when none is. */
  private boolean isWanted(String set) {
    String wanted = System.getProperty("bench.sets", "");
    wanted = wanted.isBlank() ? options.getOrDefault("BENCH_SETS", "") : wanted;
    return wanted.isBlank() || List.of(wanted.split(",")).contains(set.replace(" ", ""));
  }

  /** As many seconds a run as fit into the minutes that are given, if any are. */
  private double fitting(double seconds, int tasks, boolean peers, int each) {
    String minutes = options.get("BENCH_MINUTES");
    if (minutes == null) {
      return seconds;
    }
    double left = 60 * Double.parseDouble(minutes) - ZONE_SECONDS * zones(each);
    return Math.clamp(left / tasks / (peers ? 1 + PEERS.size() : 1), 0.5, seconds);
  }

  private void sample(
      Results results,
      List<Task> tasks,
      int each,
      long seed,
      double seconds,
      boolean peers,
      Kept kept)
      throws Exception {
    List<Peer> others = peers ? PEERS : List.of();
    results.say(
        "A sample of at most %d instances a set, seed %d; %.1f s each, as processor time over %d"
            + " threads (SCIP, HiGHS, Timefold and Choco: one thread; of HiGHS only what it proves,"
            + " for OR-Tools loses what it had found when its time is up). Mean gap to the best"
            + " known value in %%; made instances: to our certified bound. \"k of n\": found"
            + " something on only k.",
        each, seed, seconds, THREADS);
    results.say("");
    StringBuilder head = new StringBuilder("| set | n | ours | ours at 1 s | our certified gap |");
    others.forEach(peer -> head.append(" ").append(peer.name).append(" |"));
    results.say("%s greedy |", head);
    results.say("%s", "|---|" + "---:|".repeat(5 + others.size()));
    Map<String, List<Task>> sets = new LinkedHashMap<>();
    tasks.forEach(task -> sets.computeIfAbsent(task.set(), set -> new ArrayList<>()).add(task));
    for (var set : sets.entrySet()) {
      results.say("%s", row(set.getKey(), set.getValue(), seconds, others, kept));
    }
    if (isWanted("zones")) {
      zones(results, zones(each), seed);
    }
  }

  private static int zones(int each) {
    return Math.min(each, 3);
  }

  private String row(String set, List<Task> tasks, double seconds, List<Peer> others, Kept kept)
      throws Exception {
    List<Column> columns = new ArrayList<>();
    for (int k = 0; k < 4 + others.size(); k++) {
      columns.add(new Column());
    }
    for (Task task : tasks) {
      Found found = ours(task, seconds, kept);
      columns.get(0).add(task, found.value, found.bound);
      columns.get(1).add(task, found.early, found.bound);
      columns.get(2).add(new Task("", "", task.kind(), "", 1, 0), found.value, found.bound);
      for (int k = 0; k < others.size(); k++) {
        Peer peer = others.get(k);
        OptionalLong[] value =
            kept.get(
                key(peer.name, task, seconds),
                () -> new OptionalLong[] {peer.solving.solve(task, seconds)});
        columns.get(3 + k).add(task, value[0], found.bound);
      }
      columns.getLast().add(task, AllocationPeers.greedy(task), found.bound);
      StringBuilder line = new StringBuilder(task.name() + ":");
      columns.forEach(column -> line.append(' ').append(column.last));
      System.out.println(line);
    }
    StringBuilder row = new StringBuilder("| " + set + " | " + tasks.size() + " |");
    columns.forEach(column -> row.append(' ').append(column).append(" |"));
    return row.toString();
  }

  /** Choosing, placing and timing together, beside the committee's way. */
  private static void zones(Results results, int count, long seed) {
    results.say("");
    results.say(
        "Choose, place and time: made zones of 300 projects, 400 parcels, 12 factors, 12 quarters;"
            + " one thread, 30 s of processor time; value after promises:");
    results.say("");
    results.say("| zone | value | gap to own bound | above greedy | earned sooner: gap to bound |");
    results.say("|---|---:|---:|---:|---:|");
    for (long zone = seed; zone < seed + count; zone++) {
      Scenario scenario = ScenarioMaker.make(12, 300, 400, 12, zone);
      Ticker ticker = new Ticker(ZONE_SECONDS);
      Planned planned = Planning.solve(scenario, Effort.until(ticker::isOver, 1, 1));
      Plan plan = planned.plan().orElseThrow();
      if (!plan.check(scenario).isEmpty()) {
        throw new IllegalStateException("Zone " + zone + ": " + plan.check(scenario));
      }
      Planned.Part value = planned.parts().get(1);
      Planned.Part earned = planned.parts().get(2);
      long greedy = ScenarioMaker.greedy(scenario).value(scenario, Objective.VALUE);
      results.say(
          "| %d | %d | %.2f %% | %.1f %% | %.1f %% |",
          zone,
          value.value(),
          100.0 * (value.bound() - value.value()) / value.bound(),
          100.0 * (value.value() - greedy) / greedy,
          100.0 * (earned.bound() - earned.value()) / earned.bound());
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

  private static String key(String who, Task task, double seconds) {
    return "%s %s %.2f s".formatted(who, task.name(), seconds);
  }

  private static Found ours(Task task, double seconds, Kept kept) throws Exception {
    OptionalLong[] found =
        kept.get(
            key("ours", task, seconds),
            () -> {
              Found now = ours(task, seconds);
              return new OptionalLong[] {now.value, OptionalLong.of(now.bound), now.early};
            });
    return new Found(found[0], found[1].getAsLong(), found[2]);
  }

  private static Found ours(Task task, double seconds) {
    StandardInstance instance =
        StandardInstance.read(task.kind(), task.text()).get(task.instance() - 1);
    Ticker ticker = new Ticker(THREADS * seconds);
    Ticker soon = new Ticker(THREADS);
    OptionalLong[] early = {OptionalLong.empty()};
    Effort effort =
        Effort.until(ticker::isOver, 1, THREADS)
            .heardBy(progress -> early[0] = soon.isOver() ? early[0] : progress.value());
    var solved = instance.solve(effort);
    if (!solved.faults().isEmpty()) {
      throw new IllegalStateException(task.name() + ": " + solved.faults());
    }
    return new Found(solved.outcome().value(), solved.outcome().bound(), early[0]);
  }

  private void all(Results results, List<Task> tasks, double seconds, Kept kept) throws Exception {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Task task : tasks) {
      Found found = ours(task, seconds, kept);
      columns.computeIfAbsent(task.set(), set -> new Column()).add(task, found.value, found.bound);
    }
    results.say("Every instance, ours alone, %.1f s, gaps in %% to the best known value.", seconds);
    results.say("");
    results.say("| set | n | mean gap |");
    results.say("|---|---:|---:|");
    columns.forEach((set, column) -> results.say("| %s | %d | %s |", set, column.tried, column));
  }
}
