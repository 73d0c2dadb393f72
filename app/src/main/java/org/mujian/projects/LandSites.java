package org.mujian.projects;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.land.ParcelReservation;
import org.mujian.land.ParcelState;
import org.mujian.land.Parcels;
import org.mujian.projects.course.Standing;
import org.springframework.stereotype.Component;

/** The parcels reserved for projects, asked of {@code land} each time: a slip shows at once. */
@Component
class LandSites implements Sites {

  private final Parcels parcels;

  LandSites(Parcels parcels) {
    this.parcels = parcels;
  }

  @Override
  public Map<Long, Standing.Site> of(long zone, Map<Long, @Nullable LocalDate> moved) {
    Map<Long, Standing.Site> sites = new HashMap<>();
    for (ParcelState state : parcels.list(zone)) {
      ParcelReservation held = state.reservation();
      if (held != null && held.holder().matches("project:\\d{1,18}")) {
        Standing.Site site =
            new Standing.Site(
                state.parcel().number(), day(state, moved), state.supplyable().reason());
        // Of several parcels the one that comes last decides.
        sites.merge(Long.valueOf(held.holder().substring(8)), site, LandSites::later);
      }
    }
    return sites;
  }

  private static @Nullable LocalDate day(ParcelState state, Map<Long, @Nullable LocalDate> moved) {
    long id = state.parcel().id();
    return moved.containsKey(id) ? moved.get(id) : state.supplyable().on();
  }

  private static Standing.Site later(Standing.Site a, Standing.Site b) {
    if (a.supplyableOn() == null || b.supplyableOn() == null) {
      return a.supplyableOn() == null ? a : b;
    }
    return a.supplyableOn().isAfter(b.supplyableOn()) ? a : b;
  }
}
