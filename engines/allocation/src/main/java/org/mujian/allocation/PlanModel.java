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

  private final Scenario scenario;
  private final CpModel model = new CpModel();
  private final Map<String, BoolVar> in = new LinkedHashMap<>();
  private final Map<String, List<Seat>> seats = new LinkedHashMap<>();

  PlanModel(Scenario scenario) {
    this.scenario = scenario;
    Map<String, LinearExprBuilder> uses = new LinkedHashMap<>();
    scenario.factors().forEach(f -> uses.put("f " + f.id(), LinearExpr.newBuilder()));
    scenario.places().forEach(p -> uses.put("p " + p.id(), LinearExpr.newBuilder()));
    for (Scenario.Project project : scenario.projects()) {
      add(project, uses);
    }
    scenario.factors().forEach(f -> model.addLessOrEqual(use(uses, "f " + f.id()), f.supply()));
    scenario.places().forEach(p -> model.addLessOrEqual(use(uses, "p " + p.id()), p.room()));
    for (Scenario.Project project : scenario.projects()) {
      project.with().forEach(o -> model.addImplication(in(project.id()), in(o)));
      project.without().forEach(o -> model.addImplication(in(project.id()), in(o).not()));
    }
  }

  private static LinearExprBuilder use(Map<String, LinearExprBuilder> uses, String name) {
    return java.util.Objects.requireNonNull(uses.get(name));
  }

  private BoolVar in(String project) {
    return java.util.Objects.requireNonNull(in.get(project));
  }

  private void add(Scenario.Project project, Map<String, LinearExprBuilder> uses) {
    BoolVar taken = model.newBoolVar("");
    in.put(project.id(), taken);
    project.needs().forEach((factor, need) -> use(uses, "f " + factor).addTerm(taken, need));
    List<Seat> own = new ArrayList<>();
    List<Literal> options = new ArrayList<>();
    for (Scenario.Option option : project.options()) {
      BoolVar here = model.newBoolVar("");
      use(uses, "p " + option.place()).addTerm(here, option.takes());
      own.add(new Seat(option.place(), here, option.preparation()));
      options.add(here);
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
      in.forEach((id, taken) -> model.addHint(taken, plan.placed().containsKey(id)));
      seats.forEach(
          (id, own) ->
              own.forEach(
                  seat -> model.addHint(seat.taken, seat.place.equals(plan.placed().get(id)))));
    }
  }

  CpSolverStatus solve(NativeSolver solver) throws Worker.Abandoned {
    return solver.solve(model);
  }

  Plan plan(NativeSolver solver) {
    SortedMap<String, String> placed = new TreeMap<>();
    for (Scenario.Project project : scenario.projects()) {
      if (solver.answer().booleanValue(in(project.id()))) {
        placed.put(
            project.id(),
            seatsOf(project).stream()
                .filter(seat -> solver.answer().booleanValue(seat.taken))
                .map(Seat::place)
                .findFirst()
                .orElse(""));
      }
    }
    return new Plan(placed);
  }
}
