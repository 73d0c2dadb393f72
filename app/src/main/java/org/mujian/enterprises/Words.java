package org.mujian.enterprises;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;
import org.mujian.zone.Divisions;
import org.springframework.stereotype.Component;

/** Enterprises in the words of pages and files. */
@Component
class Words {

  private final Divisions divisions;
  private final Industries industries;

  Words(Divisions divisions, Industries industries) {
    this.divisions = divisions;
    this.industries = industries;
  }

  EnterpriseLine line(Enterprise e, boolean member) {
    return new EnterpriseLine(
        e.id(),
        e.name(),
        text(e.creditCode()),
        industry(e.industryCode()),
        place(e),
        capital(e),
        e.registeredOn() == null ? "" : e.registeredOn().toString(),
        text(e.status()),
        light(e.status()),
        e.sample(),
        member,
        !e.isShared());
  }

  String industry(@Nullable String code) {
    return code == null ? "" : industries.findName(code).orElse(code);
  }

  /** City and county: the province goes without saying in a list. */
  private String place(Enterprise e) {
    if (e.division() == null) {
      return text(e.city());
    }
    String name = divisions.nameOf(e.division());
    String province =
        divisions.find(e.division().substring(0, 2) + "0000").map(d -> d.name()).orElse("");
    return name.length() > province.length() && name.startsWith(province)
        ? name.substring(province.length())
        : name;
  }

  static String capital(Enterprise e) {
    if (e.capital() == null) {
      return "";
    }
    String wan = wan(e.capital());
    return "CNY".equals(e.capitalCurrency()) ? wan : wan + " " + e.capitalCurrency();
  }

  static String wan(java.math.BigDecimal amount) {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount.movePointLeft(4));
  }

  /** From what the register says: running, on its way out, gone. */
  static @Nullable Light light(@Nullable String status) {
    if (status == null) {
      return null;
    }
    if (status.matches(".*(注销|吊销|撤销|解散|破产).*")) {
      return new Light(Light.State.BAD, status);
    }
    if (status.matches(".*(迁出|清算|停业|歇业|异常).*")) {
      return new Light(Light.State.WARN, status);
    }
    return status.matches(".*(存续|在营|开业|在业|在册|登记成立|正常).*")
        ? new Light(Light.State.OK, status)
        : null;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
