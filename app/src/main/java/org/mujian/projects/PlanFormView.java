package org.mujian.projects;

import java.util.List;
import java.util.Map;

/** The form of a new plan. */
public record PlanFormView(
    Map<String, String> typed,
    String refused,
    String follows,
    List<ProjectView.Choice> quarters,
    List<ProjectView.Choice> objectives,
    List<Supply> supplies,
    List<Delay> works,
    List<ProjectView.Choice> projects,
    List<String> kinds,
    List<FactorPlanView.Named> weights) {

  /** A factor of which more, less or later may be assumed. */
  public record Supply(String factor, String name, String unit, String now) {}

  /** A work that may come later. */
  public record Delay(String number, String name, String forecast) {}

  /** How many rows of a rule are shown. */
  public int rows(String row) {
    return RuleRows.shown(typed, row);
  }

  public boolean ruled() {
    return PlanFormView.RULES.stream().anyMatch(row -> rows(row) > RuleRows.shown(Map.of(), row));
  }

  private static final List<String> RULES = List.of("pair", "kind", "least", "part");

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean is(String field, String value) {
    return value(field).equals(value);
  }
}
