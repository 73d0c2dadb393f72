package org.mujian.web.wall;

import org.mujian.units.Area;
import org.mujian.web.Page;
import org.mujian.zone.Feature;

/**
 * A feature as the map's list writes it.
 *
 * @param area in km² and mu; empty for a line
 */
public record Drawn(Feature feature, String area) {

  static Drawn of(Page page, Feature feature) {
    Area area = feature.area();
    return new Drawn(
        feature,
        area == null ? "" : page.t("area.both", area.squareMetres().movePointLeft(6), area.mu(2)));
  }
}
