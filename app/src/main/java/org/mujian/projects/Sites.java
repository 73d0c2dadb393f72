package org.mujian.projects;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Standing;

/** The parcels kept for projects, and when they can be supplied; {@code land} knows. */
interface Sites {

  /** Project id → its parcel; projects without one are absent. */
  default Map<Long, Standing.Site> of(long zone) {
    return of(zone, Map.of());
  }

  /**
   * As it would be with other days.
   *
   * @param moved parcel id → the day assumed, null for none
   */
  Map<Long, Standing.Site> of(long zone, Map<Long, @Nullable LocalDate> moved);
}
