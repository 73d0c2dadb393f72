package org.mujian.projects;

import java.util.List;
import org.mujian.web.Page;

/** The factors a project may need, in the order in which forms ask for them. */
final class NeedWords {

  static final List<String> FACTORS =
      List.of("land", "power", "water", "sewage", "heat", "gas", "energy", "carbon");

  private NeedWords() {}

  static String of(Page page, Need need) {
    return name(page, need.factor())
        + " "
        + Amounts.plain(need.amount())
        + " "
        + unit(page, need.factor());
  }

  static String name(Page page, String factor) {
    return FACTORS.contains(factor) ? page.t("projects.factor." + factor) : factor;
  }

  static String unit(Page page, String factor) {
    return FACTORS.contains(factor) ? page.t("projects.factor." + factor + ".unit") : "";
  }
}
