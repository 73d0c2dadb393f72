package org.mujian.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.zone.Zone;

/**
 * What every template knows: who looks, at which zone, in which language.
 *
 * @param zone null on the pages outside a zone (sign-in, choice of zone, province)
 * @param zones those the account may enter
 * @param path of the request, to mark the menu
 * @param address path and query of the request, to return to
 * @param today in Asia/Shanghai
 * @param theme {@code light}, {@code dark} or {@code auto}
 */
public record Page(
    Texts texts,
    Language language,
    @Nullable Account account,
    @Nullable Zone zone,
    List<Zone> zones,
    String path,
    String address,
    LocalDate today,
    String theme,
    String csrfName,
    String csrfToken) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(PageAdvice.SHANGHAI);

  /** The text of {@code key} in the page's language. */
  public String t(String key, Object... values) {
    return texts.get(language, key, values);
  }

  /** The address of a page of this zone, for example {@code in("enterprises")}. */
  public String in(String rest) {
    return "/z/"
        + java.util.Objects.requireNonNull(zone, "page outside a zone").code()
        + "/"
        + rest;
  }

  /** Whether the menu entry of {@code rest} is the one being looked at. */
  public boolean isAt(String rest) {
    return zone != null && (path.equals(in(rest)) || path.startsWith(in(rest) + "/"));
  }

  /** A number as the page's language groups it, with the digits it has. */
  public String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(Math.max(0, value.stripTrailingZeros().scale()));
    return format.format(value);
  }

  /** A number in a column: all with the same digits, so that they can be compared at a glance. */
  public String number(BigDecimal value, int digits) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(value);
  }

  /** Month, day, hour and minute in Asia/Shanghai: 11-24 08:05. */
  public String time(Instant instant) {
    return TIME.format(instant);
  }
}
