package org.mujian.zone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.mujian.units.Area;

/**
 * A 3-degree Gauss-Krüger belt of CGCS2000, without belt number in the easting (EPSG:4534 to 4554).
 *
 * <p>Degrees are (longitude, latitude), the plane is (easting, northing) in metres with 500,000 m
 * at the central meridian: x before y everywhere, although EPSG names the northing first. Good for
 * a few micrometres within its belt. Not thread-safe inside: each call makes its own transform.
 */
public final class Projection {

  private static final CRSFactory FACTORY = new CRSFactory();
  private static final CoordinateTransformFactory TRANSFORMS = new CoordinateTransformFactory();

  // CGCS2000's a and 1/f are those of GRS 80. proj4j silently fails on +a with +rf.
  private static final String ELLIPSOID = "+ellps=GRS80 +no_defs";
  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;
  private static final int FIRST_EPSG = 4534;

  private final int centralMeridian;
  private final CoordinateReferenceSystem degrees;
  private final CoordinateReferenceSystem plane;

  private Projection(int centralMeridian) {
    this.centralMeridian = centralMeridian;
    this.degrees = FACTORY.createFromParameters("CGCS2000", "+proj=longlat " + ELLIPSOID);
    this.plane =
        FACTORY.createFromParameters(
            "belt",
            "+proj=etmerc +lat_0=0 +lon_0=%d +k=1 +x_0=500000 +y_0=0 +units=m %s"
                .formatted(centralMeridian, ELLIPSOID));
  }

  /**
   * @param centralMeridian 75, 78 … 135 degrees east
   * @throws IllegalArgumentException for any other
   */
  public static Projection of(int centralMeridian) {
    if (centralMeridian < FIRST_MERIDIAN
        || centralMeridian > LAST_MERIDIAN
        || centralMeridian % 3 != 0) {
      throw new IllegalArgumentException("中央子午线应为 75、78 … 135 度之一：" + centralMeridian);
    }
    return new Projection(centralMeridian);
  }

  public int centralMeridian() {
    return centralMeridian;
  }

  /** For example 4550 for the belt of 123 degrees. */
  public int epsg() {
    return FIRST_EPSG + (centralMeridian - FIRST_MERIDIAN) / 3;
  }

  /** Whether a longitude lies in the belt: at most 1.5 degrees from its meridian. */
  public boolean covers(double longitude) {
    return Math.abs(longitude - centralMeridian) <= 1.5;
  }

  /** From degrees to the plane. */
  public Geometry toPlane(Geometry geometry) {
    return transformed(geometry, degrees, plane);
  }

  /** From the plane to degrees. */
  public Geometry toDegrees(Geometry geometry) {
    return transformed(geometry, plane, degrees);
  }

  /**
   * The area, in the plane, of a geometry given in degrees, to 0.01 m²: what land papers state, and
   * no finer than coordinates in double precision bear.
   */
  public Area area(Geometry geometry) {
    BigDecimal squareMetres = BigDecimal.valueOf(toPlane(geometry).getArea());
    return Area.ofSquareMetres(squareMetres.setScale(2, RoundingMode.HALF_UP));
  }

  private static Geometry transformed(
      Geometry geometry, CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
    CoordinateTransform transform = TRANSFORMS.createTransform(from, to);
    Geometry copy = geometry.copy();
    copy.apply(new Transforming(transform));
    copy.geometryChanged();
    return copy;
  }

  private record Transforming(CoordinateTransform transform) implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      ProjCoordinate result = new ProjCoordinate();
      transform.transform(new ProjCoordinate(points.getX(i), points.getY(i)), result);
      points.setOrdinate(i, Coordinate.X, result.x);
      points.setOrdinate(i, Coordinate.Y, result.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
