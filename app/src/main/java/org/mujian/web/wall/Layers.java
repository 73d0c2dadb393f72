package org.mujian.web.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.mujian.web.MapLayer;
import org.mujian.web.Page;
import org.mujian.zone.Feature;
import org.mujian.zone.Features;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** What a zone's map shows, as GeoJSON in degrees or already in the zone's plane. */
@Component
class Layers {

  private final Features features;
  private final List<MapLayer> layers;

  Layers(Features features, List<MapLayer> layers) {
    this.features = features;
    this.layers = layers;
  }

  /** What the rooms' colours mean. */
  List<MapLayer.Key> legend(Page page) {
    return layers.stream().flatMap(layer -> layer.legend(page).stream()).toList();
  }

  /**
   * In metres of the zone's belt, with what the rooms draw: the browser draws and measures without
   * a projection of its own.
   */
  Map<String, Object> inPlane(Page page, Zone zone) {
    Projection projection = Projection.of(zone.centralMeridian());
    List<Map<String, Object>> things =
        layers.stream()
            .flatMap(layer -> layer.shapes(page).stream())
            .map(shape -> thing(shape, projection.toPlane(shape.outline())))
            .toList();
    return collection(zone, "EPSG:" + projection.epsg(), projection::toPlane, things);
  }

  private static Map<String, Object> thing(MapLayer.Shape shape, Geometry outline) {
    Map<String, Object> properties =
        Map.of(
            "kind", "thing",
            "style", shape.style(),
            "name", shape.name(),
            "note", shape.word(),
            "href", shape.href());
    return Map.of(
        "type",
        "Feature",
        "id",
        shape.id(),
        "geometry",
        GeoJson.of(outline),
        "properties",
        properties);
  }

  /** As RFC 7946 asks: longitude and latitude, here of CGCS2000. */
  Map<String, Object> inDegrees(Zone zone) {
    return collection(zone, "EPSG:4490", outline -> outline, List.of());
  }

  private Map<String, Object> collection(
      Zone zone,
      String crs,
      java.util.function.UnaryOperator<Geometry> placed,
      List<Map<String, Object>> things) {
    List<Map<String, Object>> drawn =
        new ArrayList<>(
            features.listAll(zone.id()).stream()
                .map(feature -> feature(feature, placed.apply(feature.outline())))
                .toList());
    drawn.addAll(things);
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
