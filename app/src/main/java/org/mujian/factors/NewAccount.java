package org.mujian.factors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;

/** What is typed for a new account: the factor says whether it is spent by year or by quarter. */
final class NewAccount {

  static final List<String> FACTORS =
      List.of(
          "quota-new",
          "quota-balance",
          "quota-linkage",
          "quota-stock",
          "energy",
          "carbon",
          "emission",
          "money",
          "power",
          "water",
          "sewage",
          "heat",
          "gas");

  private static final Set<String> CAPACITIES = Set.of("power", "water", "sewage", "heat", "gas");

  private NewAccount() {}

  /** As the database has it: lower-case letters, digits, dots and hyphens. */
  static boolean isCode(String code) {
    return code.matches("[a-z0-9][a-z0-9.-]{0,39}");
  }

  static FactorAccount.Kind kind(String factor) {
    return CAPACITIES.contains(factor) ? FactorAccount.Kind.CAPACITY : FactorAccount.Kind.BUDGET;
  }

  /**
   * @param errors filled by field
   * @return null when something is wrong
   */
  static FactorAccounts.@Nullable New read(
      Page page, Map<String, String> typed, Map<String, String> errors) {
    String code = typed.getOrDefault("code", "").strip();
    String name = typed.getOrDefault("name", "").strip();
    String unit = typed.getOrDefault("unit", "").strip();
    String factor = typed.getOrDefault("factor", "");
    if (!isCode(code)) {
      errors.put("code", page.t("factors.new.code.wrong", code));
    }
    if (name.isEmpty() || name.length() > 60) {
      errors.put("name", page.t("factors.new.name.wrong"));
    }
    if (unit.isEmpty() || unit.length() > 20) {
      errors.put("unit", page.t("factors.new.unit.wrong"));
    }
    if (!FACTORS.contains(factor)) {
      errors.put("factor", page.t("factors.new.factor.wrong", factor));
    }
    return errors.isEmpty()
        ? new FactorAccounts.New(
            code,
            name,
            kind(factor),
            factor,
            unit,
            null,
            typed.getOrDefault("note", "").strip(),
            false)
        : null;
  }
}
