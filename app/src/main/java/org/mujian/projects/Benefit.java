package org.mujian.projects;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.ZoneState;
import org.mujian.units.Money;

/**
 * What is known of a project that only plans ask for.
 *
 * @param chemical null when nobody has said
 * @param output a year at full production; null when unknown
 * @param tax a year at full production; null when unknown
 * @param link the missing link of a chain that it fills; may be empty
 * @param kind as its neighbours see it (邻里类别), such as 危化品 or 食品; empty when nobody has said
 */
public record Benefit(
    @Nullable Boolean chemical,
    ZoneState.Use use,
    @Nullable Money output,
    @Nullable Money tax,
    @Nullable Integer jobs,
    String link,
    String kind) {

  static final Benefit UNKNOWN =
      new Benefit(null, ZoneState.Use.INDUSTRY, null, null, null, "", "");

  static @Nullable BigDecimal yuan(@Nullable Money money) {
    return money == null ? null : money.yuan();
  }
}
