package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mujian.clusters.Standing.Computed;
import org.mujian.facts.AsKnown;
import org.mujian.facts.Basis;
import org.mujian.facts.Draft;
import org.mujian.facts.Fact;
import org.mujian.facts.Facts;
import org.mujian.facts.Figures;
import org.mujian.facts.Measure;
import org.mujian.facts.Measures;
import org.mujian.facts.State;
import org.mujian.facts.Subject;
import org.mujian.facts.SubjectNames;
import org.mujian.identity.Account;
import org.mujian.units.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands the month's sums of a cluster in for approval, as facts about the cluster by the
 * enterprises' own books: what reports and scores use.
 */
@Component
@Transactional
public class Approvals implements SubjectNames {

  static final String KIND = "cluster";
  private static final int MOST = 1000;

  private final Clusters clusters;
  private final Facts facts;
  private final Figures figures;
  private final Measures measures;

  Approvals(Clusters clusters, Facts facts, Figures figures, Measures measures) {
    this.clusters = clusters;
    this.facts = facts;
    this.figures = figures;
    this.measures = measures;
  }

  /**
   * @param approved how many of the month's sums are approved
   * @param waiting how many wait, as far as the account sees
   */
  public record Stand(int approved, int waiting) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Named> find(long zone, long id) {
    return clusters.find(zone, id).map(c -> new Named(c.name(), "clusters/" + id));
  }

  @Transactional(readOnly = true)
  Stand stand(Account account, long zone, long cluster, YearMonth month) {
    return new Stand(
        approved(zone, cluster, month).size(), waiting(account, zone, cluster, month).size());
  }

  private List<Fact> approved(long zone, long cluster, YearMonth month) {
    return figures.list(
        zone,
        new Figures.Query(
            new Subject(KIND, cluster), null, Basis.ENTERPRISE, new Period.Month(month), null),
        AsKnown.NOW,
        MOST,
        0);
  }

  private List<Fact> waiting(Account account, long zone, long cluster, YearMonth month) {
    return facts.listUnderWay(account, zone, State.SUBMITTED, MOST).stream()
        .filter(
            fact ->
                fact.subject().equals(new Subject(KIND, cluster))
                    && fact.period().equals(new Period.Month(month)))
        .toList();
  }

  /**
   * Each sum once: what waits already, or is approved with the same value, is left.
   *
   * @return how many were handed in
   */
  int submit(Account account, Computed of, String source) {
    long zone = of.cluster().zoneId();
    Set<String> waiting = new HashSet<>();
    waiting(account, zone, of.cluster().id(), of.month()).forEach(f -> waiting.add(f.measure()));
    List<Fact> approved = approved(zone, of.cluster().id(), of.month());
    int handed = 0;
    for (Item item : Item.values()) {
      Optional<Measure> measure =
          item.measure() == null ? Optional.empty() : measures.find(zone, item.measure());
      BigDecimal sum = of.sheet().sum(item, of.month()).value();
      if (measure.isEmpty() || sum == null || waiting.contains(measure.get().code())) {
        continue;
      }
      BigDecimal kept = sum.movePointRight(measure.get().shift());
      if (approved.stream().noneMatch(fact -> isSame(fact, measure.get(), kept))) {
        facts.submit(
            account,
            zone,
            facts.record(account, zone, draft(of, item, measure.get(), kept, source)));
        handed++;
      }
    }
    return handed;
  }

  private static boolean isSame(Fact fact, Measure measure, BigDecimal value) {
    return fact.measure().equals(measure.code())
        && fact.value() != null
        && fact.value().compareTo(value) == 0;
  }

  private static Draft draft(
      Computed of, Item item, Measure measure, BigDecimal value, String source) {
    Sheet.Sum sum = of.sheet().sum(item, of.month());
    return new Draft(
        new Subject(KIND, of.cluster().id()),
        measure,
        Basis.ENTERPRISE,
        new Period.Month(of.month()),
        value,
        null,
        source + "（" + sum.reported() + "/" + sum.members() + "）",
        "",
        "clusters");
  }
}
