package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Areas against another formula: the ellipsoid's own, in closed form. */
class GroundTest {

  private static final double A = 6378137;
  private static final double F = 1 / 298.257222101;
  private static final double E = Math.sqrt(F * (2 - F));

  private final Ground ground = new Ground();

  @Property(tries = 100)
  void theBeltsAreaIsTheEllipsoidsButForTheScaleOffItsMeridian(
      @ForAll @DoubleRange(min = 121.6, max = 124.4) double west,
      @ForAll @DoubleRange(min = 20, max = 50) double south) {
    double side = 0.004;
    Geometry box = box(west, south, side);
    double measured = ground.area(box, 123).squareMetres().doubleValue();
    double degreesOff = west + side / 2 - 123;
    double off = Math.toRadians(degreesOff) * A * Math.cos(Math.toRadians(south));
    double scale = 1 + off * off / (2 * A * A);
    assertThat(measured / (ellipsoid(south, side) * scale * scale)).isBetween(0.99995, 1.00005);
  }

  @Test
  void northAndEastAreNotSwapped() {
    Geometry metres = ground.inMetres(box(122.0, 41.0, 0.001), 123);
    Coordinate first = metres.getCoordinate();
    assertThat(first.x).isBetween(410_000.0, 420_000.0); // 1° west of the meridian at 41° north
    assertThat(first.y).isBetween(4_540_000.0, 4_545_000.0);
  }

  /** A box of {@code side} degrees on the GRS 80 ellipsoid, in m². */
  private static double ellipsoid(double south, double side) {
    return A * A * (1 - E * E) / 2 * Math.toRadians(side) * (q(south + side) - q(south));
  }

  private static double q(double latitude) {
    double s = Math.sin(Math.toRadians(latitude));
    return s / (1 - E * E * s * s) + Math.log((1 + E * s) / (1 - E * s)) / (2 * E);
  }

  private static Geometry box(double west, double south, double side) {
    return Shapes.DEGREES.toGeometry(new Envelope(west, west + side, south, south + side));
  }
}
