package org.mujian.projects;

import java.util.Map;
import org.mujian.projects.course.Standing;

/** The parcels kept for projects, and when they can be supplied; {@code land} knows. */
interface Sites {

  /** Project id → its parcel; projects without one are absent. */
  Map<Long, Standing.Site> of(long zone);
}
