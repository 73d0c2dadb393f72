package org.mujian.web.zones;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mujian.web.Page;
import org.mujian.zone.Dossier;
import org.mujian.zone.DossierChanged;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Feature;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for an outline: boundary or block, as a list of coordinates. */
@Controller
class OutlinePages {

  private final Dossiers dossiers;
  private final ZoneForms forms;

  OutlinePages(Dossiers dossiers, ZoneForms forms) {
    this.dossiers = dossiers;
    this.forms = forms;
  }

  @GetMapping("/z/{zone}/zone/outline")
  String ask(
      Page page,
      @RequestParam(defaultValue = "boundary") String kind,
      @RequestParam(required = false) @Nullable String name,
      Model model) {
    Keepers.checkEdit(page);
    Dossier dossier = dossiers.get(Objects.requireNonNull(page.zone()));
    var values = new LinkedMultiValueMap<String, String>();
    values.add("version", String.valueOf(dossier.profile().version()));
    values.add("kind", kind(kind).code());
    values.add("name", name == null ? "" : name);
    dossier.features().stream()
        .filter(feature -> feature.kind() == kind(kind) && feature.name().equals(name))
        .findFirst()
        .ifPresent(
            feature -> {
              values.add("points", points(dossier.zone(), feature.outline()));
              values.add("note", feature.note());
            });
    return show(page, model, Form.of(values));
  }

  @PostMapping("/z/{zone}/zone/outline")
  String save(Page page, @RequestParam MultiValueMap<String, String> typed, Model model) {
    Keepers.checkEdit(page);
    Zone zone = Objects.requireNonNull(page.zone());
    Form form = Form.of(typed);
    int version = form.number("version", page.t("zones.version.lost"));
    if (form.get("name").isEmpty()) {
      form.wrong("name", page.t("zones.required", page.t("outline.name")));
    }
    Geometry outline = outline(page, form, zone);
    if (form.holds() && outline != null) {
      try {
        dossiers.changeOutline(
            zone, version, kind(form.get("kind")), form.get("name"), outline, form.get("note"));
        return "redirect:" + page.in("zone");
      } catch (DossierChanged e) {
        forms.changedMeanwhile(page, form, zone);
      }
    }
    return show(page, model, form);
  }

  @PostMapping("/z/{zone}/zone/outline/remove")
  String remove(
      Page page, @RequestParam int version, @RequestParam String kind, @RequestParam String name) {
    Keepers.checkEdit(page);
    Zone zone = Objects.requireNonNull(page.zone());
    try {
      dossiers.removeOutline(zone, version, kind(kind), name);
    } catch (DossierChanged e) {
      // Somebody else was here: the page that follows shows how it is now, and nothing was removed.
    }
    return "redirect:" + page.in("zone");
  }

  private static @Nullable Geometry outline(Page page, Form form, Zone zone) {
    try {
      return OutlineText.read(form.get("points"), Projection.of(zone.centralMeridian()));
    } catch (OutlineText.Wrong e) {
      form.wrong("points", page.t(e.key, e.values));
      return null;
    }
  }

  private static String show(Page page, Model model, Form form) {
    int meridian = Objects.requireNonNull(page.zone()).centralMeridian();
    model.addAttribute("form", form);
    model.addAttribute("projection", Projection.of(meridian));
    return "zones/outline";
  }

  /** Only what has an area is typed; unknown kinds are the boundary. */
  private static Feature.Kind kind(String code) {
    return Arrays.stream(Feature.Kind.values())
        .filter(kind -> kind.surface() && kind.code().equals(code))
        .findFirst()
        .orElse(Feature.Kind.BOUNDARY);
  }

  private static String points(Zone zone, Geometry outline) {
    Geometry plane = Projection.of(zone.centralMeridian()).toPlane(outline);
    return Arrays.stream(plane.getCoordinates())
        .limit(Math.max(0, plane.getNumPoints() - 1))
        .map(point -> String.format(Locale.ROOT, "%.3f, %.3f", point.x, point.y))
        .collect(Collectors.joining("\n"));
  }
}
