package org.mujian.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The pattern page: every component that the rooms' pages are made of, once, on invented content.
 */
@Controller
class KitPages {

  @GetMapping("/kit")
  String kit(Page page, Model model) {
    model.addAttribute("lights", lights(page));
    model.addAttribute("figures", figures(page));
    model.addAttribute("chips", chips(page));
    model.addAttribute("rows", rows(page));
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put("area", page.t("kit.form.area.error"));
    model.addAttribute("errors", errors);
    return "web/kit";
  }

  /** A square of 400 m with a road beside it, in metres of a 3-degree belt. */
  @GetMapping("/kit/layers")
  @ResponseBody
  Map<String, Object> layers(Page page) {
    return Map.of(
        "type",
        "FeatureCollection",
        "features",
        List.of(
            feature("block", page.t("kit.map.block"), "Polygon", List.of(SQUARE)),
            feature("road", page.t("kit.map.road"), "LineString", ROAD)));
  }

  private static final List<List<Integer>> SQUARE =
      List.of(
          List.of(500000, 4550000),
          List.of(500400, 4550000),
          List.of(500400, 4550400),
          List.of(500000, 4550400),
          List.of(500000, 4550000));

  private static final List<List<Integer>> ROAD =
      List.of(List.of(499900, 4549960), List.of(500500, 4549960));

  private static Map<String, Object> feature(
      String kind, String name, String type, Object coordinates) {
    return Map.of(
        "type",
        "Feature",
        "id",
        kind,
        "geometry",
        Map.of("type", type, "coordinates", coordinates),
        "properties",
        Map.of("kind", kind, "name", name));
  }

  private static List<Light> lights(Page page) {
    return List.of(
        new Light(Light.State.OK, page.t("kit.light.ok")),
        new Light(Light.State.WARN, page.t("kit.light.warn")),
        new Light(Light.State.BAD, page.t("kit.light.bad")));
  }

  private static List<Figure> figures(Page page) {
    return List.of(
        Figure.of(
            "61.3",
            page.t("kit.unit.mu"),
            new Figure.Line(page.t("kit.figure.formula"), page.t("kit.figure.formula.text"), null),
            new Figure.Line(page.t("kit.figure.source"), page.t("kit.figure.source.text"), "/help"),
            new Figure.Line(page.t("kit.figure.known"), page.today().toString(), null)),
        Figure.missing(
            page.t("kit.figure.missing"),
            page.t("kit.unit.wan"),
            new Figure.Line(page.t("kit.figure.now"), page.t("kit.figure.now.text"), "/help")));
  }

  private static List<Chip> chips(Page page) {
    return List.of(
        new Chip(page.t("kit.chip.all"), "/kit#list", false, false),
        new Chip(page.t("kit.chip.late"), "/kit#list", true, true));
  }

  private static List<KitRow> rows(Page page) {
    List<Light> lights = lights(page);
    return List.of(
        new KitRow(
            lights.get(2), page.t("kit.row.1"), page.today().minusDays(3).toString(), "12,000"),
        new KitRow(
            lights.get(1), page.t("kit.row.2"), page.today().plusDays(2).toString(), "3,500"),
        new KitRow(
            lights.get(0), page.t("kit.row.3"), page.today().plusDays(40).toString(), "860"));
  }
}
