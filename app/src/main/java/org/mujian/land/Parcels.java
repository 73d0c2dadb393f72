package org.mujian.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mujian.store.Changes;
import org.mujian.units.Area;
import org.mujian.web.ReadOnce;
import org.mujian.zone.Projection;
import org.mujian.zone.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parcels of a zone, with what follows today from their tracks. */
@Component
@Transactional
public class Parcels {

  /** Outlines drawn from different sources meet within this. */
  private static final double OVERLAP_TOLERATED_M2 = 1;

  private final ParcelRows rows;
  private final States states;
  private final Tracks tracks;
  private final Zones zones;
  private final Changes changes;
  private final ReadOnce once;

  Parcels(
      ParcelRows rows, States states, Tracks tracks, Zones zones, Changes changes, ReadOnce once) {
    this.rows = rows;
    this.states = states;
    this.tracks = tracks;
    this.zones = zones;
    this.changes = changes;
    this.once = once;
  }

  /** All in use, by number. */
  public List<ParcelState> list(long zone) {
    return once.get(List.of(Parcels.class, zone), () -> states.list(zone, Map.of()));
  }

  public Optional<ParcelState> find(long zone, long id) {
    return rows.find(zone, id).map(states::of);
  }

  public ParcelState get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchLand("地块 " + id));
  }

  public Optional<ParcelState> findByNumber(long zone, String number) {
    return rows.findByNumber(zone, number).map(states::of);
  }

  /** The day from which the parcel can be supplied; empty when nothing believable says so. */
  public Optional<LocalDate> supplyableOn(long zone, long id) {
    return Optional.ofNullable(get(zone, id).supplyable().on());
  }

  Map<Long, Geometry> outlines(long zone) {
    return rows.outlines(zone);
  }

  Optional<Geometry> findOutline(long zone, long id) {
    return rows.findOutline(zone, id);
  }

  /** What an outline measures on the zone's ground. */
  Area measure(long zone, Geometry outline) {
    return projection(zone).area(outline);
  }

  /**
   * @param outline in degrees (EPSG:4490), or null for a parcel known by its area only
   * @param stated used when there is no outline
   */
  Parcel create(long zone, NewParcel wanted, @Nullable Geometry outline, @Nullable Area stated) {
    wanted.check();
    changes.join(zone, "新建地块 " + wanted.number());
    if (outline == null) {
      if (stated == null || stated.squareMetres().signum() == 0) {
        throw new LandRefused(
            "地块 " + wanted.number() + " 没有边界，也没有面积",
            "Parcel " + wanted.number() + " has neither outline nor area");
      }
      return rows.add(zone, wanted, null, stated);
    }
    requireRoom(zone, wanted.number(), outline);
    return rows.add(zone, wanted, outline, measure(zone, outline));
  }

  /**
   * Gives a parcel another outline; nothing happens when it is the same.
   *
   * @return whether anything changed
   */
  boolean redraw(long zone, long id, Geometry outline) {
    Parcel parcel = rows.lock(zone, id);
    Optional<Geometry> before = rows.findOutline(zone, id);
    if (before.isPresent() && before.get().equalsExact(outline)) {
      return false;
    }
    ParcelState state = states.of(parcel);
    if (state.commitment() != Commitment.FREE || rows.pieces(parcel) != 1 || parcel.retired()) {
      throw new LandRefused(
          "地块 " + parcel.number() + " 已预留、出让或分割，边界不能改；请先释放",
          "Parcel " + parcel.number() + " is promised or split: its outline cannot change");
    }
    changes.join(zone, "重画地块 " + parcel.number());
    requireRoom(zone, parcel.number(), outline);
    rows.redraw(parcel, outline, measure(zone, outline));
    return true;
  }

  private void requireRoom(long zone, String number, Geometry outline) {
    rows.lockOutlines(zone);
    Projection projection = projection(zone);
    Geometry here = projection.toPlane(outline);
    for (ParcelRows.Neighbour other : rows.neighbours(zone, outline)) {
      if (other.number().equals(number)) {
        continue;
      }
      double shared = here.intersection(projection.toPlane(other.outline())).getArea();
      if (shared > OVERLAP_TOLERATED_M2) {
        String m2 = "%.0f".formatted(shared);
        throw new LandRefused(
            "地块 " + number + " 与地块 " + other.number() + " 重叠 " + m2 + " 平方米；请改边界",
            "Parcel " + number + " overlaps parcel " + other.number() + " by " + m2 + " m²");
      }
    }
  }

  /** Whether two outlines share more ground than surveys differ by. */
  boolean overlap(long zone, Geometry one, Geometry other) {
    if (!one.intersects(other)) {
      return false;
    }
    Projection projection = projection(zone);
    return projection.toPlane(one).intersection(projection.toPlane(other)).getArea()
        > OVERLAP_TOLERATED_M2;
  }

  private Projection projection(long zone) {
    return Projection.of(
        zones.find(zone).orElseThrow(() -> new NoSuchLand("园区 " + zone)).centralMeridian());
  }

  Map<ConnectionKind, Connection> connections(long zone, long id) {
    return tracks.connections(zone, id).getOrDefault(id, Map.of());
  }

  Map<String, Step> steps(long zone, long id) {
    return tracks.steps(zone, id).getOrDefault(id, Map.of());
  }
}
