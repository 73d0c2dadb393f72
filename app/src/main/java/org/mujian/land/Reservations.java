package org.mujian.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mujian.store.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 意向预留 of whole parcels, for a period, never twice: the database excludes it piece by piece and day
 * by day. Each method is one transaction, or part of its caller's.
 */
@Component
@Transactional
public class Reservations {

  private static final int LONGEST_YEARS = 3;

  private final ParcelRows parcels;
  private final ReservationRows rows;
  private final States states;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate savepoint;

  Reservations(
      ParcelRows parcels,
      ReservationRows rows,
      States states,
      Changes changes,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.parcels = parcels;
    this.rows = rows;
    this.states = states;
    this.changes = changes;
    this.events = events;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * What is asked for.
   *
   * @param holder opaque: a kind, a colon, an id
   * @param chemical whether it is for a chemical project
   */
  public record Ask(
      long parcelId,
      String holder,
      String holderName,
      boolean chemical,
      LocalDate from,
      LocalDate until) {}

  /**
   * @throws LandRefused when it is held for any of the days, naming holder and period; when it is
   *     listed or more; when it is for a chemical project and the park is not known to be
   *     recognised
   */
  public ParcelReservation reserve(long zone, Ask ask) {
    check(ask);
    Parcel parcel = parcels.lock(zone, ask.parcelId());
    requireWhole(parcel);
    requireUncommitted(parcel);
    requireRecognition(parcel, ask.chemical());
    changes.join(zone, "为「" + ask.holderName() + "」意向预留地块 " + parcel.number());
    ParcelReservation made =
        orConflict(parcel, ask.from(), ask.until(), -1, () -> rows.add(parcel, ask));
    events.publishEvent(new ParcelReserved(zone, made.id(), parcel.id(), made.holder()));
    return made;
  }

  /** Keeps it longer, or gives up its last days. */
  public ParcelReservation extend(long zone, long id, LocalDate until) {
    ParcelReservation held = rows.lock(zone, id);
    requireActive(held);
    check(new Ask(held.parcelId(), held.holder(), held.holderName(), false, held.from(), until));
    Parcel parcel = parcels.lock(zone, held.parcelId());
    changes.join(zone, "地块 " + parcel.number() + " 意向预留改至 " + until);
    return orConflict(
        parcel, held.from(), until, id, () -> rows.setPeriod(held, held.from(), until));
  }

  public void release(long zone, long id, String why) {
    ParcelReservation held = rows.lock(zone, id);
    requireActive(held);
    Parcel parcel = parcels.find(zone, held.parcelId()).orElseThrow();
    changes.join(zone, "释放地块 " + parcel.number() + " 的意向预留：" + why);
    end(held, why);
  }

  /** Ends it in a transaction whose change is open. */
  void end(ParcelReservation held, String why) {
    rows.end(held, why);
    events.publishEvent(
        new ParcelReleased(held.zoneId(), held.id(), held.parcelId(), held.holder(), why));
  }

  public Optional<ParcelReservation> find(long zone, long id) {
    return rows.find(zone, id);
  }

  /** Active ones of a holder, newest first. */
  public List<ParcelReservation> listHeldBy(long zone, String holder) {
    return rows.listHeldBy(zone, holder);
  }

  /** All that a parcel ever had, newest first. */
  public List<ParcelReservation> listOf(long zone, long parcelId) {
    return rows.listOf(zone, parcelId);
  }

  private static void check(Ask ask) {
    if (!ask.holder().matches("[a-z]+:\\S+") || ask.holderName().isBlank()) {
      throw new LandRefused(
          "预留人须写明，例如 project:123 与它的名称", "Name the holder, for example project:123, and its name");
    }
    if (ask.until().isBefore(ask.from())
        || ask.until().isAfter(ask.from().plusYears(LONGEST_YEARS))) {
      throw new LandRefused(
          "预留期限不对：自 " + ask.from() + " 至 " + ask.until() + "，至多 " + LONGEST_YEARS + " 年",
          "The period is wrong: " + ask.from() + " to " + ask.until() + ", at most 3 years");
    }
  }

  private static void requireActive(ParcelReservation held) {
    if (!held.active()) {
      throw new LandRefused(
          "意向预留 " + held.id() + " 已结束：" + held.endedWhy(),
          "Reservation " + held.id() + " has ended: " + held.endedWhy());
    }
  }

  private static void requireWhole(Parcel parcel) {
    if (parcel.retired()) {
      throw new LandRefused(
          "地块 " + parcel.number() + " 已分割；请预留分割后的地块",
          "Parcel " + parcel.number() + " was split: reserve one of its parts");
    }
  }

  private void requireUncommitted(Parcel parcel) {
    Commitment firm = states.firmCommitment(parcel);
    if (firm != Commitment.FREE) {
      throw new LandRefused(
          "地块 " + parcel.number() + " 已进入" + states.word(firm, false) + "，不能再意向预留；请另选地块",
          "Parcel " + parcel.number() + " is " + states.word(firm, true) + ": choose another");
    }
  }

  private void requireRecognition(Parcel parcel, boolean chemical) {
    if ((chemical || parcel.chemical()) && !states.chemicalAllowed(parcel.zoneId())) {
      throw new LandRefused(
          "地块 " + parcel.number() + " 不可落地：园区认定未录入或未通过；化工项目须先录入化工园区认定文件",
          "Parcel "
              + parcel.number()
              + ": no chemical project, the park's recognition is unknown or refused; enter it"
              + " first");
    }
  }

  private ParcelReservation orConflict(
      Parcel parcel,
      LocalDate from,
      LocalDate until,
      long but,
      java.util.function.Supplier<ParcelReservation> write) {
    try {
      return java.util.Objects.requireNonNull(savepoint.execute(status -> write.get()));
    } catch (DataIntegrityViolationException e) {
      if (!String.valueOf(e.getMessage()).contains("piece_never_promised_twice")) {
        throw e;
      }
      throw conflict(parcel, rows.listOverlapping(parcel, from, until, but));
    }
  }

  private static LandRefused conflict(Parcel parcel, List<ParcelReservation> held) {
    return new LandRefused(
        "地块 "
            + parcel.number()
            + held.stream()
                .map(r -> " 已由「" + r.holderName() + "」意向预留（" + r.from() + " 至 " + r.until() + "）")
                .collect(Collectors.joining("，"))
            + "；可等其到期或释放，或另选地块",
        "Parcel "
            + parcel.number()
            + held.stream()
                .map(
                    r ->
                        " is reserved for "
                            + r.holderName()
                            + " from "
                            + r.from()
                            + " until "
                            + r.until())
                .collect(Collectors.joining(","))
            + ": wait, or choose another");
  }
}
