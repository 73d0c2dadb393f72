package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Scenario;
import org.mujian.factors.FactorAsk;
import org.mujian.factors.Factors;
import org.mujian.land.ParcelReservation;
import org.mujian.land.Reservations;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.Question;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adopts a plan: every parcel (意向预留) and every share of a factor is reserved, or nothing is. What
 * the plan's own projects held as intentions is planned anew. Parcels are taken in the order of
 * their ids, then accounts in theirs, as all who reserve do, so that two never wait for each other.
 */
@Component
@Transactional
class Adoption {

  private final FactorPlans plans;
  private final SupplyReading supplies;
  private final Reservations reservations;
  private final Factors factors;
  private final Today today;

  Adoption(
      FactorPlans plans,
      SupplyReading supplies,
      Reservations reservations,
      Factors factors,
      Today today) {
    this.plans = plans;
    this.supplies = supplies;
    this.reservations = reservations;
    this.factors = factors;
    this.today = today;
  }

  /** A project that the plan takes in. */
  private record In(
      Question.Asking project,
      List<Question.Piece> lots,
      int step,
      LocalDate from,
      LocalDate until) {
    String holder() {
      return Holding.holder(Long.parseLong(project.id()));
    }
  }

  /**
   * @throws org.mujian.land.LandRefused naming who holds a parcel and until when
   * @throws org.mujian.factors.FactorRefused naming what is left and who holds the rest
   * @throws ProjectRefused when there is nothing to adopt
   */
  void adopt(long zone, long id) {
    FactorPlan plan = plans.lock(zone, id);
    if (plan.status() != FactorPlan.Status.SOLVED) {
      throw new ProjectRefused("「" + plan.name() + "」不能采纳：它没有求得的方案，或已采纳");
    }
    Question question = PlanJson.question(plan.input());
    LocalDate until = question.quarters().getLast().last();
    if (until.isBefore(today.date())) {
      throw new ProjectRefused("「" + plan.name() + "」的方案期到 " + until + " 已过，请按现状重新优化");
    }
    Plan found =
        PlanJson.planned(java.util.Objects.requireNonNull(plan.result())).plan().orElseThrow();
    plans.setAdopted(plan);
    List<In> ins = ins(question, found, until);
    parcels(zone, plan, ins);
    shares(zone, plan, question, ins);
  }

  private List<In> ins(Question question, Plan plan, LocalDate until) {
    Map<String, List<Question.Piece>> lots = Packing.of(question, plan);
    List<In> ins = new ArrayList<>();
    plan.placed()
        .forEach(
            (id, spot) -> {
              Question.Asking project = question.project(id);
              LocalDate start = question.quarters().get(spot.start()).first();
              if (!project.started()) {
                ins.add(
                    new In(
                        project,
                        lots.getOrDefault(id, List.of()),
                        spot.step(),
                        start.isBefore(today.date()) ? today.date() : start,
                        until));
              }
            });
    return ins;
  }

  private void parcels(long zone, FactorPlan plan, List<In> ins) {
    TreeMap<Long, List<Runnable>> acts = new TreeMap<>();
    for (In in : ins) {
      Map<Long, ParcelReservation> held = new HashMap<>();
      reservations.listHeldBy(zone, in.holder()).forEach(r -> held.put(r.parcelId(), r));
      Set<Long> wanted = in.lots().stream().map(Question.Piece::id).collect(Collectors.toSet());
      held.forEach(
          (parcel, reservation) -> {
            if (!wanted.contains(parcel)) {
              acts.computeIfAbsent(parcel, p -> new ArrayList<>())
                  .addFirst(
                      () ->
                          reservations.release(
                              zone, reservation.id(), "方案「" + plan.name() + "」另选地块"));
            }
          });
      for (long parcel : wanted) {
        if (!held.containsKey(parcel)) {
          acts.computeIfAbsent(parcel, p -> new ArrayList<>())
              .addLast(() -> reservations.reserve(zone, ask(in, parcel)));
        }
      }
    }
    acts.values().forEach(of -> of.forEach(Runnable::run));
  }

  private Reservations.Ask ask(In in, long parcel) {
    return new Reservations.Ask(
        parcel,
        in.holder(),
        in.project().name(),
        in.project().chemical(),
        today.date(),
        in.until());
  }

  private void shares(long zone, FactorPlan plan, Question question, List<In> ins) {
    SupplyReading.Books books = supplies.read(zone, ZoneReading.quarters(today.date()));
    Set<Long> candidates =
        question.projects().stream()
            .map(project -> Long.parseLong(project.id()))
            .collect(Collectors.toSet());
    Shares shares = new Shares(books, today.date().getYear());
    List<SupplyReading.Hold> given =
        books.holds().stream()
            .filter(hold -> candidates.contains(hold.project()) && books.isIntention(hold))
            .toList();
    given.forEach(shares::giveBack);
    Map<String, Scenario.Project> asked =
        question.scenario().projects().stream()
            .collect(Collectors.toMap(Scenario.Project::id, p -> p));
    for (In in : ins) {
      Scenario.Project project = java.util.Objects.requireNonNull(asked.get(in.project().id()));
      project
          .needs(in.step())
          .forEach(
              (factor, need) ->
                  take(shares, in, factor, BigDecimal.valueOf(need, Question.DECIMALS)));
      BigDecimal quota =
          in.lots().stream().map(Question.Piece::quotaMu).reduce(BigDecimal.ZERO, BigDecimal::add);
      take(shares, in, "quota-new", quota);
    }
    for (long account : shares.accounts()) {
      given.stream()
          .filter(hold -> hold.account().id() == account)
          .forEach(
              hold ->
                  factors.release(zone, hold.reservation().id(), "按方案「" + plan.name() + "」重新预留"));
      shares.asks(account).forEach(ask -> factors.reserve(zone, ask));
    }
  }

  private static void take(Shares shares, In in, String factor, BigDecimal amount) {
    if (amount.signum() > 0) {
      shares.take(factor, amount, in.from(), in.until(), in.holder(), in.project().name());
    }
  }

  /** What adopting asks of the ledger, by account; the ledger itself has the last word. */
  private static final class Shares {
    private final SupplyReading.Books books;
    private final int year;
    private final Map<String, BigDecimal> free = new HashMap<>();
    private final TreeMap<Long, List<FactorAsk>> asks = new TreeMap<>();

    Shares(SupplyReading.Books books, int year) {
      this.books = books;
      this.year = year;
      books
          .balances()
          .forEach(
              (account, of) ->
                  of.forEach(
                      (period, balance) -> free.put(account + " " + period, balance.free())));
    }

    Set<Long> accounts() {
      return asks.keySet();
    }

    List<FactorAsk> asks(long account) {
      return asks.getOrDefault(account, List.of());
    }

    void giveBack(SupplyReading.Hold hold) {
      var reservation = hold.reservation();
      asks.computeIfAbsent(hold.account().id(), a -> new ArrayList<>());
      hold.account()
          .periods(reservation.from(), reservation.until())
          .forEach(
              period ->
                  free.merge(
                      hold.account().id() + " " + period, reservation.amount(), BigDecimal::add));
    }

    /** From the first account that has it; of a budget from the earliest year. */
    void take(
        String factor,
        BigDecimal amount,
        LocalDate from,
        LocalDate until,
        String holder,
        String name) {
      BigDecimal left = amount;
      var accounts = books.accounts(factor);
      for (var account : accounts) {
        boolean budget = account.kind() == org.mujian.factors.FactorAccount.Kind.BUDGET;
        for (int y = budget ? year : from.getYear(); y <= from.getYear(); y++) {
          LocalDate first = y == from.getYear() ? from : LocalDate.of(y, 12, 31);
          BigDecimal part = left.min(free(account, first, until));
          left = left.subtract(ask(account, part, first, until, holder, name));
        }
      }
      if (left.signum() > 0 && !accounts.isEmpty()) {
        ask(accounts.getFirst(), left, from, until, holder, name); // the ledger says who has it
      }
    }

    private BigDecimal free(
        org.mujian.factors.FactorAccount account, LocalDate from, LocalDate until) {
      return account.periods(from, until).stream()
          .map(period -> free.getOrDefault(account.id() + " " + period, BigDecimal.ZERO))
          .reduce(BigDecimal::min)
          .orElse(BigDecimal.ZERO);
    }

    private BigDecimal ask(
        org.mujian.factors.FactorAccount account,
        BigDecimal amount,
        LocalDate from,
        LocalDate until,
        String holder,
        String name) {
      if (amount.signum() <= 0) {
        return BigDecimal.ZERO;
      }
      asks.computeIfAbsent(account.id(), a -> new ArrayList<>())
          .add(new FactorAsk(account.id(), holder, name, amount, from, until));
      account
          .periods(from, until)
          .forEach(
              period -> free.merge(account.id() + " " + period, amount.negate(), BigDecimal::add));
      return amount;
    }
  }
}
