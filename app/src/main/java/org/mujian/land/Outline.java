package org.mujian.land;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.mujian.land.ParcelGeoJson.Budget;
import org.mujian.land.ParcelGeoJson.Fault;
import tools.jackson.databind.JsonNode;

/** Outlines of parcels from GeoJSON geometries: polygons in degrees within China. */
final class Outline {

  private Outline() {}

  static Geometry read(JsonNode geometry, Budget budget) {
    JsonNode coordinates = geometry.path("coordinates");
    return switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygon(coordinates, budget);
      case "MultiPolygon" -> polygons(coordinates, budget);
      case "" -> throw new Fault("outline-missing", "");
      default -> throw new Fault("outline-kind", shown(geometry.path("type")));
    };
  }

  private static Geometry polygons(JsonNode coordinates, Budget budget) {
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode one : coordinates) {
      polygons.add(polygon(one, budget));
    }
    if (polygons.isEmpty()) {
      throw new Fault("outline-missing", "");
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : Shapes.DEGREES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings, Budget budget) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw new Fault("outline-missing", "");
    }
    LinearRing shell = ring(rings.get(0), budget);
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 1; i < rings.size(); i++) {
      holes.add(ring(rings.get(i), budget));
    }
    return Shapes.DEGREES.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode points, Budget budget) {
    if (!points.isArray() || points.size() < 4) {
      throw new Fault("ring-short", "");
    }
    budget.spend(points.size());
    Coordinate[] ring = new Coordinate[points.size()];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = point(points.get(i));
    }
    if (!ring[0].equals2D(ring[ring.length - 1])) {
      throw new Fault("ring-open", "");
    }
    return Shapes.DEGREES.createLinearRing(ring);
  }

  private static Coordinate point(JsonNode point) {
    if (point.size() < 2 || !point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw new Fault("point-unreadable", shown(point));
    }
    double x = point.get(0).asDouble();
    double y = point.get(1).asDouble();
    if (inChina(y, x) && !inChina(x, y)) {
      throw new Fault("swapped", shown(point));
    }
    if (!inChina(x, y)) {
      throw new Fault(Math.abs(x) > 360 ? "metres" : "outside", shown(point));
    }
    return new Coordinate(x, y);
  }

  private static boolean inChina(double longitude, double latitude) {
    return longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.substring(0, Math.min(40, text.length()));
  }
}
