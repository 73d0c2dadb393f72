package org.mujian.projects.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Rules;
import org.mujian.projects.plan.Question.Note;
import org.mujian.projects.plan.ZoneState.Candidate;

/** The rules of a plan as the engine reads them, and what nobody has said that they ask for. */
final class Relations {

  /** By which a conflict names a least number of starts. */
  static final String LEAST = "least-";

  private final ZoneState state;
  private final PlanAsk ask;
  private final Grounds grounds;
  private final List<Note> notes;

  /**
   * @param notes is added to
   */
  Relations(ZoneState state, PlanAsk ask, Grounds grounds, List<Note> notes) {
    this.state = state;
    this.ask = ask;
    this.grounds = grounds;
    this.notes = notes;
  }

  Rules rules() {
    PlanRules rules = ask.rules();
    startedOnesAreWhereTheyAre();
    unknown();
    return new Rules(
        rules.measures() ? distances() : List.of(),
        rules.safety().stream()
            .map(s -> new Rules.Hazard(s.kind(), s.other(), s.metres()))
            .toList(),
        rules.near().stream()
            .map(n -> new Rules.Wish(n.kind(), n.other(), n.metres(), n.points()))
            .toList(),
        instead(),
        minimums());
  }

  /** Between two places as between their nearest parcels. */
  private List<Rules.Distance> distances() {
    Map<Long, String> placeOf = new HashMap<>();
    grounds
        .all()
        .forEach(
            ground ->
                ground.place().lots().forEach(lot -> placeOf.put(lot.id(), ground.place().id())));
    Map<List<String>, Integer> nearest =
        new java.util.TreeMap<>(
            java.util.Comparator.comparing((List<String> pair) -> pair.getFirst())
                .thenComparing(List::getLast));
    for (ZoneState.Gap gap : state.gaps()) {
      String one = placeOf.get(gap.lot());
      String other = placeOf.get(gap.other());
      if (one != null && other != null && !one.equals(other)) {
        nearest.merge(Stream.of(one, other).sorted().toList(), gap.metres(), Math::min);
      }
    }
    return nearest.entrySet().stream()
        .map(e -> new Rules.Distance(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
        .toList();
  }

  /** Who can stand for one can stand for all whom it can stand for. */
  private List<Rules.Replacement> instead() {
    List<Set<String>> groups = new ArrayList<>();
    for (PlanAsk.Pair pair : ask.rules().instead()) {
      if (pair.project() == pair.other()) {
        String name = name(pair.project());
        throw new PlanRefused(
            "「" + name + "」不能替代自己：请改选另一个项目", name + " cannot replace itself: choose another");
      }
      Set<String> group =
          new TreeSet<>(Set.of(String.valueOf(pair.project()), String.valueOf(pair.other())));
      for (Set<String> other : List.copyOf(groups)) {
        if (other.stream().anyMatch(group::contains)) {
          group.addAll(other);
          groups.remove(other);
        }
      }
      groups.add(group);
    }
    return groups.stream().map(Rules.Replacement::new).toList();
  }

  private String name(long id) {
    return state.candidates().stream()
        .filter(c -> c.id() == id)
        .map(Candidate::name)
        .findFirst()
        .orElse(String.valueOf(id));
  }

  /** Those that have started already are no starts. */
  private List<Rules.Minimum> minimums() {
    Set<String> waiting =
        state.candidates().stream()
            .filter(c -> !c.started())
            .map(c -> String.valueOf(c.id()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Rules.Minimum> minimums = new ArrayList<>();
    for (PlanRules.AtLeast least : ask.rules().atLeast()) {
      if (least.count() > waiting.size()) {
        throw new PlanRefused(
            "最低开工 %d 项，可排而未开工的只有 %d 项：请减少，或先补充项目".formatted(least.count(), waiting.size()),
            "at least %d starts are asked, %d projects can start: ask for fewer"
                .formatted(least.count(), waiting.size()));
      }
      minimums.add(new Rules.Minimum(LEAST + minimums.size(), least.count(), least.by(), waiting));
    }
    return minimums;
  }

  /** No plan moves who has started: two that are too near already are people's to decide. */
  private void startedOnesAreWhereTheyAre() {
    List<Candidate> started = state.candidates().stream().filter(Candidate::started).toList();
    for (PlanRules.Safety rule : ask.rules().safety()) {
      for (Candidate one : started) {
        for (Candidate other : started) {
          if (one.id() != other.id()
              && one.kind().equals(rule.kind())
              && other.kind().equals(rule.other())
              && state.gaps().stream()
                  .filter(gap -> gap.metres() < rule.metres())
                  .anyMatch(gap -> lies(gap, one, other) || lies(gap, other, one))) {
            throw new PlanRefused(
                "「%s」和「%s」都已开工，相距不足 %d 米，方案不能挪动：请减小这条安全距离，或核对它们的邻里类别"
                    .formatted(one.name(), other.name(), rule.metres()),
                "%s and %s have started less than %d m apart and no plan moves them: ask for less,"
                        .formatted(one.name(), other.name(), rule.metres())
                    + " or look at their kinds");
          }
        }
      }
    }
  }

  private static boolean lies(ZoneState.Gap gap, Candidate one, Candidate other) {
    return one.lots().contains(gap.lot()) && other.lots().contains(gap.other());
  }

  private void unknown() {
    PlanRules rules = ask.rules();
    Set<String> kinds =
        state.candidates().stream().map(Candidate::kind).collect(Collectors.toSet());
    Stream.concat(
            rules.safety().stream().flatMap(s -> Stream.of(s.kind(), s.other())),
            rules.near().stream().flatMap(n -> Stream.of(n.kind(), n.other())))
        .distinct()
        .filter(kind -> !kinds.contains(kind))
        .forEach(kind -> notes.add(Note.of("kind-of-nobody", kind)));
    if (rules.measures()) {
      names("no-kind", state.candidates(), c -> c.kind().isEmpty());
      lots("unmeasured", lot -> !lot.measured());
    }
    if (ask.objectives().contains(Objective.BALANCE)) {
      names("no-cluster", state.candidates(), c -> c.cluster().isEmpty());
    }
    if (ask.objectives().contains(Objective.PREPARATION)) {
      lots("no-cost", lot -> lot.free() && Objects.isNull(lot.preparation()));
    }
  }

  private void names(String key, List<Candidate> all, Predicate<Candidate> of) {
    List<String> names = all.stream().filter(of).map(Candidate::name).toList();
    if (!names.isEmpty()) {
      notes.add(Note.of(key, names.size(), String.join("、", names)));
    }
  }

  private void lots(String key, Predicate<ZoneState.Lot> of) {
    List<String> numbers = state.lots().stream().filter(of).map(ZoneState.Lot::number).toList();
    if (!numbers.isEmpty()) {
      notes.add(Note.of(key, numbers.size(), String.join("、", numbers)));
    }
  }
}
