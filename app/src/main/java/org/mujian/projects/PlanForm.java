package org.mujian.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Scenario;
import org.mujian.projects.plan.HandOn;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.projects.plan.WhatIf;

/**
 * What is typed for a plan, and back: {@code more-power}, {@code later-power}, {@code work-GC-01}.
 */
final class PlanForm {

  private static final String NUMBER = "-?\\d{1,9}(\\.\\d{1,4})?";

  private PlanForm() {}

  static PlanAsk read(Map<String, String> typed) {
    List<Objective> objectives = new ArrayList<>();
    for (int k = 1; k <= PlanAsk.OFFERED.size(); k++) {
      String chosen = typed.getOrDefault("objective" + k, "");
      PlanAsk.OFFERED.stream()
          .filter(objective -> objective.name().equals(chosen))
          .forEach(objectives::add);
    }
    return new PlanAsk(
        typed.getOrDefault("name", ""),
        whole(typed, "quarters", PlanAsk.USUAL_QUARTERS),
        objectives,
        whole(typed, "seconds", PlanAsk.USUAL_SECONDS),
        whole(typed, "seed", 1),
        whatIfs(typed),
        hands(typed),
        RuleRows.pairs(typed, "together"),
        RuleRows.pairs(typed, "apart"),
        RuleRows.read(typed));
  }

  private static List<WhatIf> whatIfs(Map<String, String> typed) {
    List<WhatIf> whatIfs = new ArrayList<>();
    typed.forEach(
        (field, value) -> {
          String text = value.replaceAll("[,，\\s]", "");
          if (text.isEmpty() || text.equals("0") && !field.equals("parcels-out")) {
            return;
          }
          if (field.startsWith("more-")) {
            String factor = field.substring(5);
            if (!text.matches(NUMBER)) {
              throw new PlanRefused(
                  "「" + value + "」不是数量：应如 40 或 -2.5",
                  "'" + value + "' is no amount, such as 40 or -2.5");
            }
            whatIfs.add(
                new WhatIf(
                    WhatIf.Kind.SUPPLY_MORE,
                    factor,
                    new BigDecimal(text),
                    whole(typed, "from-" + factor, 0)));
          } else if (field.startsWith("later-")) {
            whatIfs.add(
                later(WhatIf.Kind.SUPPLY_LATER, field.substring(6), whole(typed, field, 0)));
          } else if (field.startsWith("work-")) {
            whatIfs.add(later(WhatIf.Kind.WORK_LATER, field.substring(5), whole(typed, field, 0)));
          }
        });
    for (String number : typed.getOrDefault("parcels-out", "").split("[,，、\\s]+")) {
      if (!number.isBlank()) {
        whatIfs.add(new WhatIf(WhatIf.Kind.PARCEL_OUT, number, BigDecimal.ZERO, 0));
      }
    }
    return whatIfs;
  }

  private static WhatIf later(WhatIf.Kind kind, String target, int quarters) {
    return new WhatIf(kind, target, BigDecimal.ZERO, quarters);
  }

  static List<HandOn> hands(Map<String, String> typed) {
    List<HandOn> hands = new ArrayList<>();
    typed.forEach(
        (field, value) -> {
          if (field.matches("hand-\\d{1,18}") && value.matches("pinned|forbidden")) {
            String parcel = typed.getOrDefault("parcel-" + field.substring(5), "").strip();
            boolean pinned = value.equals("pinned");
            hands.add(
                new HandOn(
                    Long.parseLong(field.substring(5)),
                    pinned ? Scenario.Hand.PINNED : Scenario.Hand.FORBIDDEN,
                    pinned && !parcel.isEmpty() ? parcel : null));
          }
        });
    return hands;
  }

  static int whole(Map<String, String> typed, String field, int usual) {
    String text = typed.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("\\d{1,6}")) {
      throw new PlanRefused("「" + text + "」应为整数", "'" + text + "' must be a whole number");
    }
    return Integer.parseInt(text);
  }

  /** As it would have been typed. */
  static Map<String, String> typed(PlanAsk ask) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("name", ask.name());
    typed.put("quarters", String.valueOf(ask.quarters()));
    typed.put("seconds", String.valueOf(ask.seconds()));
    typed.put("seed", String.valueOf(ask.seed()));
    for (int k = 0; k < ask.objectives().size(); k++) {
      typed.put("objective" + (k + 1), ask.objectives().get(k).name());
    }
    List<String> out = new ArrayList<>();
    for (WhatIf whatIf : ask.whatIfs()) {
      String quarters = String.valueOf(whatIf.quarters());
      switch (whatIf.kind()) {
        case SUPPLY_MORE -> {
          typed.put("more-" + whatIf.target(), whatIf.amount().toPlainString());
          typed.put("from-" + whatIf.target(), quarters);
        }
        case SUPPLY_LATER -> typed.put("later-" + whatIf.target(), quarters);
        case WORK_LATER -> typed.put("work-" + whatIf.target(), quarters);
        case PARCEL_OUT -> out.add(whatIf.target());
      }
    }
    typed.put("parcels-out", String.join("、", out));
    RuleRows.typed(ask, typed);
    for (HandOn hand : ask.hands()) {
      typed.put("hand-" + hand.project(), hand.hand().name().toLowerCase(java.util.Locale.ROOT));
      typed.put("parcel-" + hand.project(), Objects.toString(hand.parcel(), ""));
    }
    return typed;
  }
}
