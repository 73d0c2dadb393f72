package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mujian.identity.CurrentAccount;
import org.mujian.land.LandViews.ParcelForm;
import org.mujian.units.Area;
import org.mujian.web.Page;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** New parcels: drawn on the map, or from a GeoJSON file. */
@Controller
class ParcelFormPages {

  private final Parcels parcels;
  private final ParcelUploads uploads;

  ParcelFormPages(Parcels parcels, ParcelUploads uploads) {
    this.parcels = parcels;
    this.uploads = uploads;
  }

  @GetMapping("/z/{zone}/land/parcels/new")
  String draw(Page page, HttpServletRequest request, Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    return form(page, new ParcelForm("", "", "", false, "", ""), Map.of(), model);
  }

  /** What a polygon drawn in the plane measures, in mu; the server alone computes areas. */
  @PostMapping("/z/{zone}/land/area")
  @ResponseBody
  Map<String, Object> area(Page page, HttpServletRequest request, @RequestParam String outline) {
    Allowed.toWrite(CurrentAccount.get(request));
    Zone zone = Objects.requireNonNull(page.zone());
    try {
      Area area = parcels.measure(zone.id(), drawn(zone, outline));
      return Map.of("mu", area.mu(2), "m2", area.squareMetres().setScale(0, RoundingMode.HALF_UP));
    } catch (LandRefused refused) {
      return Map.of("problem", refused.in(page.language()));
    }
  }

  @PostMapping("/z/{zone}/land/parcels/new")
  String create(
      Page page,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String block,
      @RequestParam(defaultValue = "") String use,
      @RequestParam(defaultValue = "false") boolean chemical,
      @RequestParam(defaultValue = "") String mu,
      @RequestParam(defaultValue = "") String outline,
      Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    Zone zone = Objects.requireNonNull(page.zone());
    ParcelForm form = new ParcelForm(number, block, use, chemical, mu, outline);
    Inputs in = new Inputs(page);
    in.text("number", number, 30);
    BigDecimal stated = in.number("mu", mu, outline.isBlank());
    if (!in.errors().isEmpty()) {
      return form(page, form, in.errors(), model);
    }
    try {
      @Nullable Geometry shape = outline.isBlank() ? null : drawn(zone, outline);
      Parcel made =
          parcels.create(
              zone.id(),
              NewParcel.of(number, block, use, chemical),
              shape,
              stated == null ? null : Area.ofMu(stated));
      return "redirect:" + page.in("land/parcels/" + made.id());
    } catch (LandRefused refused) {
      return form(page, form, Map.of("number", refused.in(page.language())), model);
    }
  }

  private static String form(Page page, ParcelForm form, Map<String, String> errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "epsg", Projection.of(Objects.requireNonNull(page.zone()).centralMeridian()).epsg());
    return "land/draw";
  }

  /** The browser draws in the zone's plane; what is kept is in degrees. */
  private static Geometry drawn(Zone zone, String outline) {
    return Projection.of(zone.centralMeridian()).toDegrees(DrawnOutline.read(outline));
  }

  @GetMapping("/z/{zone}/land/import")
  String importing(Page page, HttpServletRequest request, Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    return "land/import";
  }

  @PostMapping("/z/{zone}/land/import")
  String upload(
      Page page, HttpServletRequest request, @RequestParam MultipartFile file, Model model)
      throws IOException {
    var account = CurrentAccount.get(request);
    Allowed.toWrite(account);
    if (file.isEmpty()) {
      model.addAttribute("problem", page.t("land.import.no-file"));
      return "land/import";
    }
    try {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "geojson");
      long zone = Objects.requireNonNull(page.zone()).id();
      long id = uploads.stage(zone, account.id(), name, file.getBytes());
      return "redirect:" + page.in("land/import/" + id);
    } catch (LandRefused refused) {
      model.addAttribute("problem", refused.in(page.language()));
      return "land/import";
    }
  }

  @GetMapping("/z/{zone}/land/import/{id}")
  String preview(Page page, HttpServletRequest request, @PathVariable long id, Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    model.addAttribute("preview", uploads.preview(Objects.requireNonNull(page.zone()).id(), id));
    return "land/preview";
  }

  @PostMapping("/z/{zone}/land/import/{id}")
  String commit(Page page, HttpServletRequest request, @PathVariable long id, Model model) {
    Allowed.toWrite(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    try {
      model.addAttribute("done", uploads.commit(zone, id));
      return "land/imported";
    } catch (LandRefused refused) {
      model.addAttribute("preview", uploads.preview(zone, id));
      model.addAttribute("problem", refused.in(page.language()));
      return "land/preview";
    }
  }
}
