package org.mujian.land;

import java.math.BigDecimal;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.mujian.units.Area;
import org.springframework.stereotype.Component;

/** Measures on the ground: from CGCS2000 degrees into a zone's 3-degree belt, in metres. */
@Component
class Ground {

  private final ConcurrentHashMap<Integer, CoordinateTransform> belts = new ConcurrentHashMap<>();

  /** A copy in metres, easting first. */
  Geometry inMetres(Geometry degrees, int centralMeridian) {
    CoordinateTransform belt = belts.computeIfAbsent(centralMeridian, Ground::belt);
    Geometry metres = degrees.copy();
    metres.apply(new Move(belt));
    return metres;
  }

  Area area(Geometry degrees, int centralMeridian) {
    return Area.ofSquareMetres(BigDecimal.valueOf(inMetres(degrees, centralMeridian).getArea()));
  }

  private static CoordinateTransform belt(int centralMeridian) {
    CRSFactory systems = new CRSFactory();
    return new CoordinateTransformFactory()
        .createTransform(
            systems.createFromParameters("degrees", "+proj=longlat +ellps=GRS80 +no_defs"),
            systems.createFromParameters(
                "belt",
                "+proj=tmerc +lat_0=0 +lon_0="
                    + centralMeridian
                    + " +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"));
  }

  private record Move(CoordinateTransform belt) implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      Coordinate point = points.getCoordinate(i);
      ProjCoordinate to = new ProjCoordinate();
      // A transform keeps scratch values of its own: one thread at a time.
      synchronized (belt) {
        belt.transform(new ProjCoordinate(point.x, point.y), to);
      }
      points.setOrdinate(i, CoordinateSequence.X, to.x);
      points.setOrdinate(i, CoordinateSequence.Y, to.y);
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
