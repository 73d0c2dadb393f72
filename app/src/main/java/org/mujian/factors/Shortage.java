package org.mujian.factors;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says that an account has not enough, and who holds what until when. */
final class Shortage {

  private static final int HOLDERS_NAMED = 3;

  private Shortage() {}

  static FactorRefused of(
      FactorAccount account, Balance balance, BigDecimal wanted, List<FactorReservation> holders) {
    String have = plain(balance.free()) + " " + account.unit();
    String need = plain(wanted) + " " + account.unit();
    return new FactorRefused(
        "%s %s 余额 %s 低于需求 %s".formatted(account.name(), balance.period(), have, need)
            + named(
                holders,
                h -> "；「" + h.holderName() + "」占用 " + plain(h.amount()) + " 至 " + h.until())
            + more(holders, "；另有 ", " 家占用"),
        "%s %s: %s left, %s wanted".formatted(account.name(), balance.period(), have, need)
            + named(
                holders,
                h -> "; " + h.holderName() + " holds " + plain(h.amount()) + " until " + h.until())
            + more(holders, "; and ", " more"));
  }

  private static String named(
      List<FactorReservation> holders, Function<FactorReservation, String> text) {
    return holders.stream().limit(HOLDERS_NAMED).map(text).collect(Collectors.joining());
  }

  private static String more(List<FactorReservation> holders, String before, String after) {
    int others = holders.size() - HOLDERS_NAMED;
    return others > 0 ? before + others + after : "";
  }

  static String plain(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
