package org.mujian.land;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.mujian.land.LandViews.Done;
import org.mujian.land.LandViews.Plan;
import org.mujian.land.LandViews.Preview;
import org.mujian.land.LandViews.UploadLine;
import org.mujian.store.Changes;
import org.mujian.units.Area;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels from a GeoJSON file: staged, shown as understood, then committed all together. */
@Component
@Transactional
class ParcelUploads {

  static final int MOST_BYTES = 20_000_000;

  private final JdbcClient jdbc;
  private final Parcels parcels;
  private final ParcelRows rows;
  private final Changes changes;
  private final Clock clock;

  ParcelUploads(JdbcClient jdbc, Parcels parcels, ParcelRows rows, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.parcels = parcels;
    this.rows = rows;
    this.changes = changes;
    this.clock = clock;
  }

  /** Reads it once, so that a hopeless file is refused here, and keeps it for a day. */
  long stage(long zone, long account, String fileName, byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new LandRefused("文件超过 20 MB；请拆分后再上传", "The file is over 20 MB: split it");
    }
    ParcelGeoJson.read(file);
    var now = clock.instant();
    jdbc.sql("DELETE FROM parcel_upload WHERE zone_id = ? AND at < ?")
        .params(zone, java.sql.Timestamp.from(now.minus(java.time.Duration.ofDays(1))))
        .update();
    return jdbc.sql(
            """
            INSERT INTO parcel_upload (zone_id, account_id, file_name, content, at)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """)
        .params(zone, account, fileName, file, java.sql.Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  Preview preview(long zone, long id) {
    Stored stored = stored(zone, id);
    ParcelGeoJson.Contents contents = ParcelGeoJson.read(stored.content());
    Map<Integer, String> overlaps = overlaps(zone, contents);
    List<UploadLine> lines =
        contents.items().stream()
            .map(item -> line(zone, item, overlaps.get(item.place())))
            .toList();
    return new Preview(id, stored.fileName(), contents.systemNamed(), lines);
  }

  private record Stored(String fileName, byte[] content) {}

  private Stored stored(long zone, long id) {
    return jdbc.sql("SELECT file_name, content FROM parcel_upload WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query((row, i) -> new Stored(row.getString("file_name"), row.getBytes("content")))
        .optional()
        .orElseThrow(() -> new NoSuchLand("上传 " + id));
  }

  private UploadLine line(long zone, ParcelGeoJson.Item item, @Nullable String overlap) {
    Geometry outline = item.outline();
    if (outline == null) {
      return new UploadLine(
          item.place(), item.parcel(), null, Plan.REFUSE, item.fault(), item.value());
    }
    Area area = parcels.measure(zone, outline);
    if (overlap != null) {
      return new UploadLine(item.place(), item.parcel(), area, Plan.REFUSE, "overlaps", overlap);
    }
    Optional<Parcel> there = rows.findByNumber(zone, item.parcel().number());
    if (there.isEmpty()) {
      return new UploadLine(item.place(), item.parcel(), area, Plan.ADD, null, "");
    }
    boolean same =
        rows.findOutline(zone, there.get().id()).filter(outline::equalsExact).isPresent();
    if (!same && parcels.get(zone, there.get().id()).commitment() != Commitment.FREE) {
      return new UploadLine(item.place(), item.parcel(), area, Plan.REFUSE, "promised", "");
    }
    return new UploadLine(
        item.place(), item.parcel(), area, same ? Plan.SAME : Plan.CHANGE, null, "");
  }

  /** By the feature's place, the number of a parcel that it overlaps. */
  private Map<Integer, String> overlaps(long zone, ParcelGeoJson.Contents contents) {
    Map<String, Geometry> all = new HashMap<>();
    parcels
        .list(zone)
        .forEach(
            state ->
                rows.findOutline(zone, state.parcel().id())
                    .ifPresent(outline -> all.put(state.parcel().number(), outline)));
    contents
        .items()
        .forEach(
            item -> {
              if (item.outline() != null) {
                all.put(item.parcel().number(), item.outline());
              }
            });
    STRtree index = new STRtree();
    all.forEach((number, outline) -> index.insert(outline.getEnvelopeInternal(), number));
    Map<Integer, String> found = new HashMap<>();
    for (ParcelGeoJson.Item item : contents.items()) {
      Geometry outline = item.outline();
      if (outline != null) {
        for (Object other : index.query(outline.getEnvelopeInternal())) {
          Geometry there = java.util.Objects.requireNonNull(all.get((String) other));
          if (!other.equals(item.parcel().number()) && parcels.overlap(zone, outline, there)) {
            found.putIfAbsent(item.place(), (String) other);
          }
        }
      }
    }
    return found;
  }

  /** All good features together, or none when one of them is refused now. */
  Done commit(long zone, long id) {
    Preview preview = preview(zone, id);
    ParcelGeoJson.Contents contents = ParcelGeoJson.read(stored(zone, id).content());
    changes.join(zone, "导入地块 " + preview.fileName());
    List<UploadLine> lines = new ArrayList<>(preview.lines());
    for (int i = 0; i < lines.size(); i++) {
      Geometry outline = contents.items().get(i).outline();
      UploadLine line = lines.get(i);
      if (outline != null && line.plan() == Plan.ADD) {
        parcels.create(zone, line.parcel(), outline, null);
      } else if (outline != null && line.plan() == Plan.CHANGE) {
        long parcel = rows.findByNumber(zone, line.parcel().number()).orElseThrow().id();
        parcels.redraw(zone, parcel, outline);
      }
    }
    jdbc.sql("DELETE FROM parcel_upload WHERE zone_id = ? AND id = ?").params(zone, id).update();
    return new Done(
        preview.count(Plan.ADD),
        preview.count(Plan.CHANGE),
        preview.count(Plan.SAME),
        preview.count(Plan.REFUSE));
  }
}
