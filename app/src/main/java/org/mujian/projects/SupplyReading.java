package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.factors.Balance;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.factors.FactorReservation;
import org.mujian.factors.Factors;
import org.mujian.projects.plan.ZoneState;
import org.springframework.stereotype.Component;

/** The factor ledger as plans read it: what is free, by quarter, and what projects hold of it. */
@Component
class SupplyReading {

  private final FactorAccounts accounts;
  private final Factors factors;

  SupplyReading(FactorAccounts accounts, Factors factors) {
    this.accounts = accounts;
    this.factors = factors;
  }

  /** An amount that a project holds of an account. */
  record Hold(long project, FactorAccount account, FactorReservation reservation) {}

  Books read(long zone, List<ZoneState.Quarter> quarters) {
    Map<String, List<FactorAccount>> byFactor = new TreeMap<>();
    Map<Long, Map<String, Balance>> balances = new HashMap<>();
    List<Hold> holds = new ArrayList<>();
    for (FactorAccount account : accounts.list(zone)) {
      // What belongs to one place is the connection's matter, not the zone's.
      if (account.place() == null) {
        byFactor.computeIfAbsent(account.factor(), f -> new ArrayList<>()).add(account);
        Map<String, Balance> of = new HashMap<>();
        accounts.listBalances(zone, account.id()).forEach(b -> of.put(b.period(), b));
        balances.put(account.id(), of);
        factors.listHeld(zone, account.id()).stream()
            .filter(held -> held.holder().matches("project:\\d{1,18}"))
            .forEach(
                held ->
                    holds.add(new Hold(Long.parseLong(held.holder().substring(8)), account, held)));
      }
    }
    return new Books(quarters, byFactor, balances, holds);
  }

  /** What was read. Accounts of one factor in different units are not added: the first counts. */
  record Books(
      List<ZoneState.Quarter> quarters,
      Map<String, List<FactorAccount>> byFactor,
      Map<Long, Map<String, Balance>> balances,
      List<Hold> holds) {

    boolean holdsAny(long project) {
      return holds.stream().anyMatch(hold -> hold.project() == project);
    }

    /** What the project still needs beside what is firmly its own, in the accounts' units. */
    Map<String, BigDecimal> open(long project, List<Need> asked) {
      Map<String, BigDecimal> open = new LinkedHashMap<>();
      for (Need need : asked) {
        if (!need.factor().equals("land")) {
          List<FactorAccount> of = accounts(need.factor());
          BigDecimal amount =
              of.isEmpty() ? need.amount() : HoldingPages.inUnitOf(of.getFirst(), need);
          BigDecimal left = amount.subtract(firm(project, need.factor())).max(BigDecimal.ZERO);
          open.put(need.factor(), left);
        }
      }
      return open;
    }

    private BigDecimal firm(long project, String factor) {
      return holds.stream()
          .filter(hold -> hold.project() == project && hold.account().factor().equals(factor))
          .filter(hold -> !isIntention(hold))
          .map(hold -> hold.reservation().amount())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** An intention of this year or later can be planned anew. */
    boolean isIntention(Hold hold) {
      return hold.reservation().state() == FactorReservation.State.RESERVED
          && (hold.account().kind() == FactorAccount.Kind.CAPACITY
              || hold.reservation().from().getYear() >= quarters.getFirst().first().getYear());
    }

    List<FactorAccount> accounts(String factor) {
      List<FactorAccount> of = byFactor.getOrDefault(factor, List.of());
      return of.stream()
          .filter(a -> a.unit().equals(of.getFirst().unit()) && a.kind() == of.getFirst().kind())
          .toList();
    }

    List<ZoneState.Supply> supplies(Set<Long> candidates) {
      return byFactor.keySet().stream()
          .map(
              factor -> {
                List<FactorAccount> of = accounts(factor);
                boolean budget = of.getFirst().kind() == FactorAccount.Kind.BUDGET;
                List<@Nullable BigDecimal> amounts = new ArrayList<>();
                for (ZoneState.Quarter quarter : quarters) {
                  amounts.add(
                      budget
                          ? released(of, quarter, candidates)
                          : standing(of, quarter, candidates));
                }
                return new ZoneState.Supply(
                    factor,
                    of.getFirst().name(),
                    of.getFirst().unit(),
                    budget,
                    of.stream().map(FactorAccount::id).toList(),
                    amounts);
              })
          .toList();
    }

    private @Nullable BigDecimal standing(
        List<FactorAccount> of, ZoneState.Quarter quarter, Set<Long> candidates) {
      BigDecimal sum = null;
      for (FactorAccount account : of) {
        Balance balance = balance(account, quarter.name());
        if (balance != null) {
          BigDecimal free =
              balance.free().add(held(account, candidates, quarter.first(), quarter.last()));
          sum = sum == null ? free : sum.add(free);
        }
      }
      return sum;
    }

    /** From this year's to that of the quarter, together: what one year left, the next may use. */
    private @Nullable BigDecimal released(
        List<FactorAccount> of, ZoneState.Quarter quarter, Set<Long> candidates) {
      BigDecimal sum = null;
      for (FactorAccount account : of) {
        for (int y = quarters.getFirst().first().getYear(); y <= quarter.first().getYear(); y++) {
          Balance balance = balance(account, String.valueOf(y));
          if (balance != null) {
            int year = y;
            BigDecimal own =
                holds.stream()
                    .filter(h -> isOf(h, account, candidates))
                    .filter(h -> h.reservation().from().getYear() == year)
                    .map(h -> h.reservation().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal free = balance.free().add(own);
            sum = sum == null ? free : sum.add(free);
          }
        }
      }
      return sum;
    }

    private @Nullable Balance balance(FactorAccount account, String period) {
      return java.util.Objects.requireNonNull(balances.get(account.id())).get(period);
    }

    private BigDecimal held(
        FactorAccount account, Set<Long> candidates, LocalDate first, LocalDate last) {
      return holds.stream()
          .filter(h -> isOf(h, account, candidates))
          .filter(
              h ->
                  !h.reservation().from().isAfter(last) && !h.reservation().until().isBefore(first))
          .map(h -> h.reservation().amount())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isOf(Hold hold, FactorAccount account, Set<Long> candidates) {
      return hold.account().id() == account.id()
          && candidates.contains(hold.project())
          && isIntention(hold);
    }
  }
}
