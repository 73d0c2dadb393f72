package org.mujian.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.ImportKind.RowFault;
import org.mujian.facts.FactColumns.At;
import org.mujian.units.Period;

/** Reads rows of a file of facts against what the zone knows; made anew for each reading. */
final class FactJudge {

  private record Key(Subject subject, String measure, Basis basis, Period period) {}

  private final long zone;
  private final Measures measures;
  private final List<String> bureaus;
  private final Map<String, Measure> byName = new HashMap<>();
  private final Map<Key, List<Fact>> known = new HashMap<>();
  private final Set<Key> seen = new HashSet<>();

  /**
   * @param bureaus for which the account may put figures in
   * @param facts approved now, or under way
   */
  FactJudge(long zone, Measures measures, List<String> bureaus, List<Fact> facts) {
    this.zone = zone;
    this.measures = measures;
    this.bureaus = bureaus;
    measures.list(zone).forEach(measure -> byName.putIfAbsent(measure.name(), measure));
    measures.list(zone).forEach(measure -> byName.put(measure.code(), measure));
    for (Fact fact : facts) {
      known
          .computeIfAbsent(
              new Key(fact.subject(), fact.measure(), fact.basis(), fact.period()),
              key -> new ArrayList<>())
          .add(fact);
    }
  }

  /** What is wrong with a row, or that the file said something of the same figure before. */
  @Nullable RowFault findFault(List<@Nullable String> row) {
    try {
      Draft draft = read(row);
      return seen.add(key(draft)) ? null : new RowFault(At.PERIOD.key(), "fact-twice");
    } catch (DraftForm.NotUnderstood e) {
      String field = e.errors().keySet().iterator().next();
      At at = At.valueOf(field.toUpperCase(Locale.ROOT));
      return new RowFault(at.key(), at.key() + "-wrong");
    }
  }

  /**
   * @throws DraftForm.NotUnderstood when it is none
   */
  Draft read(List<@Nullable String> row) {
    Measure measure = byName.get(Objects.requireNonNullElse(At.MEASURE.in(row), ""));
    String bureau = At.BUREAU.in(row);
    String basis = At.BASIS.in(row);
    return new DraftForm(
            At.SUBJECT.in(row),
            measure == null ? "" : measure.code(),
            basis == null && measure != null ? measure.official().code() : basis,
            At.PERIOD.in(row),
            At.VALUE.in(row),
            At.UNIT.in(row) == null && measure != null ? measure.shownUnit() : At.UNIT.in(row),
            At.MISSING.in(row),
            At.SOURCE.in(row),
            At.EVIDENCE.in(row),
            bureau == null && bureaus.size() == 1 ? bureaus.getFirst() : bureau)
        .read(zone, code -> byName.get(code), bureaus);
  }

  /** Whether the same was said before: approved now, or under way. */
  boolean isKnown(Draft draft) {
    return known.getOrDefault(key(draft), List.of()).stream().anyMatch(fact -> same(fact, draft));
  }

  private static boolean same(Fact fact, Draft draft) {
    return fact.value() == null || draft.value() == null
        ? fact.value() == draft.value() && Objects.equals(fact.missing(), draft.missing())
        : fact.value().compareTo(draft.value()) == 0;
  }

  private static Key key(Draft draft) {
    return new Key(draft.subject(), draft.measure().code(), draft.basis(), draft.period());
  }
}
