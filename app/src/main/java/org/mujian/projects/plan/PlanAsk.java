package org.mujian.projects.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Scenario;

/**
 * What people ask of a plan.
 *
 * @param quarters from the current one
 * @param objectives in order: a later one never costs an earlier one anything
 * @param seconds that may be spent
 * @param together {@code project} only where {@code other} is in too, no earlier
 * @param apart never both
 * @param rules what else holds among projects
 */
public record PlanAsk(
    String name,
    int quarters,
    List<Objective> objectives,
    int seconds,
    long seed,
    List<WhatIf> whatIfs,
    List<HandOn> hands,
    List<Pair> together,
    List<Pair> apart,
    PlanRules rules) {

  public static final int MOST_QUARTERS = 12;

  /** As many are looked at: beyond a plan's end, to say from when a refused project could be in. */
  public static final int FORESEEN_QUARTERS = MOST_QUARTERS + 8;

  public static final int USUAL_QUARTERS = 8;
  public static final int USUAL_SECONDS = 10;
  public static final int MOST_SECONDS = 300;
  private static final int LONGEST_NAME = 60;

  public static final List<Objective> OFFERED =
      List.of(
          Objective.PROMISES,
          Objective.COUNT,
          Objective.VALUE,
          Objective.EARNED,
          Objective.BALANCE,
          Objective.NEARNESS,
          Objective.PREPARATION,
          Objective.CHANGES);

  public static final List<Objective> USUAL =
      List.of(Objective.PROMISES, Objective.VALUE, Objective.EARNED, Objective.CHANGES);

  /** Two projects. */
  public record Pair(long project, long other) {}

  public PlanAsk(
      String name,
      int quarters,
      List<Objective> objectives,
      int seconds,
      long seed,
      List<WhatIf> whatIfs,
      List<HandOn> hands,
      List<Pair> together,
      List<Pair> apart) {
    this(
        name, quarters, objectives, seconds, seed, whatIfs, hands, together, apart, PlanRules.NONE);
  }

  public PlanAsk {
    name = name.strip();
    // Plans that were kept before there were such rules have none.
    rules = Objects.requireNonNullElse(rules, PlanRules.NONE);
    objectives = List.copyOf(objectives);
    whatIfs = List.copyOf(whatIfs);
    hands = hands.stream().filter(h -> h.hand() != Scenario.Hand.FREE).toList();
    together = List.copyOf(together);
    apart = List.copyOf(apart);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new PlanRefused("方案名称要有 1 到 60 个字", "a plan's name has 1 to 60 characters");
    }
    requireWithin(quarters, MOST_QUARTERS, "季度数", "quarters");
    requireWithin(seconds, MOST_SECONDS, "求解秒数", "seconds");
    if (objectives.isEmpty()
        || new HashSet<>(objectives).size() < objectives.size()
        || !OFFERED.containsAll(objectives)) {
      throw new PlanRefused(
          "目标至少一个，各只一次，可选：" + OFFERED, "name objectives, each once, of " + OFFERED);
    }
    if (objectives.contains(Objective.NEARNESS) != !rules.near().isEmpty()) {
      throw rules.near().isEmpty()
          ? new PlanRefused(
              "目标里有「相邻愿望」，规则里却没有写愿望：请写明哪两类愿意相邻，或去掉这个目标",
              "nearness is an objective, but no wish is written: write one or drop the objective")
          : new PlanRefused(
              "规则里写了相邻愿望，目标次序里却没有「相邻愿望」：请加入目标次序，或去掉愿望",
              "a wish for neighbours is written, but nearness is no objective: add it or drop the"
                  + " wish");
    }
    for (PlanRules.AtLeast least : rules.atLeast()) {
      if (least.by() >= quarters) {
        throw new PlanRefused(
            "最低开工数要到第 " + (least.by() + 1) + " 个季度，方案期只有 " + quarters + " 个季度",
            "a least number counts to quarter " + (least.by() + 1) + " of " + quarters);
      }
    }
    Set<Long> decided = new HashSet<>();
    for (HandOn hand : hands) {
      if (!decided.add(hand.project())) {
        throw new PlanRefused(
            "项目 " + hand.project() + " 指定了两次，请留一次",
            "project " + hand.project() + " is decided twice");
      }
    }
  }

  private static void requireWithin(int number, int most, String chinese, String english) {
    if (number < 1 || number > most) {
      throw new PlanRefused(
          chinese + " " + number + " 应在 1 到 " + most + " 之间",
          english + " " + number + ": not within 1 and " + most);
    }
  }

  /** The usual one. */
  public static PlanAsk of(String name, int quarters) {
    return new PlanAsk(
        name, quarters, USUAL, USUAL_SECONDS, 1, List.of(), List.of(), List.of(), List.of());
  }

  public PlanAsk with(String name, List<Objective> objectives, List<HandOn> hands) {
    return new PlanAsk(
        name, quarters, objectives, seconds, seed, whatIfs, hands, together, apart, rules);
  }
}
