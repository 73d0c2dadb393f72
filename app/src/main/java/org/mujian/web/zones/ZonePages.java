package org.mujian.web.zones;

import java.util.Objects;
import org.mujian.web.Page;
import org.mujian.zone.Dossier;
import org.mujian.zone.DossierChanged;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Profile;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.mujian.zone.ZoneFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dossier of a zone (一园一档): what it is, and the form for its facts. */
@Controller
class ZonePages {

  private final Dossiers dossiers;
  private final ZoneForms forms;

  ZonePages(Dossiers dossiers, ZoneForms forms) {
    this.dossiers = dossiers;
    this.forms = forms;
  }

  @GetMapping("/z/{zone}/zone")
  String show(Page page, Model model) {
    Dossier dossier = dossiers.get(Objects.requireNonNull(page.zone()));
    model.addAttribute("dossier", dossier);
    model.addAttribute("division", forms.divisionName(dossier.zone().division()));
    model.addAttribute("projection", Projection.of(dossier.zone().centralMeridian()));
    model.addAttribute("mayEdit", Keepers.mayEdit(page));
    model.addAttribute("mayRemove", Keepers.mayCreate(page) && dossier.zone().sample());
    return "zones/show";
  }

  @GetMapping("/z/{zone}/zone/edit")
  String edit(Page page, Model model) {
    Keepers.checkEdit(page);
    model.addAttribute("form", Form.of(typed(dossiers.get(Objects.requireNonNull(page.zone())))));
    return "zones/edit";
  }

  private static MultiValueMap<String, String> typed(Dossier dossier) {
    var values = new LinkedMultiValueMap<String, String>();
    Zone zone = dossier.zone();
    values.add("name", zone.name());
    values.add("shortName", zone.shortName());
    values.add("operator", zone.operator());
    values.add("division", zone.division());
    values.add("meridian", String.valueOf(zone.centralMeridian()));
    Profile profile = dossier.profile();
    values.add("planYear", String.valueOf(profile.planYear()));
    values.add("committee", profile.committee());
    values.add("about", profile.about());
    values.add("goals", profile.goals());
    values.add("recognition", profile.recognition());
    values.add("version", String.valueOf(profile.version()));
    return values;
  }

  @PostMapping("/z/{zone}/zone/edit")
  String save(Page page, @RequestParam MultiValueMap<String, String> typed, Model model) {
    Keepers.checkEdit(page);
    Zone zone = Objects.requireNonNull(page.zone());
    Form form = Form.of(typed);
    ZoneFacts facts = forms.facts(page, form, zone.code());
    int year = forms.year(page, form, "planYear");
    int version = form.number("version", page.t("zones.version.lost"));
    if (form.holds() && facts != null) {
      try {
        dossiers.change(zone, facts, profile(form, year, version));
        return "redirect:" + page.in("zone");
      } catch (DossierChanged e) {
        forms.changedMeanwhile(page, form, zone);
      }
    }
    model.addAttribute("form", form);
    return "zones/edit";
  }

  private static Profile profile(Form form, int year, int version) {
    return new Profile(
        year,
        form.get("committee"),
        form.get("about"),
        form.get("goals"),
        form.get("recognition"),
        version);
  }
}
