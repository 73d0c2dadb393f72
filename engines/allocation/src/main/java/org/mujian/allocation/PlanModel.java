package org.mujian.allocation;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Worker;

/** A scenario as CP-SAT reads it, with the earlier objectives held. */
final class PlanModel {

  private record Seat(String place, BoolVar taken, long preparation) {}

  /** By project and period, whether it has started by then; the last says whether it is in. */
  private final Map<String, BoolVar[]> started = new LinkedHashMap<>();

  private final Scenario scenario;
  private final CpModel model = new CpModel();
  private final Map<String, List<Seat>> seats = new LinkedHashMap<>();

  PlanModel(Scenario scenario) {
    this.scenario = scenario;
    Map<String, LinearExprBuilder> uses = new LinkedHashMap<>();
    scenario.places().forEach(p -> uses.put("p " + p.id(), LinearExpr.newBuilder()));
    for (Scenario.Project project : scenario.projects()) {
      add(project, uses);
    }
    scenario.factors().forEach(this::limit);
    scenario.places().forEach(p -> model.addLessOrEqual(use(uses, "p " + p.id()), p.room()));
    for (Scenario.Project project : scenario.projects()) {
      for (int t = 0; t < scenario.periods(); t++) {
        for (String other : project.with()) {
          model.addImplication(started(project.id())[t], started(other)[t]);
        }
      }
      project.without().forEach(o -> model.addImplication(in(project.id()), in(o).not()));
    }
  }

  private static LinearExprBuilder use(Map<String, LinearExprBuilder> uses, String name) {
    return java.util.Objects.requireNonNull(uses.get(name));
  }

  private BoolVar[] started(String project) {
    return java.util.Objects.requireNonNull(started.get(project));
  }

  private BoolVar in(String project) {
    return started(project)[scenario.periods() - 1];
  }

  /** Where the supply stays or shrinks, an earlier period asks no more than the next. */
  private void limit(Scenario.Factor factor) {
    for (int t = 0; t < scenario.periods(); t++) {
      boolean last = t == scenario.periods() - 1;
      if (last || factor.supply().get(t) < factor.supply().get(t + 1)) {
        LinearExprBuilder use = LinearExpr.newBuilder();
        for (Scenario.Project project : scenario.projects()) {
          use.addTerm(started(project.id())[t], project.needs().getOrDefault(factor.id(), 0L));
        }
        model.addLessOrEqual(use, factor.supply().get(t));
      }
    }
  }

  private void add(Scenario.Project project, Map<String, LinearExprBuilder> uses) {
    BoolVar[] by = new BoolVar[scenario.periods()];
    started.put(project.id(), by);
    for (int t = 0; t < by.length; t++) {
      by[t] = model.newBoolVar("");
      if (t < project.earliest()) {
        model.addBoolOr(List.of(by[t].not()));
      }
      if (t > 0) {
        model.addImplication(by[t - 1], by[t]);
      }
    }
    BoolVar taken = in(project.id());
    List<Seat> own = new ArrayList<>();
    List<Literal> options = new ArrayList<>();
    for (Scenario.Option option : project.options()) {
      BoolVar here = model.newBoolVar("");
      use(uses, "p " + option.place()).addTerm(here, option.takes());
      own.add(new Seat(option.place(), here, option.preparation()));
      options.add(here);
      if (option.ready() > 0) {
        model.addImplication(here, by[option.ready() - 1].not());
      }
    }
    seats.put(project.id(), own);
    if (!options.isEmpty()) {
      options.add(taken.not());
      model.addExactlyOne(options);
    }
    switch (project.hand()) {
      case PINNED -> model.addBoolOr(List.of(taken));
      case FORBIDDEN -> model.addBoolOr(List.of(taken.not()));
      case FREE -> {}
    }
  }

  private LinearExprBuilder expression(Objective objective) {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (Scenario.Project project : scenario.projects()) {
      BoolVar taken = in(project.id());
      switch (objective) {
        case PROMISES -> sum.addTerm(taken, project.promised() ? 1 : 0);
        case COUNT -> sum.addTerm(taken, 1);
        case VALUE -> sum.addTerm(taken, project.value());
        case EARNED -> {
          for (BoolVar by : started(project.id())) {
            sum.addTerm(by, project.value());
          }
        }
        case PREPARATION ->
            seatsOf(project).forEach(seat -> sum.addTerm(seat.taken, seat.preparation));
        case CHANGES -> changes(project, sum);
      }
    }
    return sum;
  }

  private List<Seat> seatsOf(Scenario.Project project) {
    return seats.getOrDefault(project.id(), List.of());
  }

  /** 1 less the literal that says "as it was". */
  private void changes(Scenario.Project project, LinearExprBuilder sum) {
    String present = project.present();
    BoolVar taken = in(project.id());
    if (present == null) {
      sum.addTerm(taken, 1);
    } else {
      sum.add(1);
      if (project.options().isEmpty()) {
        sum.addTerm(taken, present.isEmpty() ? -1 : 0);
      } else {
        seatsOf(project).stream()
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
    if (plan != null) {
      started.forEach(
          (id, by) -> {
            Plan.Spot spot = plan.placed().get(id);
            for (int t = 0; t < by.length; t++) {
              model.addHint(by[t], spot != null && spot.start() <= t);
            }
          });
      seats.forEach(
          (id, own) -> {
            Plan.Spot spot = plan.placed().get(id);
            for (Seat seat : own) {
              model.addHint(seat.taken, spot != null && spot.place().equals(seat.place));
            }
          });
    }
  }

  CpSolverStatus solve(NativeSolver solver) throws Worker.Abandoned {
    return solver.solve(model);
  }

  Plan plan(NativeSolver solver) {
    SortedMap<String, Plan.Spot> placed = new TreeMap<>();
    for (Scenario.Project project : scenario.projects()) {
      if (solver.answer().booleanValue(in(project.id()))) {
        String place =
            seatsOf(project).stream()
                .filter(seat -> solver.answer().booleanValue(seat.taken))
                .map(Seat::place)
                .findFirst()
                .orElse("");
        int start = 0;
        while (!solver.answer().booleanValue(started(project.id())[start])) {
          start++;
        }
        placed.put(project.id(), new Plan.Spot(place, start));
      }
    }
    return new Plan(placed);
  }
}
