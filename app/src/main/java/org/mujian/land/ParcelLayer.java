package org.mujian.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.mujian.web.MapLayer;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** Parcels on the wall map, coloured by what they are. */
@Component
class ParcelLayer implements MapLayer {

  private final Parcels parcels;

  ParcelLayer(Parcels parcels) {
    this.parcels = parcels;
  }

  @Override
  public List<Shape> shapes(Page page) {
    long zone = Objects.requireNonNull(page.zone()).id();
    Map<Long, Geometry> outlines = parcels.outlines(zone);
    List<Shape> shapes = new ArrayList<>();
    for (ParcelState state : parcels.list(zone)) {
      Geometry outline = outlines.get(state.parcel().id());
      if (outline != null) {
        shapes.add(
            new Shape(
                "parcel-" + state.parcel().id(),
                state.status().code(),
                page.t(state.status().key()),
                state.parcel().number(),
                outline,
                page.in("land/parcels/" + state.parcel().id())));
      }
    }
    return shapes;
  }

  @Override
  public List<Key> legend(Page page) {
    long zone = Objects.requireNonNull(page.zone()).id();
    return LandPages.shares(parcels.list(zone)).stream()
        .map(
            share ->
                new Key(
                    share.status().code(),
                    page.t(share.status().key())
                        + " "
                        + share.mu().toPlainString()
                        + " "
                        + page.t("land.mu")))
        .toList();
  }
}
