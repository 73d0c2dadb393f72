package org.mujian.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The belt against computations of our own that share no code with it. */
class ProjectionTest {

  private static final double A = 6378137;
  private static final double F = 1 / 298.257222101;
  private static final double E2 = F * (2 - F);
  private static final GeometryFactory POINTS = new GeometryFactory();

  private final Projection belt = Projection.of(123);

  @Test
  void onTheCentralMeridianNorthingIsTheMeridiansLength() {
    for (double latitude : new double[] {18.5, 30, 41.17, 53.5}) {
      Coordinate point = plane(123, latitude);
      assertThat(point.x).isCloseTo(500_000, within(1e-6));
      assertThat(point.y).as("%s°", latitude).isCloseTo(meridianLength(latitude), within(1e-4));
    }
  }

  /** Krüger's series in t and η (textbook form), to the fifth power: a few mm at one degree. */
  @Test
  void besideTheMeridianItAgreesWithTheTextbooksSeries() {
    Coordinate point = plane(121.9, 41.17);
    Coordinate expected = textbook(121.9 - 123, 41.17);
    assertThat(point.x).isCloseTo(expected.x, within(0.001));
    assertThat(point.y).isCloseTo(expected.y, within(0.001));
  }

  @Test
  void xIsEastAndYIsNorth() {
    Coordinate west = plane(122, 41);
    Coordinate east = plane(124, 41);
    Coordinate north = plane(123, 42);
    assertThat(west.x).isLessThan(500_000);
    assertThat(east.x).isGreaterThan(500_000);
    assertThat(east.x - 500_000).isCloseTo(500_000 - west.x, within(1e-6));
    assertThat(north.y).isGreaterThan(plane(123, 41).y + 110_000);
  }

  @Property(tries = 200)
  void thereAndBackIsTheSamePoint(
      @ForAll @DoubleRange(min = -1.5, max = 1.5) double beside,
      @ForAll @DoubleRange(min = 4, max = 54) double latitude,
      @ForAll @IntRange(min = 25, max = 45) int number) {
    Projection any = Projection.of(number * 3);
    Geometry point = POINTS.createPoint(new Coordinate(number * 3 + beside, latitude));
    Coordinate back = any.toDegrees(any.toPlane(point)).getCoordinate();
    assertThat(back.x).isCloseTo(point.getCoordinate().x, within(1e-10));
    assertThat(back.y).isCloseTo(latitude, within(1e-10));
  }

  @Test
  void aSquareKilometreOfThePlaneIsOne() {
    Geometry square =
        POINTS.createPolygon(
            new Coordinate[] {
              new Coordinate(407_000, 4_558_000),
              new Coordinate(408_000, 4_558_000),
              new Coordinate(408_000, 4_559_000),
              new Coordinate(407_000, 4_559_000),
              new Coordinate(407_000, 4_558_000)
            });
    assertThat(belt.area(belt.toDegrees(square)).squareMetres())
        .isEqualByComparingTo(new BigDecimal("1000000"));
    assertThat(belt.area(belt.toDegrees(square)).mu()).isEqualByComparingTo("1500");
  }

  @Test
  void theCodeOfABeltIsEpsgs() {
    assertThat(Projection.of(75).epsg()).isEqualTo(4534);
    assertThat(Projection.of(120).epsg()).isEqualTo(4549);
    assertThat(Projection.of(123).epsg()).isEqualTo(4550);
    assertThat(Projection.of(135).epsg()).isEqualTo(4554);
  }

  @Test
  void aMeridianThatIsNoneIsRefused() {
    for (int wrong : new int[] {0, 72, 121, 138}) {
      assertThatThrownBy(() -> Projection.of(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(wrong));
    }
  }

  private Coordinate plane(double longitude, double latitude) {
    return belt.toPlane(POINTS.createPoint(new Coordinate(longitude, latitude))).getCoordinate();
  }

  /** By Simpson's rule over the radius of curvature. */
  private static double meridianLength(double latitude) {
    int steps = 20_000;
    double h = Math.toRadians(latitude) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * A * (1 - E2) / Math.pow(1 - E2 * Math.pow(Math.sin(i * h), 2), 1.5);
    }
    return sum * h / 3;
  }

  private static Coordinate textbook(double beside, double latitude) {
    double b = Math.toRadians(latitude);
    double l = Math.toRadians(beside) * Math.cos(b);
    double n = A / Math.sqrt(1 - E2 * Math.pow(Math.sin(b), 2));
    double t2 = Math.pow(Math.tan(b), 2);
    double g2 = E2 / (1 - E2) * Math.pow(Math.cos(b), 2);
    double east =
        n
            * (l
                + (1 - t2 + g2) * Math.pow(l, 3) / 6
                + (5 - 18 * t2 + t2 * t2 + 14 * g2 - 58 * g2 * t2) * Math.pow(l, 5) / 120);
    double north =
        meridianLength(latitude)
            + n
                * Math.tan(b)
                * (l * l / 2
                    + (5 - t2 + 9 * g2 + 4 * g2 * g2) * Math.pow(l, 4) / 24
                    + (61 - 58 * t2 + t2 * t2) * Math.pow(l, 6) / 720);
    return new Coordinate(500_000 + east, north);
  }
}
