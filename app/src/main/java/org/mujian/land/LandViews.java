package org.mujian.land;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.factors.Balance;
import org.mujian.factors.FactorAccount;
import org.mujian.units.Area;
import org.mujian.web.Light;

/** What the room's pages show. */
public final class LandViews {

  private LandViews() {}

  /** Free land supplyable by a day. */
  public record Mark(LocalDate day, BigDecimal mu, int parcels) {}

  /** A status, how many parcels have it and how much land they are. */
  public record Share(ParcelStatus status, long parcels, BigDecimal mu) {}

  /** What may still be drawn through a connection, from the zone's account of that factor. */
  public record Room(FactorAccount account, Balance balance) {}

  /** A connection's line. */
  public record ConnectionLine(Connection connection, Light light, @Nullable Room room) {}

  /** A step of a track as a tile. */
  public record Tile(String code, String word, String state, @Nullable LocalDate date) {}

  /** As typed. */
  public record ReserveForm(String name, boolean chemical, String from, String until) {}

  /** A line of what happened: to the day where only a day is known. */
  public record Past(String when, Instant order, String what, String who) {}

  /** As typed; {@code outline} is the drawn polygon in the plane, GeoJSON. */
  public record ParcelForm(
      String number, String block, String use, boolean chemical, String mu, String outline) {}

  /** A work's line. */
  public record WorkLine(Work work, Light light, long waiting) {}

  /** A parcel that a work serves, with the kinds of connection and whether all are there. */
  public record Served(long id, String number, String kinds, boolean done) {}

  public record Payment(BigDecimal amount, LocalDate paidOn, String document) {}

  /** What will be done with a feature. */
  public enum Plan implements Worded {
    ADD,
    CHANGE,
    SAME,
    REFUSE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String key() {
      return "land.plan." + code();
    }
  }

  /**
   * A feature as understood.
   *
   * @param fault message key's last part, or null
   */
  public record UploadLine(
      int place,
      NewParcel parcel,
      @Nullable Area area,
      Plan plan,
      @Nullable String fault,
      String value) {}

  public record Preview(long id, String fileName, boolean systemNamed, List<UploadLine> lines) {
    public long count(Plan plan) {
      return lines.stream().filter(line -> line.plan() == plan).count();
    }

    /** Of the good ones. */
    public Area total() {
      return lines.stream()
          .filter(line -> line.plan() != Plan.REFUSE)
          .map(line -> java.util.Objects.requireNonNull(line.area()))
          .reduce(Area.ZERO, Area::plus);
    }
  }

  public record Done(long added, long changed, long same, long refused) {}
}
