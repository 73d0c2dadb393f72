package org.mujian.land;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.mujian.zone.Projection;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How parcels lie: what touches what, whose conversion is behind it, and their outlines to draw.
 */
@Component
@Transactional(readOnly = true)
public class ParcelGround {

  /** Outlines from different sources meet within this. */
  private static final double APART_M = 0.5;

  /** A shared side is longer than this: a corner is not a side. */
  private static final double SIDE_M = 5;

  private final Parcels parcels;
  private final Tracks tracks;

  ParcelGround(Parcels parcels, Tracks tracks) {
    this.parcels = parcels;
    this.tracks = tracks;
  }

  /** By parcel, those with which it shares a side; a parcel without an outline touches nothing. */
  public Map<Long, Set<Long>> touching(Zone zone) {
    Projection projection = Projection.of(zone.centralMeridian());
    Map<Long, Geometry> plane = new HashMap<>();
    STRtree tree = new STRtree();
    parcels
        .outlines(zone.id())
        .forEach(
            (id, outline) -> {
              Geometry drawn = projection.toPlane(outline);
              plane.put(id, drawn);
              tree.insert(drawn.getEnvelopeInternal(), id);
            });
    Map<Long, Set<Long>> touching = new HashMap<>();
    plane.forEach(
        (id, drawn) -> {
          Geometry wider = drawn.buffer(APART_M);
          Envelope near = wider.getEnvelopeInternal();
          for (Object found : tree.query(near)) {
            long other = (Long) found;
            if (other > id
                && sharesSide(wider, java.util.Objects.requireNonNull(plane.get(other)))) {
              touching.computeIfAbsent(id, i -> new TreeSet<>()).add(other);
              touching.computeIfAbsent(other, i -> new TreeSet<>()).add(id);
            }
          }
        });
    return touching;
  }

  /** Two parcels and the whole metres between their outlines. */
  public record Apart(long parcel, long other, int metres) {}

  /** Pairs that lie no farther apart than that; a parcel without an outline is in none. */
  public List<Apart> apart(Zone zone, int most) {
    Projection projection = Projection.of(zone.centralMeridian());
    Map<Long, Geometry> plane = new java.util.TreeMap<>();
    STRtree tree = new STRtree();
    parcels.outlines(zone.id()).forEach((id, drawn) -> plane.put(id, projection.toPlane(drawn)));
    plane.forEach((id, drawn) -> tree.insert(drawn.getEnvelopeInternal(), id));
    List<Apart> apart = new ArrayList<>();
    plane.forEach(
        (id, drawn) -> {
          Envelope near = drawn.getEnvelopeInternal().copy();
          near.expandBy(most);
          for (Object found : tree.query(near)) {
            long other = (Long) found;
            if (other > id) {
              double metres = drawn.distance(java.util.Objects.requireNonNull(plane.get(other)));
              if (metres <= most) {
                apart.add(new Apart(id, other, (int) Math.floor(metres)));
              }
            }
          }
        });
    return apart;
  }

  /** Parcels whose outline is known. */
  public Set<Long> drawn(long zone) {
    return Set.copyOf(parcels.outlines(zone).keySet());
  }

  private static boolean sharesSide(Geometry wider, Geometry other) {
    return wider.intersects(other) && wider.intersection(other).getArea() > APART_M * SIDE_M;
  }

  /** Parcels whose conversion (农用地转用) is done, or that are clear, which comes after it. */
  public Set<Long> converted(long zone) {
    return tracks.steps(zone, null).entrySet().stream()
        .filter(
            parcel ->
                isDone(parcel.getValue(), LegalStep.CONVERSION)
                    || isDone(parcel.getValue(), LegalStep.CLEAR))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isDone(Map<String, Step> steps, LegalStep step) {
    Step of = steps.get(step.code());
    return of != null && of.done() != null;
  }

  /**
   * Outlines in the plane of the zone's belt, as GeoJSON.
   *
   * @param properties what the map colours and says of a parcel
   */
  public Map<String, Object> outlines(
      Zone zone, Function<ParcelState, Map<String, Object>> properties) {
    Projection projection = Projection.of(zone.centralMeridian());
    Map<Long, Geometry> outlines = parcels.outlines(zone.id());
    List<Object> features = new ArrayList<>();
    for (ParcelState state : parcels.list(zone.id())) {
      Geometry outline = outlines.get(state.parcel().id());
      if (outline != null) {
        features.add(
            Map.of(
                "type",
                "Feature",
                "id",
                state.parcel().id(),
                "geometry",
                GeoJson.of(projection.toPlane(outline)),
                "properties",
                properties.apply(state)));
      }
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }
}
