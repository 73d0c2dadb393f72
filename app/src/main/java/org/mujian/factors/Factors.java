package org.mujian.factors;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mujian.factors.Ledger.Posting;
import org.mujian.factors.Ledger.Side;
import org.mujian.store.Changes;
import org.mujian.units.Period;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Supplies, reserves, commits and releases factors. Each method is one transaction, or part of its
 * caller's: whoever catches a {@link FactorRefused} must let the transaction roll back.
 */
@Component
@Transactional
public class Factors {

  private final FactorAccounts accounts;
  private final FactorReservations reservations;
  private final Ledger ledger;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Factors(
      FactorAccounts accounts,
      FactorReservations reservations,
      Ledger ledger,
      Changes changes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.reservations = reservations;
    this.ledger = ledger;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Adds to (or, below zero, takes from) what an account has in a period.
   *
   * @param period a year for a budget, a quarter for a capacity
   * @param why the document that says so
   */
  public void supply(long zone, long accountId, Period period, BigDecimal amount, String why) {
    FactorAccount account = accounts.get(zone, accountId);
    boolean fits =
        account.kind() == FactorAccount.Kind.BUDGET
            ? period instanceof Period.Year
            : period instanceof Period.Quarter;
    if (!fits || amount.signum() == 0 || why.isBlank()) {
      throw new FactorRefused(
          account.name() + "：预算按年、能力按季供给，数量不为 0，须写明依据",
          account.name() + ": supply by year or quarter, not 0, with its document");
    }
    long change = changes.join(zone, "供给 " + account.name() + "：" + why);
    boolean more = amount.signum() > 0;
    Posting posting =
        more
            ? new Posting("supply", Side.SOURCE, Side.FREE, amount, null, change, why)
            : new Posting("withdrawal", Side.FREE, Side.SOURCE, amount.negate(), null, change, why);
    if (!ledger.post(account, period.toString(), posting)) {
      throw Shortage.of(
          account,
          ledger.balance(account, period.toString()),
          amount.negate(),
          holders(account, period));
    }
  }

  /**
   * Reserves for one holder or throws, naming who holds what until when.
   *
   * @throws FactorRefused when an account has not enough in any of the periods
   */
  public FactorReservation reserve(long zone, FactorAsk ask) {
    return reserveAll(zone, List.of(ask)).getFirst();
  }

  /** Reserves all or none; accounts are taken in key order, so that two such calls never lock. */
  public List<FactorReservation> reserveAll(long zone, List<FactorAsk> asks) {
    asks.forEach(FactorAsk::check);
    List<FactorAsk> ordered =
        asks.stream().sorted(Comparator.comparingLong(FactorAsk::accountId)).toList();
    Map<FactorAsk, FactorReservation> made = new HashMap<>();
    for (FactorAsk ask : ordered) {
      made.put(ask, reserveOne(zone, ask));
    }
    return asks.stream().map(ask -> java.util.Objects.requireNonNull(made.get(ask))).toList();
  }

  private FactorReservation reserveOne(long zone, FactorAsk ask) {
    FactorAccount account = accounts.get(zone, ask.accountId());
    String why = "为「" + ask.holderName() + "」预留" + account.name();
    long change = changes.join(zone, why);
    FactorReservation reservation = reservations.add(account, ask);
    take(account, reservation, account.periods(ask.from(), ask.until()), change, why);
    events.publishEvent(
        new FactorReserved(zone, reservation.id(), account.id(), reservation.holder()));
    return reservation;
  }

  private void take(
      FactorAccount account,
      FactorReservation reservation,
      List<Period> periods,
      long change,
      String why) {
    for (Period period : periods) {
      Posting posting =
          new Posting(
              "reservation",
              Side.FREE,
              Side.RESERVED,
              reservation.amount(),
              reservation.id(),
              change,
              why);
      if (!ledger.post(account, period.toString(), posting)) {
        throw Shortage.of(
            account,
            ledger.balance(account, period.toString()),
            reservation.amount(),
            holders(account, period).stream().filter(h -> h.id() != reservation.id()).toList());
      }
    }
  }

  private List<FactorReservation> holders(FactorAccount account, Period period) {
    return reservations.listHeld(account.zoneId(), account.id()).stream()
        .filter(held -> account.periods(held.from(), held.until()).contains(period))
        .toList();
  }

  /** Keeps a reservation longer; of a capacity the further quarters are taken too. */
  public FactorReservation extend(long zone, long id, LocalDate until) {
    FactorReservation held = reservations.lock(zone, id);
    requireHeld(held);
    if (!until.isAfter(held.until())) {
      throw new FactorRefused(
          "新期限须晚于 " + held.until(), "The new date must be after " + held.until());
    }
    FactorAccount account = accounts.get(zone, held.accountId());
    String why = "「" + held.holderName() + "」延期至 " + until;
    long change = changes.join(zone, why);
    List<Period> had = account.periods(held.from(), held.until());
    List<Period> further =
        account.periods(held.from(), until).stream().filter(p -> !had.contains(p)).toList();
    take(account, held, further, change, why);
    if (held.state() == FactorReservation.State.COMMITTED) {
      commit(account, held, further, change, why);
    }
    return reservations.setUntil(held, until);
  }

  /** Turns an intention into a firm use (contract signed, quota drawn): it lapses no more. */
  public FactorReservation commit(long zone, long id, String why) {
    FactorReservation held = reservations.lock(zone, id);
    if (held.state() != FactorReservation.State.RESERVED) {
      throw new FactorRefused(
          "预留 " + id + " 不在预留状态", "Reservation " + id + " is not in the state reserved");
    }
    FactorAccount account = accounts.get(zone, held.accountId());
    long change = changes.join(zone, "落实 " + account.name() + "：" + why);
    commit(account, held, account.periods(held.from(), held.until()), change, why);
    return reservations.setState(held, FactorReservation.State.COMMITTED);
  }

  private void commit(
      FactorAccount account,
      FactorReservation held,
      List<Period> periods,
      long change,
      String why) {
    for (Period period : periods) {
      ledger.post(
          account,
          period.toString(),
          new Posting(
              "commitment", Side.RESERVED, Side.COMMITTED, held.amount(), held.id(), change, why));
    }
  }

  /** Gives it back: of a budget all, of a capacity the quarters that are not over yet. */
  public void release(long zone, long id, String why) {
    FactorReservation held = reservations.lock(zone, id);
    requireHeld(held);
    FactorAccount account = accounts.get(zone, held.accountId());
    long change = changes.join(zone, "释放 " + account.name() + "：" + why);
    Side from = held.state() == FactorReservation.State.COMMITTED ? Side.COMMITTED : Side.RESERVED;
    for (Period period : account.periods(held.from(), held.until())) {
      if (account.kind() == FactorAccount.Kind.BUDGET || !period.end().isBefore(today())) {
        ledger.post(
            account,
            period.toString(),
            new Posting("release", from, Side.FREE, held.amount(), id, change, why));
      }
    }
    reservations.setState(held, FactorReservation.State.RELEASED);
    events.publishEvent(new FactorReleased(zone, id, account.id(), held.holder()));
  }

  public Optional<FactorReservation> find(long zone, long id) {
    return reservations.find(zone, id);
  }

  /** What a holder holds, newest first. */
  public List<FactorReservation> listHeldBy(long zone, String holder) {
    return reservations.listHeldBy(zone, holder);
  }

  /** Who holds something of an account, largest first. */
  public List<FactorReservation> listHeld(long zone, long accountId) {
    return reservations.listHeld(zone, accountId);
  }

  /** The newest lines of an account's ledger. */
  List<LedgerLine> listLedger(long zone, long accountId, int limit) {
    return ledger.list(zone, accountId, limit);
  }

  private void requireHeld(FactorReservation held) {
    if (held.state() == FactorReservation.State.RELEASED) {
      throw new FactorRefused(
          "预留 " + held.id() + " 已释放", "Reservation " + held.id() + " was given back");
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
  }
}
