package org.mujian.enterprises;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an enterprise, checked; {@link Enterprises} makes or changes one with it.
 *
 * @param capitalText read by {@link Capital}; kept as given when that fails
 * @param division null to find it from province, city and address
 */
public record Draft(
    @Nullable String creditCode,
    String name,
    List<String> formerNames,
    @Nullable String type,
    @Nullable String industryCode,
    @Nullable String division,
    @Nullable String province,
    @Nullable String city,
    @Nullable String capitalText,
    @Nullable LocalDate registeredOn,
    @Nullable String address,
    @Nullable String scope,
    @Nullable String status,
    @Nullable String source,
    boolean sample) {

  /** The least: a name. */
  public static Draft named(String name) {
    return new Draft(
        null, name, List.of(), null, null, null, null, null, null, null, null, null, null, null,
        false);
  }
}
