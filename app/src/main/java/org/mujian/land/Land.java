package org.mujian.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions about the zone's land as a whole. */
@Component
@Transactional
public class Land {

  private final States states;
  private final WorkRows works;

  Land(States states, WorkRows works) {
    this.states = states;
    this.works = works;
  }

  /**
   * A parcel whose supplyable day moves.
   *
   * @param from null when it had none
   * @param to null when it would have none
   * @param reservedFor the name of who holds it today, or null
   * @param holder opaque, or null
   */
  public record Moved(
      long parcelId,
      String number,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String reservedFor,
      @Nullable String holder) {}

  /** The parcels that would move, by number, if a work were finished on another day. */
  public List<Moved> consequencesOf(long zone, long workId, LocalDate date) {
    if (works.find(zone, workId).isEmpty()) {
      throw new NoSuchLand("工程 " + workId);
    }
    List<ParcelState> now = states.list(zone, Map.of());
    List<ParcelState> then = states.list(zone, Map.of(workId, date));
    List<Moved> moved = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      LocalDate from = now.get(i).supplyable().on();
      LocalDate to = then.get(i).supplyable().on();
      if (!Objects.equals(from, to)) {
        ParcelReservation held = now.get(i).reservation();
        moved.add(
            new Moved(
                now.get(i).parcel().id(),
                now.get(i).parcel().number(),
                from,
                to,
                held == null ? null : held.holderName(),
                held == null ? null : held.holder()));
      }
    }
    return moved;
  }

  /** Whether chemical projects may land: the park is known to be recognised. */
  public boolean chemicalAllowed(long zone) {
    return states.chemicalAllowed(zone);
  }
}
