package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.mujian.identity.CurrentAccount;
import org.mujian.land.LandViews.Mark;
import org.mujian.land.LandViews.Share;
import org.mujian.units.Area;
import org.mujian.web.Chip;
import org.mujian.web.Page;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The room's first page: map and list of parcels, which select together, and a day to look at. */
@Controller
class LandPages {

  private final Parcels parcels;
  private final Land land;

  LandPages(Parcels parcels, Land land) {
    this.parcels = parcels;
    this.land = land;
  }

  @GetMapping("/z/{zone}/land")
  String list(
      Page page,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String block,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String at,
      Model model) {
    Allowed.toSee(CurrentAccount.get(request));
    Zone zone = Objects.requireNonNull(page.zone());
    ParcelQuery query = ParcelQuery.of(status, block, q, at);
    List<ParcelState> all = parcels.list(zone.id());
    List<ParcelState> found = query.filter(all);
    model.addAttribute("query", query);
    model.addAttribute("all", all.size());
    model.addAttribute("parcels", found);
    model.addAttribute("total", area(found).mu(1));
    model.addAttribute("shares", shares(all));
    model.addAttribute("chips", chips(page, query, all));
    model.addAttribute("marks", marks(all, page.today()));
    model.addAttribute("epsg", Projection.of(zone.centralMeridian()).epsg());
    model.addAttribute("mayWrite", Allowed.write(CurrentAccount.get(request)));
    model.addAttribute("chemicalAllowed", land.chemicalAllowed(zone.id()));
    return "land/list";
  }

  /** Outlines in the plane of the zone's belt, with what the map colours and says. */
  @GetMapping("/z/{zone}/land/outlines")
  @ResponseBody
  Map<String, Object> outlines(Page page, HttpServletRequest request) {
    Allowed.toSee(CurrentAccount.get(request));
    Zone zone = Objects.requireNonNull(page.zone());
    Projection projection = Projection.of(zone.centralMeridian());
    Map<Long, Geometry> outlines = parcels.outlines(zone.id());
    List<Object> features = new ArrayList<>();
    for (ParcelState state : parcels.list(zone.id())) {
      Geometry outline = outlines.get(state.parcel().id());
      if (outline != null) {
        features.add(feature(page, state, GeoJson.of(projection.toPlane(outline))));
      }
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }

  private static Map<String, Object> feature(
      Page page, ParcelState state, Map<String, Object> geometry) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("number", state.parcel().number());
    properties.put("status", state.status().code());
    properties.put("word", page.t(state.status().key()));
    properties.put("mu", state.parcel().area().mu(1));
    properties.put("free", state.landable() && state.commitment() == Commitment.FREE);
    properties.put("on", Objects.toString(state.supplyable().on(), ""));
    properties.put("href", page.in("land/parcels/" + state.parcel().id()));
    return Map.of(
        "type",
        "Feature",
        "id",
        state.parcel().id(),
        "geometry",
        geometry,
        "properties",
        properties);
  }

  private static List<Chip> chips(Page page, ParcelQuery query, List<ParcelState> all) {
    String path = page.in("land");
    List<Chip> chips = new ArrayList<>();
    chips.add(
        new Chip(
            page.t("land.all"), query.with(path, "status", ""), query.status() == null, false));
    for (ParcelStatus status : ParcelStatus.values()) {
      long count = all.stream().filter(s -> s.status() == status).count();
      if (count > 0) {
        boolean on = query.status() == status;
        chips.add(
            new Chip(
                page.t(status.key()) + " " + count,
                query.with(path, "status", on ? "" : status.code()),
                on,
                true));
      }
    }
    removable(
        page,
        query.at() == null ? "" : page.t("land.by", query.at()),
        query.with(path, "at", ""),
        chips);
    removable(page, query.block(), query.with(path, "block", ""), chips);
    removable(page, query.q(), query.with(path, "q", ""), chips);
    return chips;
  }

  private static void removable(Page page, String text, String href, List<Chip> chips) {
    if (!text.isEmpty()) {
      chips.add(new Chip(text, href, true, true));
    }
  }

  static List<Share> shares(List<ParcelState> all) {
    List<Share> shares = new ArrayList<>();
    for (ParcelStatus status : ParcelStatus.values()) {
      List<ParcelState> of = all.stream().filter(s -> s.status() == status).toList();
      if (!of.isEmpty()) {
        shares.add(new Share(status, of.size(), area(of).mu(1)));
      }
    }
    return shares;
  }

  /** Today, and the ends of the twelve months that follow. */
  static List<Mark> marks(List<ParcelState> all, LocalDate today) {
    List<Mark> marks = new ArrayList<>();
    for (int month = 0; month <= 12; month++) {
      LocalDate day =
          month == 0
              ? today
              : java.time.YearMonth.from(today).plusMonths(month - 1L).atEndOfMonth();
      List<ParcelState> free = all.stream().filter(s -> s.isFreeOn(day)).toList();
      marks.add(new Mark(day, area(free).mu(1), free.size()));
    }
    return marks;
  }

  static Area area(List<ParcelState> parcels) {
    return parcels.stream().map(s -> s.parcel().area()).reduce(Area.ZERO, Area::plus);
  }
}
