package org.mujian.projects;

import java.util.Map;
import org.mujian.projects.course.Standing;
import org.springframework.stereotype.Component;

/** No parcel is kept for anybody yet. */
@Component
class NoSites implements Sites {

  @Override
  public Map<Long, Standing.Site> of(long zone) {
    return Map.of();
  }
}
