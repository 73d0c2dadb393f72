package org.mujian.land;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Outlines to and from the database: WKB, EPSG:4490, longitude first, with its bounds. */
final class Shapes {

  static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4490);

  private Shapes() {}

  static byte[] wkb(Geometry shape) {
    return new WKBWriter(2).write(shape);
  }

  static Geometry read(byte[] wkb) {
    try {
      return new WKBReader(DEGREES).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("A stored outline is not WKB", e);
    }
  }

  /** As PostgreSQL's {@code box} is written. */
  static String box(Geometry shape) {
    Envelope e = shape.getEnvelopeInternal();
    return "(%s,%s),(%s,%s)".formatted(e.getMaxX(), e.getMaxY(), e.getMinX(), e.getMinY());
  }
}
