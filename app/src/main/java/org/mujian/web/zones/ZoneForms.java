package org.mujian.web.zones;

import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.zone.Divisions;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.mujian.zone.ZoneFacts;
import org.springframework.stereotype.Component;

/** What the forms about zones have in common. */
@Component
class ZoneForms {

  private final Dossiers dossiers;
  private final Divisions divisions;

  ZoneForms(Dossiers dossiers, Divisions divisions) {
    this.dossiers = dossiers;
    this.divisions = divisions;
  }

  /** The facts as typed; null, with errors in the form, when they cannot be. */
  @Nullable ZoneFacts facts(Page page, Form form, String code) {
    required(page, form, "name");
    required(page, form, "shortName");
    if (!code.matches("[a-z][a-z0-9-]{1,30}")) {
      form.wrong("code", page.t("zones.code.wrong", code));
    }
    if (divisions.find(form.get("division")).isEmpty()) {
      form.wrong("division", page.t("zones.division.wrong", form.get("division")));
    }
    int meridian = meridian(page, form);
    return form.holds()
        ? new ZoneFacts(
            code,
            form.get("name"),
            form.get("shortName"),
            form.get("operator"),
            form.get("division"),
            meridian)
        : null;
  }

  private static void required(Page page, Form form, String field) {
    if (form.get(field).isEmpty()) {
      form.wrong(field, page.t("zones.required", page.t("zones." + field)));
    }
  }

  private static int meridian(Page page, Form form) {
    String wrong = page.t("zones.meridian.wrong", form.get("meridian"));
    int meridian = form.number("meridian", wrong);
    try {
      return Projection.of(meridian).centralMeridian();
    } catch (IllegalArgumentException e) {
      form.wrong("meridian", wrong);
      return 0;
    }
  }

  int year(Page page, Form form, String field) {
    String wrong = page.t("zones.year.wrong", form.get(field));
    int year = form.number(field, wrong);
    if (year < 2000 || year > 2100) {
      form.wrong(field, wrong);
    }
    return year;
  }

  /** Keeps what was typed, says what happened, and lets a second click overwrite knowingly. */
  void changedMeanwhile(Page page, Form form, Zone zone) {
    form.wrong("version", page.t("zones.changed"));
    form.values().set("version", String.valueOf(dossiers.get(zone).profile().version()));
  }

  /** 辽宁省盘锦市盘山县 211122. */
  String divisionName(String code) {
    return divisions.find(code).isPresent() ? divisions.nameOf(code) + " " + code : code;
  }
}
