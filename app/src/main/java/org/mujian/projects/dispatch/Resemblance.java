package org.mujian.projects.dispatch;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A known project that a row without key may mean, and why. */
public record Resemblance(Known known, boolean sameCode, boolean sameEnterprise, double likeness) {

  private static final double ENOUGH = 0.5;

  static List<Resemblance> of(Sheet.Line line, List<Known> known) {
    return known.stream()
        .map(project -> compare(line, project))
        .filter(Resemblance::isEnough)
        .sorted(Comparator.comparing(Resemblance::weight).reversed())
        .limit(3)
        .toList();
  }

  private static Resemblance compare(Sheet.Line line, Known project) {
    String code = Cells.plain(line.cell(Column.CODE));
    String enterprise = Cells.plain(line.cell(Column.ENTERPRISE));
    return new Resemblance(
        project,
        !code.isEmpty() && code.equals(project.code()),
        !enterprise.isEmpty() && enterprise.equals(Cells.plain(project.enterprise())),
        likeness(line.cell(Column.NAME), project.name()));
  }

  private boolean isEnough() {
    return sameCode || likeness >= ENOUGH || sameEnterprise && likeness >= 0.2;
  }

  private double weight() {
    return (sameCode ? 2 : 0) + (sameEnterprise ? 0.3 : 0) + likeness;
  }

  /** Dice's coefficient over pairs of characters, brackets and the word 项目 aside: 0 to 1. */
  static double likeness(String a, String b) {
    Set<String> pairsA = pairs(a);
    Set<String> pairsB = pairs(b);
    if (pairsA.isEmpty() || pairsB.isEmpty()) {
      return core(a).equals(core(b)) && !core(a).isEmpty() ? 1 : 0;
    }
    Set<String> common = new HashSet<>(pairsA);
    common.retainAll(pairsB);
    return 2.0 * common.size() / (pairsA.size() + pairsB.size());
  }

  private static Set<String> pairs(String text) {
    String core = core(text);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < core.length(); i++) {
      pairs.add(core.substring(i, i + 2));
    }
    return pairs;
  }

  private static String core(String text) {
    return Cells.plain(text).replaceAll("[()\\[\\]{}<>\"'·,.、，。\\-—_/]|项目", "");
  }
}
