package org.mujian.web.wall;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries as GeoJSON (RFC 7946) objects: x before y. */
final class GeoJson {

  private GeoJson() {}

  /**
   * @throws IllegalArgumentException for kinds that no map of ours draws
   */
  static Map<String, Object> of(Geometry geometry) {
    return switch (geometry) {
      case Point point -> object("Point", position(point.getCoordinate()));
      case LineString line -> object("LineString", positions(line));
      case Polygon polygon -> object("Polygon", rings(polygon));
      case MultiPolygon many ->
          object(
              "MultiPolygon",
              IntStream.range(0, many.getNumGeometries())
                  .mapToObj(i -> rings((Polygon) many.getGeometryN(i)))
                  .toList());
      default -> throw new IllegalArgumentException("Not drawn: " + geometry.getGeometryType());
    };
  }

  private static Map<String, Object> object(String type, Object coordinates) {
    return Map.of("type", type, "coordinates", coordinates);
  }

  private static List<Object> rings(Polygon polygon) {
    return IntStream.rangeClosed(0, polygon.getNumInteriorRing())
        .<Object>mapToObj(
            i -> positions(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1)))
        .toList();
  }

  private static List<Object> positions(LineString line) {
    return Arrays.stream(line.getCoordinates()).map(GeoJson::position).toList();
  }

  private static Object position(Coordinate coordinate) {
    return List.of(coordinate.x, coordinate.y);
  }
}
