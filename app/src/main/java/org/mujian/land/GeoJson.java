package org.mujian.land;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Outlines as GeoJSON objects: x before y. */
final class GeoJson {

  private GeoJson() {}

  static Map<String, Object> of(Geometry outline) {
    if (outline instanceof Polygon polygon) {
      return Map.of("type", "Polygon", "coordinates", rings(polygon));
    }
    List<Object> polygons =
        IntStream.range(0, outline.getNumGeometries())
            .<Object>mapToObj(i -> rings((Polygon) outline.getGeometryN(i)))
            .toList();
    return Map.of("type", "MultiPolygon", "coordinates", polygons);
  }

  private static List<Object> rings(Polygon polygon) {
    return IntStream.rangeClosed(0, polygon.getNumInteriorRing())
        .<Object>mapToObj(
            i -> ring(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1)))
        .toList();
  }

  /** To the millimetre (plane) or finer (degrees): 9 decimals. */
  private static List<Object> ring(LineString ring) {
    return Arrays.stream(ring.getCoordinates())
        .<Object>map(c -> List.of(rounded(c.x), rounded(c.y)))
        .toList();
  }

  private static double rounded(double ordinate) {
    return Math.round(ordinate * 1e9) / 1e9;
  }
}
