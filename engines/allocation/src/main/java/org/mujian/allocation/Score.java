package org.mujian.allocation;

import java.util.List;
import java.util.Objects;

/** What a draft is worth: first how few demands it misses, then by objective in their order. */
final class Score {

  private Score() {}

  static long[] of(Draft draft) {
    Scenario scenario = draft.layout.scenario;
    List<Objective> objectives = scenario.objectives();
    long[] score = new long[1 + objectives.size()];
    score[0] = -missed(draft);
    for (int k = 0; k < objectives.size(); k++) {
      Objective objective = objectives.get(k);
      long value =
          switch (objective) {
            case BALANCE -> balance(draft);
            case NEARNESS -> nearness(draft);
            default -> sum(draft, objective);
          };
      score[k + 1] = objective.isMaximised() ? value : -value;
    }
    return score;
  }

  /** Pinned projects that are out, and what is lacking of the minimums. */
  private static long missed(Draft draft) {
    long missed = 0;
    List<Scenario.Project> projects = draft.layout.projects;
    for (int p = 0; p < projects.size(); p++) {
      missed += projects.get(p).hand() == Scenario.Hand.PINNED && !draft.isIn(p) ? 1 : 0;
    }
    for (Rules.Minimum minimum : draft.layout.scenario.rules().minimums()) {
      long started = 0;
      for (int p = 0; p < projects.size(); p++) {
        boolean counts = draft.isIn(p) && draft.start(p) <= minimum.by();
        started += counts && minimum.counts(projects.get(p).id()) ? 1 : 0;
      }
      missed += Math.max(0, minimum.count() - started);
    }
    return missed;
  }

  private static long balance(Draft draft) {
    Layout layout = draft.layout;
    long least = layout.clusters.length == 0 ? 0 : 100;
    for (int c = 0; c < layout.clusters.length; c++) {
      long got = 0;
      for (int p : layout.clusters[c]) {
        got += draft.isIn(p) ? layout.projects.get(p).value(draft.step(p)) : 0;
      }
      least = Math.min(least, 100 * got / layout.asked[c]);
    }
    return least;
  }

  private static long nearness(Draft draft) {
    long worth = 0;
    for (Rules.Wish wish : draft.layout.scenario.rules().wishes()) {
      for (int p : draft.layout.byKind.getOrDefault(wish.kind(), List.of())) {
        worth += draft.isIn(p) && isMet(draft, wish, p) ? wish.worth() : 0;
      }
    }
    return worth;
  }

  private static boolean isMet(Draft draft, Rules.Wish wish, int p) {
    String place = draft.optionOf(p).place();
    for (int q : draft.layout.byKind.getOrDefault(wish.other(), List.of())) {
      if (q != p
          && draft.isIn(q)
          && draft.layout.distances.between(place, draft.optionOf(q).place()) <= wish.most()) {
        return true;
      }
    }
    return false;
  }

  private static long sum(Draft draft, Objective objective) {
    long sum = 0;
    for (int p = 0; p < draft.layout.projects.size(); p++) {
      Scenario.Project project = draft.layout.projects.get(p);
      if (objective == Objective.CHANGES) {
        String place = draft.isIn(p) ? draft.optionOf(p).place() : null;
        sum += Objects.equals(place, project.present()) ? 0 : 1;
      } else if (draft.isIn(p)) {
        long value = project.value(draft.step(p));
        sum +=
            switch (objective) {
              case PROMISES -> project.promised() ? 1 : 0;
              case COUNT -> 1;
              case VALUE -> value;
              case EARNED -> value * (draft.layout.periods - draft.start(p));
              default -> draft.optionOf(p).preparation();
            };
      }
    }
    return sum;
  }
}
