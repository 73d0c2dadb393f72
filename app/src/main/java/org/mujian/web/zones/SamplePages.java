package org.mujian.web.zones;

import java.util.Objects;
import org.mujian.web.Page;
import org.mujian.zone.Samples;
import org.mujian.zone.Zone;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Loads the sample zone, and removes it again. */
@Controller
class SamplePages {

  private final Samples samples;

  SamplePages(Samples samples) {
    this.samples = samples;
  }

  @PostMapping("/sample")
  String load(Page page) {
    Keepers.checkCreate(page);
    try {
      return "redirect:/z/" + samples.load().code() + "/wall";
    } catch (DuplicateKeyException e) {
      return "redirect:/zones"; // a second click, or a zone of that code: it is there to choose
    }
  }

  @PostMapping("/z/{zone}/sample/remove")
  String remove(Page page) {
    Keepers.checkCreate(page);
    Zone zone = Objects.requireNonNull(page.zone());
    if (zone.sample()) {
      samples.remove(zone);
    }
    return "redirect:/zones";
  }
}
