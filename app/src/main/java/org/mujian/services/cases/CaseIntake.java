package org.mujian.services.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mujian.clock.ClockEvent;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.services.matter.Matters;
import org.mujian.store.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in cases as the province's platform tells them, by the platform's own number. */
@Component
@Transactional
public class CaseIntake {

  private static final CaseQuery ALL = new CaseQuery(null, true, null, null, null);

  private final Cases cases;
  private final CaseDesk desk;
  private final Matters matters;
  private final Enterprises enterprises;
  private final ZoneEnterprises own;

  CaseIntake(
      Cases cases, CaseDesk desk, Matters matters, Enterprises enterprises, ZoneEnterprises own) {
    this.cases = cases;
    this.desk = desk;
    this.matters = matters;
    this.enterprises = enterprises;
    this.own = own;
  }

  /** For one reading of a file. */
  @Transactional(readOnly = true)
  public CaseJudge judge(long zone) {
    Map<String, String> codes = new HashMap<>();
    matters
        .law(zone)
        .listAll(cases.today())
        .forEach(
            matter -> {
              codes.put(matter.name(), matter.code());
              codes.put(matter.nameEn(), matter.code());
              codes.put(matter.code(), matter.code());
            });
    List<Case> all = cases.list(zone, ALL);
    return new CaseJudge(
        codes,
        new Known(zone)::find,
        all,
        desk.listEvents(zone, all.stream().map(Case::id).toList()),
        cases.today());
  }

  /** By code in the registry and the zone's own; by name among those of the zone alone. */
  private final class Known {
    private final long zone;
    private final Map<String, Long> byName = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Map<String, CaseJudge.Found> byCode = new HashMap<>();

    Known(long zone) {
      this.zone = zone;
      for (Enterprise enterprise : own.list(zone)) {
        if (byName.put(enterprise.name(), enterprise.id()) != null) {
          twice.add(enterprise.name());
        }
      }
    }

    CaseJudge.Found find(OutsideCase row) {
      String code = row.creditCode();
      if (code != null) {
        return byCode.computeIfAbsent(code.toUpperCase(Locale.ROOT), this::byCode);
      }
      boolean unclear = twice.contains(row.enterpriseName());
      return new CaseJudge.Found(unclear ? null : byName.get(row.enterpriseName()), unclear);
    }

    private CaseJudge.Found byCode(String code) {
      return new CaseJudge.Found(
          enterprises
              .findByCode(List.of(Scope.PROVINCE, zone), code)
              .map(Enterprise::id)
              .orElse(null),
          false);
    }
  }

  /** Does what a judge found to be done, within the caller's transaction. */
  public void apply(long zone, CaseJudge.Change change) {
    OutsideCase row = change.row();
    String number = change.known();
    if (number == null) {
      number = open(zone, change).number();
    } else {
      if (change.numbered()) {
        desk.number(zone, number, row.outsideNumber());
      }
      if (change.started()) {
        LocalDate on = Objects.requireNonNull(row.acceptedOn());
        desk.move(zone, number, null, ClockEvent.of(ClockEvent.Kind.START, on), "");
      }
    }
    if (change.closed()) {
      desk.close(
          zone,
          number,
          null,
          Objects.requireNonNull(row.closedOn()),
          Objects.requireNonNull(row.result()),
          row.words());
    }
  }

  /** A new one is dated by the first day that is known of it. */
  private Case open(long zone, CaseJudge.Change change) {
    OutsideCase row = change.row();
    LocalDate closed = row.closedOn();
    LocalDate on = closed == null ? cases.today() : closed;
    String agent = row.agent();
    return cases.open(
        zone,
        new CaseDraft(
            change.matter(),
            change.enterprise(),
            null,
            row.authority(),
            row.outsideNumber(),
            agent == null ? Scope.current().who() : agent,
            row.acceptedOn()),
        on,
        false);
  }
}
