package org.mujian.zone;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mujian.units.Area;

/**
 * Something on a zone's map.
 *
 * @param outline in degrees, CGCS2000, longitude first
 * @param area computed in the zone's projection; null for what is drawn as a line
 * @param note where the outline comes from
 * @param sample whether the outline is invented
 */
public record Feature(
    long id,
    Kind kind,
    String name,
    Geometry outline,
    @Nullable Area area,
    String note,
    boolean sample) {

  /** What is drawn. */
  public enum Kind {
    BOUNDARY("boundary", true),
    BLOCK("block", true),
    RIVER("river", false),
    ROAD("road", false),
    SETTLEMENT("settlement", true);

    private final String code;
    private final boolean surface;

    Kind(String code, boolean surface) {
      this.code = code;
      this.surface = surface;
    }

    /** As the database and the map write it. */
    public String code() {
      return code;
    }

    /** Whether it has an area. */
    public boolean surface() {
      return surface;
    }
  }
}
