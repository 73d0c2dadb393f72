package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.projects.plan.PlanRules;

/**
 * The rules of a plan as rows of its form, and back: {@code pair-1-a}, {@code pair-1-how}, {@code
 * kind-2-metres}. A row with nothing in it is no rule; one that is begun must be whole.
 */
final class RuleRows {

  static final List<String> PAIRS = List.of("together", "apart", "instead");
  static final List<String> KINDS = List.of("safety", "near");

  private static final int MOST_ROWS = 200;

  /** Rows that are offered beyond those that are filled. */
  private static final int SPARE = 2;

  /** Lists that always have a value say nothing of whether a row is begun. */
  private static final java.util.Set<String> CHOSEN = java.util.Set.of("how", "by");

  private RuleRows() {}

  /** How many rows the form shows. */
  static int shown(Map<String, String> typed, String row) {
    int last = 0;
    for (int n = 1; n <= MOST_ROWS; n++) {
      if (isBegun(typed, row, n)) {
        last = n;
      }
    }
    return Math.min(last + SPARE, MOST_ROWS);
  }

  private static boolean isBegun(Map<String, String> typed, String row, int n) {
    String prefix = row + "-" + n + "-";
    return typed.entrySet().stream()
        .anyMatch(
            e ->
                e.getKey().startsWith(prefix)
                    && !CHOSEN.contains(e.getKey().substring(prefix.length()))
                    && !e.getValue().isBlank());
  }

  private static <T> List<T> rows(
      Map<String, String> typed,
      String row,
      BiFunction<Map<String, String>, String, @Nullable T> read) {
    List<T> rows = new ArrayList<>();
    for (int n = 1; n <= MOST_ROWS; n++) {
      if (isBegun(typed, row, n)) {
        T one = read.apply(typed, row + "-" + n + "-");
        if (one != null) {
          rows.add(one);
        }
      }
    }
    return rows;
  }

  static List<PlanAsk.Pair> pairs(Map<String, String> typed, String how) {
    return rows(
        typed,
        "pair",
        (all, at) ->
            all.getOrDefault(at + "how", PAIRS.getFirst()).equals(how)
                ? new PlanAsk.Pair(project(all, at + "a"), project(all, at + "b"))
                : null);
  }

  private static long project(Map<String, String> typed, String field) {
    String text = typed.getOrDefault(field, "").strip();
    if (!text.matches("\\d{1,18}")) {
      throw new PlanRefused(
          "项目之间的关系有一行没有选全：请选两个项目，或把这一行清空",
          "a relation lacks one of its projects: choose two, or clear the row");
    }
    return Long.parseLong(text);
  }

  static PlanRules read(Map<String, String> typed) {
    return new PlanRules(
        pairs(typed, "instead"),
        rows(
            typed,
            "kind",
            (all, at) ->
                isNear(all, at)
                    ? null
                    : new PlanRules.Safety(
                        all.getOrDefault(at + "a", ""),
                        all.getOrDefault(at + "b", ""),
                        number(all, at + "metres", "安全距离", "a safety distance"))),
        rows(
            typed,
            "kind",
            (all, at) ->
                isNear(all, at)
                    ? new PlanRules.Near(
                        all.getOrDefault(at + "a", ""),
                        all.getOrDefault(at + "b", ""),
                        number(all, at + "metres", "相邻距离", "a neighbour's distance"),
                        number(all, at + "points", "相邻愿望的分值", "the points of a wish"))
                    : null),
        rows(
            typed,
            "least",
            (all, at) ->
                new PlanRules.AtLeast(
                    number(all, at + "count", "最低开工数", "a least number of starts"),
                    PlanForm.whole(all, at + "by", 0))),
        rows(
            typed,
            "part",
            (all, at) ->
                new PlanRules.Part(
                    part(all, at + "project"),
                    number(all, at + "percent", "部分支持的百分数", "the per cent of a part"))));
  }

  private static boolean isNear(Map<String, String> typed, String at) {
    return typed.getOrDefault(at + "how", "").equals("near");
  }

  private static long part(Map<String, String> typed, String field) {
    String text = typed.getOrDefault(field, "").strip();
    if (!text.matches("\\d{1,18}")) {
      throw new PlanRefused(
          "部分支持有一行没有选项目：请选一个，或把这一行清空",
          "support in part lacks its project: choose one, or clear the row");
    }
    return Long.parseLong(text);
  }

  private static int number(Map<String, String> typed, String field, String what, String english) {
    String text = typed.getOrDefault(field, "").strip();
    if (!text.matches("\\d{1,6}")) {
      throw new PlanRefused(
          what + "「" + text + "」应为整数：请填上，或把这一行清空",
          english + " must be a whole number, not '" + text + "': fill it in or clear the row");
    }
    return Integer.parseInt(text);
  }

  /** As it would have been typed. */
  static void typed(PlanAsk ask, Map<String, String> typed) {
    PlanRules rules = ask.rules();
    int pair = 0;
    for (PlanAsk.Pair one : ask.together()) {
      pair(typed, ++pair, "together", one);
    }
    for (PlanAsk.Pair one : ask.apart()) {
      pair(typed, ++pair, "apart", one);
    }
    for (PlanAsk.Pair one : rules.instead()) {
      pair(typed, ++pair, "instead", one);
    }
    int kind = 0;
    for (PlanRules.Safety one : rules.safety()) {
      kind(typed, ++kind, "safety", one.kind(), one.other(), one.metres());
    }
    for (PlanRules.Near one : rules.near()) {
      kind(typed, ++kind, "near", one.kind(), one.other(), one.metres());
      typed.put("kind-" + kind + "-points", String.valueOf(one.points()));
    }
    for (int n = 0; n < rules.atLeast().size(); n++) {
      PlanRules.AtLeast one = rules.atLeast().get(n);
      typed.put("least-" + (n + 1) + "-count", String.valueOf(one.count()));
      typed.put("least-" + (n + 1) + "-by", String.valueOf(one.by()));
    }
    for (int n = 0; n < rules.parts().size(); n++) {
      PlanRules.Part one = rules.parts().get(n);
      typed.put("part-" + (n + 1) + "-project", String.valueOf(one.project()));
      typed.put("part-" + (n + 1) + "-percent", String.valueOf(one.percent()));
    }
  }

  private static void pair(Map<String, String> typed, int n, String how, PlanAsk.Pair pair) {
    typed.put("pair-" + n + "-how", how);
    typed.put("pair-" + n + "-a", String.valueOf(pair.project()));
    typed.put("pair-" + n + "-b", String.valueOf(pair.other()));
  }

  private static void kind(
      Map<String, String> typed, int n, String how, String kind, String other, int metres) {
    typed.put("kind-" + n + "-how", how);
    typed.put("kind-" + n + "-a", kind);
    typed.put("kind-" + n + "-b", other);
    typed.put("kind-" + n + "-metres", String.valueOf(metres));
  }
}
