package org.mujian.enterprises;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;

/**
 * What somebody typed of an enterprise, and what is wrong with it. All as typed: nothing is lost
 * when it comes back.
 */
public record EnterpriseForm(Map<String, String> typed) {

  /** In the order of the form. */
  static final java.util.List<String> FIELDS =
      java.util.List.of(
          "name",
          "creditCode",
          "formerNames",
          "type",
          "industry",
          "registeredOn",
          "capital",
          "status",
          "city",
          "address",
          "scope");

  static EnterpriseForm of(Map<String, String> given) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      typed.put(field, given.getOrDefault(field, "").strip());
    }
    return new EnterpriseForm(typed);
  }

  static EnterpriseForm of(Enterprise e) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("name", e.name());
    typed.put("creditCode", text(e.creditCode()));
    typed.put("formerNames", String.join("；", e.formerNames()));
    typed.put("type", text(e.type()));
    typed.put("industry", text(e.industryCode()));
    typed.put("registeredOn", e.registeredOn() == null ? "" : e.registeredOn().toString());
    typed.put("capital", text(e.capitalText()));
    typed.put("status", text(e.status()));
    typed.put("city", text(e.city()));
    typed.put("address", text(e.address()));
    typed.put("scope", text(e.scope()));
    return new EnterpriseForm(typed);
  }

  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Field to what is wrong with it, in the page's language; empty when all is well. */
  Map<String, String> errors(Page page, Industries industries) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (Missing.is(get("name"))) {
      errors.put("name", page.t("enterprises.error.name"));
    }
    if (value("creditCode") != null) {
      CreditCode.findFault(CreditCode.fold(get("creditCode")))
          .ifPresent(
              fault ->
                  errors.put("creditCode", page.t("import.reason." + fault, get("creditCode"))));
    }
    if (value("industry") != null && industries.findCode(get("industry")).isEmpty()) {
      errors.put("industry", page.t("enterprises.error.industry", get("industry")));
    }
    if (value("registeredOn") != null && Dates.read(get("registeredOn")).isEmpty()) {
      errors.put("registeredOn", page.t("import.reason.date-unreadable", get("registeredOn")));
    }
    if (value("capital") != null && Capital.readWan(get("capital")).isEmpty()) {
      errors.put("capital", page.t("enterprises.error.capital", get("capital")));
    }
    return errors;
  }

  /**
   * @param before what was there, for what the form does not ask
   */
  Draft draft(Industries industries, @Nullable Enterprise before, String source) {
    String capital = value("capital");
    String industry = value("industry");
    String date = value("registeredOn");
    return new Draft(
        value("creditCode"),
        get("name"),
        EnterpriseImport.formerNames(value("formerNames")),
        value("type"),
        industry == null ? null : industries.findCode(industry).orElse(null),
        null,
        before == null ? null : before.province(),
        value("city"),
        capital == null || Capital.read(capital).isPresent() ? capital : capital + "万元",
        date == null ? null : Dates.read(date).map(LocalDate::from).orElse(null),
        value("address"),
        value("scope"),
        value("status"),
        source,
        before != null && before.sample());
  }

  private @Nullable String value(String field) {
    return Missing.is(get(field)) ? null : get(field);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
