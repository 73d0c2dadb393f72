package org.mujian.land;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.mujian.store.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Splits a parcel along a line. Whoever had an intention on the whole has it on every part. */
@Component
@Transactional
class Splits {

  private static final int MOST_PARTS = 20;
  private static final double SMALLEST_M2 = 100;

  private final ParcelRows rows;
  private final Parcels parcels;
  private final Tracks tracks;
  private final ReservationRows reservationRows;
  private final States states;
  private final Changes changes;
  private final ApplicationEventPublisher events;

  Splits(
      ParcelRows rows,
      Parcels parcels,
      Tracks tracks,
      ReservationRows reservationRows,
      States states,
      Changes changes,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.parcels = parcels;
    this.tracks = tracks;
    this.reservationRows = reservationRows;
    this.states = states;
    this.changes = changes;
    this.events = events;
  }

  /**
   * @param line in degrees; it must cut the parcel from side to side
   * @return the parts, numbered A-07-1, A-07-2 …
   */
  List<Parcel> split(long zone, long id, LineString line) {
    Parcel parcel = rows.lock(zone, id);
    if (parcel.retired() || states.firmCommitment(parcel) != Commitment.FREE) {
      throw new LandRefused(
          "地块 " + parcel.number() + " 已分割或已进入供应，不能再分割",
          "Parcel " + parcel.number() + " was split or is committed: it cannot be split");
    }
    Geometry whole =
        rows.findOutline(zone, id)
            .orElseThrow(
                () ->
                    new LandRefused(
                        "地块 " + parcel.number() + " 还没有边界，无法分割",
                        "Parcel " + parcel.number() + " has no outline yet"));
    List<Polygon> parts = cut(whole, line);
    requireParts(zone, parcel, parts);
    changes.join(zone, "地块 " + parcel.number() + " 分割为 " + parts.size() + " 块");
    rows.retire(parcel);
    List<ParcelReservation> held =
        reservationRows.listOf(zone, id).stream().filter(ParcelReservation::active).toList();
    held.forEach(r -> reservationRows.end(r, "地块分割，意向预留转到各分块"));
    List<Parcel> made = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Polygon part = parts.get(i);
      Parcel child = rows.add(zone, numbered(parcel, i + 1), part, parcels.measure(zone, part));
      tracks.copy(zone, id, child.id());
      held.forEach(r -> reservationRows.add(child, again(r, child)));
      made.add(child);
    }
    events.publishEvent(new ParcelSplit(zone, id, made.stream().map(Parcel::id).toList()));
    return made;
  }

  private static Reservations.Ask again(ParcelReservation r, Parcel child) {
    return new Reservations.Ask(
        child.id(), r.holder(), r.holderName(), r.chemical(), r.from(), r.until());
  }

  private void requireParts(long zone, Parcel parcel, List<Polygon> parts) {
    if (parts.size() < 2 || parts.size() > MOST_PARTS) {
      throw new LandRefused(
          "分割线须从一边贯穿到另一边：地块 " + parcel.number() + " 得到 " + parts.size() + " 块",
          "The line must cut the parcel from side to side: it makes " + parts.size() + " parts");
    }
    for (Polygon part : parts) {
      if (parcels.measure(zone, part).squareMetres().doubleValue() < SMALLEST_M2) {
        throw new LandRefused("分割后的地块不小于 100 平方米", "A part has at least 100 m²");
      }
    }
  }

  private static NewParcel numbered(Parcel parcel, int part) {
    return new NewParcel(
        parcel.number() + "-" + part,
        parcel.block(),
        parcel.landUse(),
        parcel.chemical(),
        parcel.floorAreaRatioMin(),
        parcel.buildingCoefficientMin(),
        parcel.investmentWanPerMu(),
        parcel.taxWanPerMu(),
        parcel.sample());
  }

  /** The faces that the outline and the line make, west first; those inside the outline. */
  static List<Polygon> cut(Geometry whole, LineString line) {
    Polygonizer faces = new Polygonizer();
    faces.add(whole.getBoundary().union(line));
    List<Polygon> parts = new ArrayList<>();
    for (Object face : faces.getPolygons()) {
      Polygon polygon = (Polygon) face;
      if (whole.contains(polygon.getInteriorPoint())) {
        parts.add(polygon);
      }
    }
    parts.sort(
        java.util.Comparator.comparingDouble((Polygon p) -> p.getEnvelopeInternal().getMinX())
            .thenComparing(p -> p.getEnvelopeInternal().getMinY()));
    return parts;
  }
}
