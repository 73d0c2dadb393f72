package org.mujian.web.wall;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.mujian.zone.Feature;
import org.mujian.zone.Features;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** What a zone's map shows, as GeoJSON in degrees or already in the zone's plane. */
@Component
class Layers {

  private final Features features;

  Layers(Features features) {
    this.features = features;
  }

  /**
   * In metres of the zone's belt: the browser draws and measures without a projection of its own.
   */
  Map<String, Object> inPlane(Zone zone) {
    Projection projection = Projection.of(zone.centralMeridian());
    return collection(zone, "EPSG:" + projection.epsg(), projection::toPlane);
  }

  /** As RFC 7946 asks: longitude and latitude, here of CGCS2000. */
  Map<String, Object> inDegrees(Zone zone) {
    return collection(zone, "EPSG:4490", outline -> outline);
  }

  private Map<String, Object> collection(
      Zone zone, String crs, java.util.function.UnaryOperator<Geometry> placed) {
    List<Map<String, Object>> drawn =
        features.listAll(zone.id()).stream()
            .map(feature -> feature(feature, placed.apply(feature.outline())))
            .toList();
    return Map.of("type", "FeatureCollection", "referenceSystem", crs, "features", drawn);
  }

  private static Map<String, Object> feature(Feature feature, Geometry outline) {
    Map<String, Object> properties =
        Map.of(
            "kind", feature.kind().code(),
            "name", feature.name(),
            "note", feature.note(),
            "sample", feature.sample());
    return Map.of(
        "type",
        "Feature",
        "id",
        feature.id(),
        "geometry",
        GeoJson.of(outline),
        "properties",
        properties);
  }
}
