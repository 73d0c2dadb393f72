package org.mujian.promotion.lead;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mujian.web.Light;

/**
 * The clock of a lead, derived from what was done with it and from the rules in force: nothing of
 * it is stored, so a corrected rule corrects every light.
 */
public final class LeadClock {

  private static final int WARNED_DAYS = 1;

  /**
   * What is to be done, by when.
   *
   * @param late days past {@code dueOn}; negative before it
   */
  public record Due(LeadAct act, LocalDate dueOn, long late, LeadRule rule) {

    public Light.State state() {
      if (late > 0) {
        return Light.State.BAD;
      }
      return late >= -WARNED_DAYS ? Light.State.WARN : Light.State.OK;
    }
  }

  private LeadClock() {}

  /**
   * What is still to be done, the most urgent first; nothing once the lead is closed.
   *
   * @param rules one for each act at most; an act without a rule has no clock
   */
  public static List<Due> dues(
      Lead lead, List<LeadEvent> events, List<LeadRule> rules, LocalDate today) {
    List<Due> dues = new ArrayList<>();
    if (lead.stage().isOpen()) {
      for (LeadRule rule : rules) {
        due(lead, events, rule).ifPresent(on -> dues.add(due(rule, on, today)));
      }
    }
    dues.sort(Comparator.comparing(Due::dueOn).thenComparing(Due::act));
    return dues;
  }

  private static Due due(LeadRule rule, LocalDate on, LocalDate today) {
    return new Due(rule.act(), on, ChronoUnit.DAYS.between(on, today), rule);
  }

  /** Empty when the act was done once and for all. */
  private static Optional<LocalDate> due(Lead lead, List<LeadEvent> events, LeadRule rule) {
    Optional<LocalDate> last =
        events.stream()
            .filter(event -> event.is(rule.act()))
            .map(LeadEvent::onDate)
            .max(Comparator.naturalOrder());
    if (rule.act() == LeadAct.REPORT) {
      return Optional.of(last.orElse(lead.receivedOn()).plusDays(rule.days()));
    }
    return last.isPresent()
        ? Optional.empty()
        : Optional.of(lead.receivedOn().plusDays(rule.days()));
  }
}
