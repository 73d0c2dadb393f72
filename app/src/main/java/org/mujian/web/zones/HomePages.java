package org.mujian.web.zones;

import java.util.List;
import org.mujian.web.Page;
import org.mujian.zone.Samples;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: straight into the zone, a choice of zones, or on an empty program the sample. */
@Controller
class HomePages {

  private final Samples samples;

  HomePages(Samples samples) {
    this.samples = samples;
  }

  @GetMapping("/")
  String home(Page page, Model model) {
    if (page.zones().size() == 1) {
      return "redirect:/z/" + page.zones().getFirst().code() + "/wall";
    }
    return choose(page, model);
  }

  /** The choice itself, also when there is only one zone: for administrators of several. */
  @GetMapping("/zones")
  String choose(Page page, Model model) {
    boolean mayOffer =
        Keepers.mayCreate(page) && page.zones().stream().noneMatch(zone -> zone.sample());
    model.addAttribute("contents", mayOffer ? samples.titleKeys() : List.of());
    model.addAttribute("administrator", Keepers.mayCreate(page));
    return "zones/home";
  }
}
