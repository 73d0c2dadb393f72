package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.factors.FactorAsk;
import org.mujian.factors.FactorReservation;
import org.mujian.factors.Factors;
import org.mujian.land.ParcelReservation;
import org.mujian.land.ParcelState;
import org.mujian.land.Parcels;
import org.mujian.land.Reservations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept for a project: a parcel (意向预留) and factors, through the faces of those rooms. */
@Component
@Transactional
class Holding {

  private final Projects projects;
  private final Parcels parcels;
  private final Reservations reservations;
  private final FactorAccounts accounts;
  private final Factors factors;

  Holding(
      Projects projects,
      Parcels parcels,
      Reservations reservations,
      FactorAccounts accounts,
      Factors factors) {
    this.projects = projects;
    this.parcels = parcels;
    this.reservations = reservations;
    this.accounts = accounts;
    this.factors = factors;
  }

  /**
   * What is asked for.
   *
   * @param parcel null: factors only
   */
  record Ask(
      @Nullable Long parcel,
      boolean chemical,
      LocalDate from,
      LocalDate until,
      List<Share> shares) {}

  /** An amount of an account, in the account's unit. */
  record Share(long account, BigDecimal amount) {}

  /** A parcel kept for the project. */
  record Ground(ParcelState parcel, ParcelReservation reservation) {}

  /** A share kept for the project. */
  record Kept(FactorAccount account, FactorReservation reservation) {}

  static String holder(long project) {
    return "project:" + project;
  }

  /**
   * Reserves the parcel and all shares, or nothing: a refusal of either room ends the transaction.
   *
   * @throws org.mujian.land.LandRefused naming who holds the parcel and until when
   * @throws org.mujian.factors.FactorRefused naming what is left and who holds the rest
   */
  void reserve(long zone, long id, Ask ask) {
    Project project = projects.get(zone, id);
    if (ask.parcel() == null && ask.shares().isEmpty()) {
      throw new ProjectRefused("请选地块，或填要预留的要素数量");
    }
    if (ask.parcel() != null) {
      reservations.reserve(
          zone,
          new Reservations.Ask(
              ask.parcel(), holder(id), project.name(), ask.chemical(), ask.from(), ask.until()));
    }
    factors.reserveAll(
        zone,
        ask.shares().stream()
            .map(
                share ->
                    new FactorAsk(
                        share.account(),
                        holder(id),
                        project.name(),
                        share.amount(),
                        ask.from(),
                        ask.until()))
            .toList());
  }

  List<Ground> grounds(long zone, long project) {
    return reservations.listHeldBy(zone, holder(project)).stream()
        .map(held -> new Ground(parcels.get(zone, held.parcelId()), held))
        .toList();
  }

  List<Kept> shares(long zone, long project) {
    return factors.listHeldBy(zone, holder(project)).stream()
        .filter(held -> held.state() != FactorReservation.State.RELEASED)
        .map(held -> new Kept(accounts.get(zone, held.accountId()), held))
        .toList();
  }

  /** Parcels nobody holds today, the soonest supplyable first. */
  List<ParcelState> free(long zone) {
    List<ParcelState> free =
        new ArrayList<>(
            parcels.list(zone).stream()
                .filter(state -> state.commitment() == org.mujian.land.Commitment.FREE)
                .toList());
    free.sort(
        java.util.Comparator.comparing(
            (ParcelState state) -> {
              LocalDate on = state.supplyable().on();
              return on == null ? LocalDate.MAX : on;
            }));
    return free;
  }

  List<FactorAccount> accounts(long zone) {
    return accounts.list(zone);
  }
}
