package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.InstanceRefused;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Scenario;
import org.mujian.projects.plan.Question.Note;
import org.mujian.projects.plan.ZoneState.Candidate;
import org.mujian.projects.plan.ZoneState.Supply;

/** Maps what the zone knows, and what people assume, to the engine's scenario. */
public final class Mapping {

  private final ZoneState state;
  private final PlanAsk ask;
  private final List<Note> notes = new ArrayList<>();
  private final Grounds grounds;
  private final Map<Long, HandOn> hands;

  private Mapping(ZoneState state, PlanAsk ask) {
    this.state = state;
    this.ask = ask;
    this.hands = ask.hands().stream().collect(Collectors.toMap(HandOn::project, hand -> hand));
    requireKnown();
    this.grounds = new Grounds(state, ask, notes);
  }

  /**
   * @throws PlanRefused naming what is unknown, too large, or contradicts itself
   */
  public static Question map(ZoneState state, PlanAsk ask) {
    return new Mapping(state, ask).map();
  }

  private void requireKnown() {
    Set<Long> known = state.candidates().stream().map(Candidate::id).collect(Collectors.toSet());
    hands.keySet().forEach(id -> requireKnown(known, id));
    for (PlanAsk.Pair pair : ask.together()) {
      requireKnown(known, pair.project());
      requireKnown(known, pair.other());
    }
    for (PlanAsk.Pair pair : ask.apart()) {
      requireKnown(known, pair.project());
      requireKnown(known, pair.other());
    }
    for (PlanAsk.Pair pair : ask.rules().instead()) {
      requireKnown(known, pair.project());
      requireKnown(known, pair.other());
    }
    ask.rules().parts().forEach(part -> requireKnown(known, part.project()));
    Set<String> factors = state.supplies().stream().map(Supply::factor).collect(Collectors.toSet());
    for (WhatIf whatIf : ask.whatIfs()) {
      boolean ofFactor =
          whatIf.kind() == WhatIf.Kind.SUPPLY_MORE || whatIf.kind() == WhatIf.Kind.SUPPLY_LATER;
      if (ofFactor && !factors.contains(whatIf.target())) {
        throw new PlanRefused(
            "本园区没有要素「" + whatIf.target() + "」的账户，请先在要素台账建账",
            "this zone has no account of " + whatIf.target());
      }
    }
    if (state.candidates().isEmpty()) {
      throw new PlanRefused(
          "没有可以排的项目：在册项目都已开工，或还没有项目；请先新建项目",
          "there is no project to plan: all have started, or there is none");
    }
  }

  private static void requireKnown(Set<Long> known, long id) {
    if (!known.contains(id)) {
      throw new PlanRefused(
          "项目 " + id + " 不在可排的项目里：没有它，或它已开工而无地块记录",
          "project " + id + " is not one that can be planned");
    }
  }

  private Question map() {
    List<Question.Asking> asking = new ArrayList<>();
    List<Scenario.Project> projects = new ArrayList<>();
    for (Candidate candidate : state.candidates()) {
      List<Scenario.Option> options = options(candidate);
      List<Note> noPlace =
          candidate.landM2() != null && options.isEmpty() ? whyNoPlace(candidate) : List.of();
      asking.add(asking(candidate, noPlace));
      projects.add(project(candidate, options, noPlace));
    }
    noteWhatIsUnknown();
    try {
      return new Question(
          ask,
          state.today(),
          state.quarters().subList(0, ask.quarters()).stream()
              .map(q -> new Question.Period(q.name(), q.first(), q.last()))
              .toList(),
          new Scenario(
              ask.quarters(),
              state.supplies().stream().map(this::factor).toList(),
              grounds.all().stream()
                  .map(ground -> new Scenario.Place(ground.place().id(), ground.room()))
                  .toList(),
              projects,
              ask.objectives(),
              new Relations(state, ask, grounds, notes).rules()),
          state.supplies().stream()
              .map(
                  s ->
                      new Question.Factor(s.factor(), s.name(), s.unit(), s.budget(), s.accounts()))
              .toList(),
          grounds.all().stream().map(Grounds.Ground::place).toList(),
          asking,
          state.weights().points(),
          List.copyOf(notes));
    } catch (InstanceRefused e) {
      throw new PlanRefused(
          named(e.chinese()).replace("项目 project 「", "「").replace("」 排斥", "」排斥"),
          named(String.valueOf(e.getMessage())));
    }
  }

  /** The engine names projects by their ids; people do not. */
  private String named(String message) {
    String named = message;
    for (Candidate candidate : state.candidates()) {
      named =
          named.replaceAll(
              "(?<![\\d-])" + candidate.id() + "(?![\\d-])",
              java.util.regex.Matcher.quoteReplacement("「" + candidate.name() + "」"));
    }
    return named;
  }

  private Scenario.Factor factor(Supply supply) {
    List<Long> amounts =
        Supplies.of(supply, ask).stream()
            .map(amount -> Supplies.scaled(amount, RoundingMode.FLOOR, supply.name()))
            .toList();
    return new Scenario.Factor(
        supply.factor(),
        amounts.subList(0, ask.quarters()),
        amounts.subList(ask.quarters(), amounts.size()));
  }

  private List<Scenario.Option> options(Candidate candidate) {
    Question.Place pin = grounds.pin(candidate.id());
    List<Scenario.Option> options = new ArrayList<>();
    for (Grounds.Ground ground : grounds.all()) {
      Question.Place place = ground.place();
      boolean own = java.util.Objects.equals(place.owner(), candidate.id());
      boolean open = pin != null ? place.equals(pin) : own || !candidate.started();
      if (open && (own || Fit.allows(candidate, ground))) {
        options.add(
            new Scenario.Option(
                place.id(),
                Fit.takes(candidate, ground),
                candidate.started() ? 0 : preparation(ground, Fit.takes(candidate, ground)),
                place.ready()));
      }
    }
    return options;
  }

  /** What is still to be spent on the part that it takes, in whole 万元. */
  private static long preparation(Grounds.Ground ground, long takes) {
    BigDecimal all =
        ground.place().lots().stream()
            .map(Question.Piece::preparation)
            .filter(java.util.Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return ground.room() == 0
        ? 0
        : all.multiply(BigDecimal.valueOf(takes))
            .divide(BigDecimal.valueOf(ground.room()), 0, RoundingMode.CEILING)
            .longValueExact();
  }

  private Scenario.Project project(
      Candidate candidate, List<Scenario.Option> options, List<Note> noPlace) {
    HandOn hand = hands.get(candidate.id());
    boolean pinned = candidate.started() || hand != null && hand.hand() == Scenario.Hand.PINNED;
    if (pinned
        && !options.isEmpty()
        && options.stream().allMatch(o -> o.ready() >= ask.quarters())) {
      int soonest = options.stream().mapToInt(Scenario.Option::ready).min().orElseThrow();
      throw new PlanRefused(
          "「%s」锁定要上，但用途相符的地块最早 %s 才可供，方案期只到 %s：请延长方案期或放开锁定"
              .formatted(
                  candidate.name(),
                  state.quarters().get(soonest).name(),
                  state.quarters().get(ask.quarters() - 1).name()),
          "%s is pinned, but no parcel for it is ready before %s: make the plan longer or unpin it"
              .formatted(candidate.name(), state.quarters().get(soonest).name()));
    }
    if (pinned && !noPlace.isEmpty()) {
      throw new PlanRefused(
          "「" + candidate.name() + "」锁定要上，但没有一块地可落：" + Fit.chinese(noPlace.getFirst()),
          candidate.name() + " is pinned, but no place is open to it");
    }
    Map<String, Long> needs = new LinkedHashMap<>();
    for (Supply supply : state.supplies()) {
      BigDecimal need = candidate.needs().get(supply.factor());
      if (need != null && need.signum() > 0) {
        needs.put(supply.factor(), Supplies.scaled(need, RoundingMode.CEILING, candidate.name()));
      }
    }
    return new Scenario.Project(
        String.valueOf(candidate.id()),
        candidate.promised() || candidate.started(),
        state.weights().value(candidate.amounts()),
        needs,
        options,
        earliest(candidate),
        with(candidate),
        others(ask.apart(), candidate.id()),
        !noPlace.isEmpty()
            ? Scenario.Hand.FORBIDDEN
            : pinned ? Scenario.Hand.PINNED : hand == null ? Scenario.Hand.FREE : hand.hand(),
        present(candidate),
        new Scenario.Traits(
            ask.rules().measures() ? candidate.kind() : "",
            ask.objectives().contains(Objective.BALANCE) ? candidate.cluster() : "",
            parts(candidate, needs)));
  }

  /** The steps in which it may be supported in part. */
  private List<Scenario.Share> parts(Candidate candidate, Map<String, Long> needs) {
    List<PlanRules.Part> parts = ask.rules().parts(candidate.id());
    if (candidate.started() && !parts.isEmpty()) {
      throw new PlanRefused(
          "「" + candidate.name() + "」已开工，不能改为部分支持；请去掉这一行",
          candidate.name() + " has started and cannot be supported in part: drop that row");
    }
    return parts.stream()
        .map(
            part -> {
              Map<String, Long> less = new LinkedHashMap<>();
              needs.forEach(
                  (factor, need) -> less.put(factor, Math.ceilDiv(need * part.percent(), 100L)));
              return new Scenario.Share(
                  less, state.weights().value(candidate.amounts()) * part.percent() / 100);
            })
        .toList();
  }

  /** A later phase comes no earlier than the one before, where that is still to come. */
  private Set<String> with(Candidate candidate) {
    Set<String> with = others(ask.together(), candidate.id());
    Long first = candidate.phaseOf();
    if (first != null && state.candidates().stream().anyMatch(c -> c.id() == first)) {
      with.add(String.valueOf(first));
    }
    return with;
  }

  private static Set<String> others(List<PlanAsk.Pair> pairs, long project) {
    return pairs.stream()
        .filter(pair -> pair.project() == project)
        .map(pair -> String.valueOf(pair.other()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private @Nullable String present(Candidate candidate) {
    return grounds.all().stream()
        .map(Grounds.Ground::place)
        .filter(place -> java.util.Objects.equals(place.owner(), candidate.id()))
        .filter(place -> place.ready() < ask.quarters())
        .filter(place -> place.lots().stream().allMatch(l -> candidate.lots().contains(l.id())))
        .map(Question.Place::id)
        .findFirst()
        .orElse(null);
  }

  /** Not before its planned start; one planned beyond the plan may start in its last quarter. */
  private int earliest(Candidate candidate) {
    if (candidate.started() || candidate.plannedStart() == null) {
      return 0;
    }
    for (int t = 0; t < ask.quarters(); t++) {
      if (!candidate.plannedStart().isAfter(state.quarters().get(t).last())) {
        return t;
      }
    }
    notes.add(Note.of("start-beyond", candidate.name(), candidate.plannedStart()));
    return ask.quarters() - 1;
  }

  private Question.Asking asking(Candidate candidate, List<Note> noPlace) {
    BigDecimal land = candidate.landM2();
    return new Question.Asking(
        String.valueOf(candidate.id()),
        candidate.name(),
        candidate.promised(),
        candidate.started(),
        land == null ? null : land.setScale(0, RoundingMode.CEILING).longValueExact(),
        Boolean.TRUE.equals(candidate.chemical()),
        candidate.amounts(),
        noPlace);
  }

  private List<Note> whyNoPlace(Candidate candidate) {
    return Fit.whyNone(candidate, grounds.all(), state.chemicalAllowed());
  }

  private void noteWhatIsUnknown() {
    Unknown.of(state, ask, notes);
  }
}
