package org.mujian.web.zones;

import org.mujian.web.Page;
import org.mujian.zone.ZoneFacts;
import org.mujian.zone.Zones;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for a new zone. */
@Controller
class NewZonePages {

  private final Zones zones;
  private final ZoneForms forms;

  NewZonePages(Zones zones, ZoneForms forms) {
    this.zones = zones;
    this.forms = forms;
  }

  @GetMapping("/zones/new")
  String ask(Page page, Model model) {
    Keepers.checkCreate(page);
    var values = new LinkedMultiValueMap<String, String>();
    values.add("planYear", String.valueOf(page.today().getYear()));
    model.addAttribute("form", Form.of(values));
    return "zones/new";
  }

  @PostMapping("/zones/new")
  String create(Page page, @RequestParam MultiValueMap<String, String> typed, Model model) {
    Keepers.checkCreate(page);
    Form form = Form.of(typed);
    ZoneFacts facts = forms.facts(page, form, form.get("code"));
    int year = forms.year(page, form, "planYear");
    if (form.holds() && facts != null) {
      try {
        zones.create(facts, false, year, "新建园区 " + facts.name(), zone -> {});
        return "redirect:/z/" + facts.code() + "/zone";
      } catch (DuplicateKeyException e) {
        form.wrong("code", page.t("zones.code.taken", facts.code()));
      }
    }
    model.addAttribute("form", form);
    return "zones/new";
  }
}
