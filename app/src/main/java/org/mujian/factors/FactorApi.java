package org.mujian.factors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.units.Period;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Factor accounts and reservations for programs. */
@RestController
@RequestMapping("/api/v1/factors")
@Tag(name = "factors", description = "要素账户与预留 / factor accounts and reservations")
class FactorApi {

  private final FactorAccounts accounts;
  private final Factors factors;
  private final ApiZone zones;
  private final Idempotency idempotency;

  FactorApi(FactorAccounts accounts, Factors factors, ApiZone zones, Idempotency idempotency) {
    this.accounts = accounts;
    this.factors = factors;
    this.zones = zones;
    this.idempotency = idempotency;
  }

  /** An account with what it has in each period. */
  record AccountView(FactorAccount account, List<Balance> balances) {}

  record Wanted(
      @Nullable Long accountId,
      @Nullable String holder,
      @Nullable String holderName,
      @Nullable BigDecimal amount,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    FactorAsk ask() {
      return new FactorAsk(
          given(accountId, "accountId"),
          given(holder, "holder"),
          given(holderName, "holderName"),
          given(amount, "amount"),
          given(from, "from"),
          given(until, "until"));
    }
  }

  private static <T> T given(@Nullable T value, String field) {
    if (value == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "请求缺少 " + field);
    }
    return value;
  }

  /**
   * @param period 2026 or 2026-Q3
   * @param amount below zero takes away
   */
  record Supplied(@Nullable String period, @Nullable BigDecimal amount, @Nullable String why) {}

  @Operation(summary = "The factor accounts of a zone, with balances by year or quarter")
  @GetMapping("/accounts")
  List<AccountView> accounts(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String zone) {
    long in = seen(request, zone);
    var balances = accounts.balances(in);
    return accounts.list(in).stream()
        .map(a -> new AccountView(a, balances.getOrDefault(a.id(), List.of())))
        .toList();
  }

  record Opened(
      @Nullable String code,
      @Nullable String name,
      @Nullable String factor,
      @Nullable String unit,
      @Nullable String note) {}

  @Operation(
      summary = "Opens an account",
      description =
          "Land quota, energy, carbon, emission and money are budgets of a year; power, water,"
              + " sewage, heat and gas capacities of a quarter. 409 when the code is taken.")
  @PostMapping("/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  FactorAccount open(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestBody Opened body) {
    Account account = CurrentAccount.get(request);
    FactorRoles.toSupply(account);
    String factor = given(body.factor(), "factor");
    String code = given(body.code(), "code");
    if (!NewAccount.FACTORS.contains(factor) || !NewAccount.isCode(code)) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "factor「%s」须为 %s 之一；code「%s」须为小写字母、数字、点和短横"
              .formatted(factor, String.join("、", NewAccount.FACTORS), code));
    }
    return accounts.create(
        zones.of(account, zone),
        new FactorAccounts.New(
            code,
            given(body.name(), "name"),
            NewAccount.kind(factor),
            factor,
            given(body.unit(), "unit"),
            null,
            body.note() == null ? "" : body.note(),
            false));
  }

  @Operation(summary = "One factor account")
  @GetMapping("/accounts/{id}")
  AccountView account(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id) {
    long in = seen(request, zone);
    return new AccountView(accounts.get(in, id), accounts.listBalances(in, id));
  }

  @Operation(summary = "Supplies an account, by its document")
  @PostMapping("/accounts/{id}/supplies")
  AccountView supply(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable long id,
      @RequestBody Supplied supplied) {
    Account account = CurrentAccount.get(request);
    FactorRoles.toSupply(account);
    long in = zones.of(account, zone);
    Period period = FactorRoles.period(given(supplied.period(), "period"));
    BigDecimal amount = given(supplied.amount(), "amount");
    String why = given(supplied.why(), "why");
    idempotency.once(
        account,
        in,
        key,
        "POST factor supply " + id + supplied,
        () -> {
          factors.supply(in, id, period, amount, why);
          return id;
        });
    return new AccountView(accounts.get(in, id), accounts.listBalances(in, id));
  }

  @Operation(summary = "What a holder holds, or who holds something of an account")
  @GetMapping("/reservations")
  List<FactorReservation> reservations(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String holder,
      @RequestParam(required = false) @Nullable Long account) {
    long in = seen(request, zone);
    if (holder != null) {
      return factors.listHeldBy(in, holder);
    }
    if (account == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "请给出 holder 或 account 之一");
    }
    return factors.listHeld(in, accounts.get(in, account).id());
  }

  @Operation(
      summary = "Reserves an amount",
      description = "409 says what is left, who holds the rest and until when")
  @PostMapping("/reservations")
  ResponseEntity<FactorReservation> reserve(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Wanted wanted) {
    Account account = CurrentAccount.get(request);
    FactorRoles.toReserve(account);
    long in = zones.of(account, zone);
    FactorAsk ask = wanted.ask();
    long made =
        idempotency.once(
            account,
            in,
            key,
            "POST factor reservation " + ask,
            () -> factors.reserve(in, ask).id());
    return ResponseEntity.created(
            URI.create("/api/v1/factors/reservations?account=" + ask.accountId()))
        .body(factors.find(in, made).orElseThrow());
  }

  @Operation(summary = "Gives a reservation back")
  @DeleteMapping("/reservations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String zone,
      @PathVariable long id,
      @RequestParam(defaultValue = "释放") String why) {
    Account account = CurrentAccount.get(request);
    FactorRoles.toReserve(account);
    factors.release(zones.of(account, zone), id, why);
  }

  private long seen(HttpServletRequest request, @Nullable String zone) {
    Account account = CurrentAccount.get(request);
    FactorRoles.toSee(account);
    return zones.of(account, zone);
  }
}
