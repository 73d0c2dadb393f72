package org.mujian.allocation;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hazards and wishes among those who share a place or have places near each other. */
final class Neighbours {

  /** A project at one of its places. */
  private record Seated(PlanModel.Wish wish, PlanModel.Seat seat) {
    String kind() {
      return wish.project().traits().kind();
    }
  }

  private final Rules rules;
  private final Distances distances;
  private final CpModel model;
  private final Collection<PlanModel.Wish> wishes;
  private final Map<String, List<Seated>> byPlace = new LinkedHashMap<>();

  Neighbours(Rules rules, CpModel model, Collection<PlanModel.Wish> wishes) {
    this.rules = rules;
    this.distances = new Distances(rules);
    this.model = model;
    this.wishes = wishes;
    for (PlanModel.Wish wish : wishes) {
      for (PlanModel.Seat seat : wish.seats()) {
        byPlace.computeIfAbsent(seat.place(), p -> new ArrayList<>()).add(new Seated(wish, seat));
      }
    }
  }

  /** By place and kind, one literal that says that such a project is there. */
  void keepApart() {
    for (Rules.Hazard hazard : rules.hazards()) {
      Map<String, BoolVar> ones = presence(hazard.kind());
      Map<String, BoolVar> others =
          hazard.kind().equals(hazard.other()) ? ones : presence(hazard.other());
      ones.forEach(
          (place, one) ->
              others.forEach(
                  (there, other) -> {
                    if (distances.between(place, there) < hazard.least() && one != other) {
                      model.addImplication(one, other.not());
                    }
                  }));
      if (ones == others && hazard.least() > 0) {
        ones.keySet().forEach(place -> model.addAtMostOne(literals(place, hazard.kind())));
      }
    }
  }

  private Map<String, BoolVar> presence(String kind) {
    Map<String, BoolVar> presence = new LinkedHashMap<>();
    for (String place : byPlace.keySet()) {
      List<Literal> there = literals(place, kind);
      if (!there.isEmpty()) {
        BoolVar any = model.newBoolVar("");
        there.forEach(one -> model.addImplication(one, any));
        presence.put(place, any);
      }
    }
    return presence;
  }

  private List<Literal> literals(String place, String kind) {
    List<Literal> literals = new ArrayList<>();
    for (Seated seated : byPlace.getOrDefault(place, List.of())) {
      if (seated.kind().equals(kind)) {
        literals.add(seated.seat.taken());
      }
    }
    return literals;
  }

  /** Adds what the wishes are worth that are met: a literal for each wish of each project. */
  void worth(LinearExprBuilder sum) {
    for (Rules.Wish rule : rules.wishes()) {
      for (PlanModel.Wish wish : wishes) {
        if (wish.project().traits().kind().equals(rule.kind()) && rule.worth() > 0) {
          sum.addTerm(met(rule, wish), rule.worth());
        }
      }
    }
  }

  private BoolVar met(Rules.Wish rule, PlanModel.Wish wish) {
    BoolVar met = model.newBoolVar("");
    List<Literal> somewhere = new ArrayList<>(List.of(met.not()));
    for (PlanModel.Seat seat : wish.seats()) {
      somewhere.add(seat.taken());
      List<Literal> beside = new ArrayList<>(List.of(met.not(), seat.taken().not()));
      byPlace.forEach(
          (place, seated) -> {
            if (distances.between(seat.place(), place) <= rule.most()) {
              seated.stream()
                  .filter(other -> other.wish != wish && other.kind().equals(rule.other()))
                  .forEach(other -> beside.add(other.seat.taken()));
            }
          });
      model.addBoolOr(beside);
    }
    model.addBoolOr(somewhere);
    return met;
  }
}
