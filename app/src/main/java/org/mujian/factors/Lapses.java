package org.mujian.factors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives back what was reserved for a time that is over. */
@Component
class Lapses {

  private final Zones zones;
  private final Factors factors;
  private final FactorReservations reservations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Lapses(
      Zones zones,
      Factors factors,
      FactorReservations reservations,
      TransactionTemplate transaction,
      Clock clock) {
    this.zones = zones;
    this.factors = factors;
    this.reservations = reservations;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Shortly after midnight, and soon after a start that slept through it. */
  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  void releaseAll() {
    for (Zone zone : zones.listAll()) {
      Scope.ofProgram(zone.id())
          .run(() -> transaction.executeWithoutResult(status -> release(zone.id())));
    }
  }

  void release(long zone) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    for (FactorReservation lapsed : reservations.listLapsed(zone, today)) {
      factors.release(zone, lapsed.id(), "预留到 " + lapsed.until() + " 为止，已到期");
    }
  }
}
