package org.mujian.allocation;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Worker;

/** A scenario as CP-SAT reads it, with the earlier objectives held. */
final class PlanModel {

  /**
   * A project's variables.
   *
   * @param started by period, whether it has started by then; the last says whether it is in
   * @param bySteps the same by the step in which it is supported, then by period
   */
  record Wish(
      Scenario.Project project, BoolVar[] started, List<BoolVar[]> bySteps, List<Seat> seats) {
    BoolVar in() {
      return started[started.length - 1];
    }
  }

  record Seat(String place, BoolVar taken, long preparation) {}

  private final Scenario scenario;
  private final CpModel model = new CpModel();
  private final Map<String, Wish> wishes = new LinkedHashMap<>();
  private final Neighbours neighbours;

  PlanModel(Scenario scenario) {
    this.scenario = scenario;
    Map<String, LinearExprBuilder> uses = new LinkedHashMap<>();
    scenario.places().forEach(p -> uses.put(p.id(), LinearExpr.newBuilder()));
    for (Scenario.Project project : scenario.projects()) {
      wishes.put(project.id(), add(project, uses));
    }
    scenario.factors().forEach(this::limit);
    scenario
        .places()
        .forEach(p -> model.addLessOrEqual(Objects.requireNonNull(uses.get(p.id())), p.room()));
    wishes.values().forEach(this::relate);
    scenario.rules().minimums().forEach(this::require);
    this.neighbours = new Neighbours(scenario.rules(), model, wishes.values());
    neighbours.keepApart();
  }

  /** Projects of a plan that stay where and when they are, if they are in. */
  void keep(Map<String, Plan.Spot> spots) {
    spots.forEach(
        (id, spot) -> {
          Wish wish = wish(id);
          for (int t = 0; t < scenario.periods(); t++) {
            if (t < spot.start()) {
              model.addBoolOr(List.of(wish.started[t].not()));
            } else {
              model.addImplication(wish.in(), wish.started[t]);
            }
          }
          for (Seat seat : wish.seats) {
            if (!seat.place.equals(spot.place())) {
              model.addBoolOr(List.of(seat.taken.not()));
            }
          }
          BoolVar[] step = wish.bySteps.get(spot.step());
          model.addImplication(wish.in(), step[step.length - 1]);
        });
  }

  private Wish wish(String project) {
    return Objects.requireNonNull(wishes.get(project));
  }

  /** Where the supply stays or shrinks, an earlier period asks no more than the next. */
  private void limit(Scenario.Factor factor) {
    for (int t = 0; t < scenario.periods(); t++) {
      boolean last = t == scenario.periods() - 1;
      if (last || factor.supply().get(t) < factor.supply().get(t + 1)) {
        LinearExprBuilder use = LinearExpr.newBuilder();
        for (Wish wish : wishes.values()) {
          for (int step = 0; step < wish.bySteps.size(); step++) {
            use.addTerm(
                wish.bySteps.get(step)[t], wish.project.needs(step).getOrDefault(factor.id(), 0L));
          }
        }
        model.addLessOrEqual(use, factor.supply().get(t));
      }
    }
  }

  private Wish add(Scenario.Project project, Map<String, LinearExprBuilder> uses) {
    BoolVar[] started = sequence(project.earliest());
    Wish wish = new Wish(project, started, steps(project, started), new ArrayList<>());
    List<Literal> options = new ArrayList<>();
    for (Scenario.Option option : project.options()) {
      BoolVar here = model.newBoolVar("");
      Objects.requireNonNull(uses.get(option.place())).addTerm(here, option.takes());
      wish.seats.add(new Seat(option.place(), here, option.preparation()));
      options.add(here);
      if (option.ready() > 0) {
        int last = Math.min(option.ready(), scenario.periods()) - 1;
        model.addImplication(here, started[last].not());
      }
    }
    if (!options.isEmpty()) {
      options.add(wish.in().not());
      model.addExactlyOne(options);
    }
    switch (project.hand()) {
      case PINNED -> model.addBoolOr(List.of(wish.in()));
      case FORBIDDEN -> model.addBoolOr(List.of(wish.in().not()));
      case FREE -> {}
    }
    return wish;
  }

  /** Once started, always started. */
  private BoolVar[] sequence(int earliest) {
    BoolVar[] by = new BoolVar[scenario.periods()];
    for (int t = 0; t < by.length; t++) {
      by[t] = model.newBoolVar("");
      if (t < earliest) {
        model.addBoolOr(List.of(by[t].not()));
      }
      if (t > 0) {
        model.addImplication(by[t - 1], by[t]);
      }
    }
    return by;
  }

  private List<BoolVar[]> steps(Scenario.Project project, BoolVar[] started) {
    if (project.steps() == 1) {
      return List.<BoolVar[]>of(started);
    }
    List<BoolVar[]> steps = new ArrayList<>();
    for (int step = 0; step < project.steps(); step++) {
      steps.add(sequence(project.earliest()));
    }
    for (int t = 0; t < started.length; t++) {
      LinearExprBuilder any = LinearExpr.newBuilder();
      for (BoolVar[] by : steps) {
        any.add(by[t]);
      }
      model.addEquality(any, started[t]);
    }
    return steps;
  }

  private void relate(Wish wish) {
    for (String other : wish.project.with()) {
      List<String> serving = scenario.rules().serving(other);
      for (int t = 0; t < scenario.periods(); t++) {
        List<Literal> either = new ArrayList<>();
        either.add(wish.started[t].not());
        for (String one : serving) {
          either.add(wish(one).started[t]);
        }
        model.addBoolOr(either);
      }
    }
    for (String other : wish.project.without()) {
      model.addImplication(wish.in(), wish(other).in().not());
    }
    for (String other : scenario.rules().rivals(wish.project.id())) {
      model.addImplication(wish.in(), wish(other).in().not());
    }
  }

  private void require(Rules.Minimum minimum) {
    LinearExprBuilder count = LinearExpr.newBuilder();
    for (Wish wish : wishes.values()) {
      if (minimum.counts(wish.project.id())) {
        count.add(wish.started[minimum.by()]);
      }
    }
    model.addGreaterOrEqual(count, minimum.count());
  }

  private LinearExprBuilder expression(Objective objective) {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    switch (objective) {
      case BALANCE -> sum.add(balance());
      case NEARNESS -> neighbours.worth(sum);
      default -> wishes.values().forEach(wish -> add(objective, wish, sum));
    }
    return sum;
  }

  private void add(Objective objective, Wish wish, LinearExprBuilder sum) {
    BoolVar in = wish.in();
    switch (objective) {
      case PROMISES -> sum.addTerm(in, wish.project.promised() ? 1 : 0);
      case COUNT -> sum.addTerm(in, 1);
      case VALUE -> value(wish, sum);
      case EARNED -> {
        for (int step = 0; step < wish.bySteps.size(); step++) {
          for (BoolVar by : wish.bySteps.get(step)) {
            sum.addTerm(by, wish.project.value(step));
          }
        }
      }
      case CHANGES -> changes(wish, sum);
      default -> wish.seats.forEach(seat -> sum.addTerm(seat.taken, seat.preparation));
    }
  }

  private void value(Wish wish, LinearExprBuilder sum) {
    for (int step = 0; step < wish.bySteps.size(); step++) {
      sum.addTerm(wish.bySteps.get(step)[scenario.periods() - 1], wish.project.value(step));
    }
  }

  private IntVar balance() {
    IntVar least = model.newIntVar(0, Balance.asked(scenario).isEmpty() ? 0 : 100, "");
    Balance.asked(scenario)
        .forEach(
            (cluster, asked) -> {
              LinearExprBuilder got = LinearExpr.newBuilder();
              for (Wish wish : wishes.values()) {
                if (wish.project.traits().cluster().equals(cluster)) {
                  value(wish, got);
                }
              }
              model.addGreaterOrEqual(
                  LinearExpr.newBuilder().addTerm(got.build(), 100).addTerm(least, -asked), 0);
            });
    return least;
  }

  /** 1 less the literal that says "as it was". */
  private void changes(Wish wish, LinearExprBuilder sum) {
    String present = wish.project.present();
    if (present == null) {
      sum.addTerm(wish.in(), 1);
    } else {
      sum.add(1);
      if (wish.seats.isEmpty()) {
        sum.addTerm(wish.in(), present.isEmpty() ? -1 : 0);
      } else {
        wish.seats.stream()
            .filter(seat -> seat.place.equals(present))
            .forEach(seat -> sum.addTerm(seat.taken, -1));
      }
    }
  }

  void hold(Objective objective, long value) {
    if (objective.isMaximised()) {
      model.addGreaterOrEqual(expression(objective), value);
    } else {
      model.addLessOrEqual(expression(objective), value);
    }
  }

  void aim(Objective objective) {
    if (objective.isMaximised()) {
      model.maximize(expression(objective));
    } else {
      model.minimize(expression(objective));
    }
  }

  void hint(@Nullable Plan plan) {
    if (plan == null) {
      return;
    }
    wishes.forEach(
        (id, wish) -> {
          Plan.Spot spot = plan.placed().get(id);
          hint(wish.started, spot);
          for (int step = 0; step < wish.bySteps.size() && wish.bySteps.size() > 1; step++) {
            hint(wish.bySteps.get(step), spot != null && spot.step() == step ? spot : null);
          }
          for (Seat seat : wish.seats) {
            model.addHint(seat.taken, spot != null && spot.place().equals(seat.place));
          }
        });
  }

  private void hint(BoolVar[] by, Plan.@Nullable Spot spot) {
    for (int t = 0; t < by.length; t++) {
      model.addHint(by[t], spot != null && spot.start() <= t);
    }
  }

  CpSolverStatus solve(NativeSolver solver) throws Worker.Abandoned {
    return solver.solve(model);
  }

  Plan plan(NativeSolver solver) {
    SortedMap<String, Plan.Spot> placed = new TreeMap<>();
    for (Wish wish : wishes.values()) {
      if (solver.answer().booleanValue(wish.in())) {
        placed.put(wish.project.id(), spot(wish, solver));
      }
    }
    return new Plan(placed);
  }

  private static Plan.Spot spot(Wish wish, NativeSolver solver) {
    String place =
        wish.seats.stream()
            .filter(seat -> solver.answer().booleanValue(seat.taken))
            .map(Seat::place)
            .findFirst()
            .orElse("");
    int start = 0;
    while (!solver.answer().booleanValue(wish.started[start])) {
      start++;
    }
    int step = 0;
    while (!solver.answer().booleanValue(wish.bySteps.get(step)[wish.started.length - 1])) {
      step++;
    }
    return new Plan.Spot(place, start, step);
  }
}
