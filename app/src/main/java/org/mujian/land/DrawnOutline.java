package org.mujian.land;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody drew on the map: one polygon without holes, in metres of the zone's belt. */
final class DrawnOutline {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_POINTS = 2_000;
  private static final double SMALLEST_M2 = 100;
  private static final double FARTHEST = 10_000_000;

  private DrawnOutline() {}

  /**
   * @throws LandRefused when it is no such polygon
   */
  static Geometry read(String json) {
    JsonNode ring;
    try {
      ring = JSON.readTree(json).path("coordinates").path(0);
    } catch (JacksonException e) {
      throw unreadable();
    }
    if (!ring.isArray() || ring.size() < 4 || ring.size() > MOST_POINTS) {
      throw unreadable();
    }
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode point : ring) {
      points.add(point(point));
    }
    if (!points.getFirst().equals2D(points.getLast())) {
      throw unreadable();
    }
    Geometry outline = Shapes.DEGREES.createPolygon(points.toArray(Coordinate[]::new));
    if (!outline.isValid() || outline.getArea() < SMALLEST_M2) {
      throw new LandRefused(
          "画出的边界自相交，或小于 100 平方米；请重画",
          "The outline crosses itself or is under 100 m²: draw it again");
    }
    return outline;
  }

  private static Coordinate point(JsonNode point) {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw unreadable();
    }
    double x = point.get(0).asDouble();
    double y = point.get(1).asDouble();
    if (!(Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST)) {
      throw unreadable();
    }
    return new Coordinate(x, y);
  }

  private static LandRefused unreadable() {
    return new LandRefused(
        "画出的边界无法读取；请在图上重画一个多边形", "The outline cannot be read: draw a polygon again");
  }
}
