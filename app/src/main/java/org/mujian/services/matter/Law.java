package org.mujian.services.matter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that law and a zone's promises ever said of matters, to be asked for a day. */
public final class Law {

  private final Map<String, Matter> matters = new LinkedHashMap<>();
  private final Map<String, List<MatterTime>> times;
  private final Map<String, List<Promise>> promises;

  /**
   * @param times and {@code promises} in any order
   */
  Law(
      List<Matter> matters,
      Map<String, List<MatterTime>> times,
      Map<String, List<Promise>> promises) {
    matters.forEach(matter -> this.matters.put(matter.code(), matter));
    this.times = times;
    this.promises = promises;
  }

  /** Every matter as it was on a day. */
  public List<Matter> listAll(LocalDate day) {
    return matters.keySet().stream().flatMap(code -> find(code, day).stream()).toList();
  }

  /** A matter as it was on a day. */
  public Optional<Matter> find(String code, LocalDate day) {
    return Optional.ofNullable(matters.get(code))
        .map(
            bare ->
                new Matter(
                    bare.code(),
                    bare.service(),
                    bare.name(),
                    bare.nameEn(),
                    bare.authority(),
                    bare.basis(),
                    bare.materials(),
                    inForce(times.getOrDefault(code, List.of()), day),
                    promises.getOrDefault(code, List.of()).stream()
                        .filter(promise -> !promise.validFrom().isAfter(day))
                        .max(Comparator.comparing(Promise::validFrom))
                        .orElse(null)));
  }

  /** The latest row of each kind and step, in the order in which law tells them. */
  private static List<MatterTime> inForce(List<MatterTime> all, LocalDate day) {
    Map<String, MatterTime> latest = new LinkedHashMap<>();
    for (MatterTime time : all) {
      if (!time.validFrom().isAfter(day)) {
        latest.merge(
            time.kind() + time.step(),
            time,
            (one, other) -> other.validFrom().isAfter(one.validFrom()) ? other : one);
      }
    }
    return List.copyOf(latest.values());
  }
}
