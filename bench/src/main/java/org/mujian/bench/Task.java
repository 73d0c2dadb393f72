package org.mujian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mujian.allocation.StandardInstance.Kind;

/**
 * An instance to be measured.
 *
 * @param best the best value known; 0 when none is
 */
record Task(String set, String name, Kind kind, String text, int instance, long best) {

  /** All of the public sets, then a few large assignments made by the published recipes. */
  static List<Task> all(Path data) throws IOException {
    List<Task> tasks = new ArrayList<>();
    knapsacks(data.resolve("mkp"), tasks);
    assignments(data.resolve("gap"), tasks);
    works(data.resolve("rcpsp"), "j60", tasks);
    works(data.resolve("rcpsp"), "j120", tasks);
    for (String type : new String[] {"d", "e"}) {
      for (int seed = 1; seed <= 2; seed++) {
        tasks.add(made(type, 40, 400, seed));
        tasks.add(made(type, 80, 1600, seed));
      }
    }
    return tasks;
  }

  private static void knapsacks(Path folder, List<Task> tasks) throws IOException {
    List<Long> best = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("mkcbres.txt"))) {
      String[] words = line.strip().split("\\s+");
      if (words[words.length - 1].matches("\\d+") && words.length <= 2) {
        best.add(Long.valueOf(words[words.length - 1]));
      }
    }
    int[] first = {0, 30, 60, 90};
    for (int file = 1; file <= 4; file++) {
      String text = Files.readString(folder.resolve("mknapcb" + file + ".txt"));
      for (int k = 1; k <= 30; k++) {
        String name = "mknapcb" + file + "-" + k;
        tasks.add(
            new Task("mknapcb" + file, name, Kind.MKP, text, k, best.get(first[file - 1] + k - 1)));
      }
    }
  }

  private static void assignments(Path folder, List<Task> tasks) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("best-known.csv"))) {
      String[] cells = line.split(",");
      String file = cells[0].substring(cells[0].indexOf('/') + 1);
      if (cells.length == 6 && file.matches("[cde]\\d+")) {
        tasks.add(
            new Task(
                "gap " + file.charAt(0),
                file,
                Kind.GAP,
                Files.readString(folder.resolve(cells[0])),
                1,
                Long.parseLong(cells[5])));
      }
    }
  }

  private static void works(Path folder, String set, List<Task> tasks) throws IOException {
    for (String line : Files.readAllLines(folder.resolve(set + "/optimum/optimum.csv"))) {
      String[] cells = line.split(",");
      Path file = folder.resolve(set).resolve(cells[0]);
      if (cells[0].endsWith(".sm") && Files.exists(file)) {
        String best = cells[1].substring(cells[1].lastIndexOf('.') + 1);
        tasks.add(
            new Task(set, cells[0], Kind.RCPSP, Files.readString(file), 1, Long.parseLong(best)));
      }
    }
  }

  /** Types d and e as Chu and Beasley, and Laguna and others, describe them. */
  private static Task made(String type, int agents, int jobs, long seed) {
    Random random = new Random(seed);
    StringBuilder costs = new StringBuilder();
    StringBuilder uses = new StringBuilder();
    StringBuilder capacities = new StringBuilder();
    for (int i = 0; i < agents; i++) {
      long sum = 0;
      for (int j = 0; j < jobs; j++) {
        boolean d = type.equals("d");
        long use =
            d ? 1 + random.nextInt(100) : (long) (1 - 10 * Math.log(1 - random.nextDouble()));
        long cost =
            d
                ? 111 - use + random.nextInt(21) - 10
                : Math.max(0, (long) (1000.0 / use - 10 * random.nextDouble()));
        sum += use;
        uses.append(use).append(' ');
        costs.append(cost).append(' ');
      }
      uses.append('\n');
      costs.append('\n');
      capacities.append(sum * 4 / 5 / agents).append(' ');
    }
    String text = agents + " " + jobs + "\n" + costs + uses + capacities + "\n";
    String name = "%s%d×%d made %d".formatted(type, agents, jobs, seed);
    return new Task("gap %s %d made".formatted(type, jobs), name, Kind.GAP, text, 1, 0);
  }

  /** The same sample for the same seed. */
  static List<Task> sample(List<Task> all, int each, long seed) {
    List<Task> sample = new ArrayList<>();
    for (String set : all.stream().map(Task::set).distinct().toList()) {
      List<Task> of = new ArrayList<>(all.stream().filter(t -> t.set.equals(set)).toList());
      java.util.Collections.shuffle(of, new Random(seed));
      sample.addAll(of.subList(0, Math.min(each, of.size())));
    }
    return sample;
  }

  /** How far a value is from the best known, or from a bound where none is, in per cent. */
  double gap(long value, long bound) {
    double of = best > 0 ? best : bound;
    return 100 * (kind == Kind.MKP ? of - value : value - of) / of;
  }
}
