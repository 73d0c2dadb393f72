package org.mujian.services.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise asks an authority for (事项).
 *
 * @param service registration, land, eia or other
 * @param authority the authority that decides, by law
 * @param materials what is usually asked for
 * @param times what law says of its time, in force on the day asked for
 * @param promise what the zone's authority promises, if it does
 */
public record Matter(
    String code,
    String service,
    String name,
    String nameEn,
    String authority,
    String basis,
    List<String> materials,
    List<MatterTime> times,
    @Nullable Promise promise) {

  /** The bureau that decides in this zone, as the zone names it. */
  public String bureau() {
    return promise == null ? authority : promise.authority();
  }

  /** The row that says how long the authority has; null when there is none. */
  public @Nullable MatterTime limit() {
    return first("limit");
  }

  /** How much the authority's head may add; null when law provides for none. */
  public @Nullable MatterTime extension() {
    return first("extension");
  }

  private @Nullable MatterTime first(String kind) {
    return times.stream().filter(time -> time.kind().equals(kind)).findFirst().orElse(null);
  }
}
