package org.mujian.web.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.mujian.zone.Projection;

/**
 * Reads an outline typed or pasted as one point a line: degrees, or metres of the zone's belt with
 * or without the belt's number in the easting, in either order. In China the four numbers cannot be
 * confused: a longitude is over 73, a latitude under 54; a northing has seven digits, an easting
 * six (eight with the belt's number).
 */
final class OutlineText {

  private static final int MOST_POINTS = 20_000;
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Projection projection;
  private final List<Coordinate> points = new ArrayList<>();
  private @Nullable Boolean metres;

  private OutlineText(Projection projection) {
    this.projection = projection;
  }

  /**
   * What is wrong with the text.
   *
   * @param key message key
   * @param values that the message fills in: line number, text
   */
  static final class Wrong extends Exception {
    final String key;
    final transient Object[] values;

    Wrong(String key, Object... values) {
      super(key);
      this.key = key;
      this.values = values;
    }
  }

  /** The polygon in degrees. */
  static Geometry read(String text, Projection projection) throws Wrong {
    OutlineText reading = new OutlineText(projection);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        reading.line(number, line.strip());
      }
    }
    return reading.polygon();
  }

  private void line(int number, String line) throws Wrong {
    List<Double> numbers = new ArrayList<>();
    for (String part : BETWEEN.split(line)) {
      if (!part.matches("-?\\d{1,9}(\\.\\d{1,12})?")) {
        throw new Wrong("outline.number", number, part);
      }
      numbers.add(Double.parseDouble(part));
    }
    // A number in front of the two is the point's own, as tables of boundary points have it.
    if (numbers.size() == 3) {
      numbers.removeFirst();
    }
    if (numbers.size() != 2) {
      throw new Wrong("outline.two", number, line);
    }
    if (points.size() == MOST_POINTS) {
      throw new Wrong("outline.many", number, String.valueOf(MOST_POINTS));
    }
    points.add(point(number, line, numbers.get(0), numbers.get(1)));
  }

  private Coordinate point(int number, String line, double one, double other) throws Wrong {
    double small = Math.min(one, other);
    double large = Math.max(one, other);
    boolean degrees = small >= 3 && small <= 54 && large >= 73 && large <= 136;
    if (metres != null && metres == degrees) {
      throw new Wrong("outline.mixed", number, line);
    }
    metres = !degrees;
    return degrees ? new Coordinate(large, small) : metric(number, line, small, large);
  }

  private Coordinate metric(int number, String line, double small, double large) throws Wrong {
    if (small >= 100_000 && small < 1_000_000 && large >= 1_000_000 && large < 6_000_000) {
      return new Coordinate(small, large);
    }
    int belt = (int) (large / 1_000_000);
    if (belt >= 25 && belt <= 45 && small >= 1_000_000 && small < 6_000_000) {
      if (belt * 3 != projection.centralMeridian()) {
        throw new Wrong("outline.belt", number, belt, belt * 3, projection.centralMeridian());
      }
      return new Coordinate(large - belt * 1_000_000d, small);
    }
    throw new Wrong("outline.neither", number, line);
  }

  private Geometry polygon() throws Wrong {
    if (points.size() > 1 && points.getFirst().equals2D(points.getLast())) {
      points.removeLast();
    }
    if (points.size() < 3) {
      throw new Wrong("outline.few", points.size());
    }
    points.add(new Coordinate(points.getFirst()));
    LinearRing ring = GEOMETRIES.createLinearRing(points.toArray(Coordinate[]::new));
    Polygon plane = GEOMETRIES.createPolygon(ring);
    Geometry degrees = Boolean.TRUE.equals(metres) ? projection.toDegrees(plane) : plane;
    if (!plane.isValid()) {
      throw new Wrong("outline.crossed");
    }
    double longitude = degrees.getCentroid().getX();
    if (!projection.covers(longitude)) {
      throw new Wrong(
          "outline.far",
          String.format("%.2f", longitude),
          projection.centralMeridian(),
          Math.round(longitude / 3) * 3);
    }
    return degrees;
  }
}
