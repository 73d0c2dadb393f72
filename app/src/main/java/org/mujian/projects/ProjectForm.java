package org.mujian.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;
import org.mujian.web.Page;

/** What was typed into a project's form, and what is wrong with it. Public for the template. */
public record ProjectForm(Map<String, String> typed, Map<String, String> errors) {

  static final List<String> FIELDS =
      List.of(
          "name", "code", "enterpriseName", "investment", "leader", "bureau", "content", "phaseOf");

  static ProjectForm empty() {
    return new ProjectForm(Map.of(), Map.of());
  }

  static ProjectForm of(Project project, List<Need> needs) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("name", project.name());
    typed.put("code", project.code() == null ? "" : project.code());
    typed.put("enterpriseName", project.enterpriseName());
    typed.put("investment", project.investment().wan().stripTrailingZeros().toPlainString());
    typed.put("leader", project.leader());
    typed.put("bureau", project.bureau());
    typed.put("content", project.content());
    typed.put("phaseOf", project.phaseOf() == null ? "" : project.phaseOf().toString());
    typed.put("version", String.valueOf(project.version()));
    for (Need need : needs) {
      typed.put("need-" + need.factor(), need.amount().toPlainString());
    }
    return new ProjectForm(typed, Map.of());
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  ProjectForm with(Map<String, String> errors) {
    return new ProjectForm(typed, errors);
  }

  /** What is wrong, in place; empty when all can be read. */
  Map<String, String> check(Page page) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (value("name").isBlank()) {
      errors.put("name", page.t("projects.form.name.missing"));
    }
    if (!value("code").isBlank() && !value("code").strip().matches(ProjectDraft.CODE_FORM)) {
      errors.put("code", page.t("projects.form.code.wrong", value("code")));
    }
    if (Amounts.readWan(value("investment")).isEmpty()) {
      errors.put("investment", page.t("projects.form.investment.wrong", value("investment")));
    }
    for (String factor : NeedWords.FACTORS) {
      if (!value("need-" + factor).isBlank() && need(factor).isEmpty()) {
        errors.put(
            "need-" + factor,
            page.t(
                "projects.form.need.wrong", NeedWords.name(page, factor), value("need-" + factor)));
      }
    }
    return errors;
  }

  ProjectDraft draft(@Nullable Long enterpriseId) {
    return new ProjectDraft(
        value("code"),
        value("name"),
        enterpriseId,
        value("enterpriseName"),
        value("content"),
        Amounts.readWan(value("investment")).orElse(Money.ZERO),
        value("leader"),
        value("bureau"),
        value("phaseOf").matches("\\d{1,18}") ? Long.valueOf(value("phaseOf")) : null);
  }

  List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    for (String factor : NeedWords.FACTORS) {
      need(factor).ifPresent(needs::add);
    }
    return needs;
  }

  private Optional<Need> need(String factor) {
    String text = value("need-" + factor).replaceAll("[,，\\s]", "");
    if (!text.matches("\\d{1,9}(\\.\\d{1,4})?")) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(text);
    return amount.signum() > 0 ? Optional.of(new Need(factor, amount)) : Optional.empty();
  }
}
