package org.mujian.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as the registry or a zone knows it.
 *
 * @param zoneId 0 for the registry that the province shares, else the zone that alone knows it
 * @param id unique over all zones
 * @param creditCode GB 32100; none abroad or before registration
 * @param formerNames oldest first
 * @param industryCode GB/T 4754 with its section's letter, of the year {@code industryVersion}
 * @param division GB/T 2260, six digits
 * @param province as given, like {@code city} and {@code capitalText}
 * @param capital in whole units of {@code capitalCurrency}; null with a text that could not be read
 * @param sample invented
 */
public record Enterprise(
    long zoneId,
    long id,
    @Nullable String creditCode,
    String name,
    List<String> formerNames,
    @Nullable String type,
    @Nullable String industryCode,
    @Nullable Integer industryVersion,
    @Nullable String division,
    @Nullable String province,
    @Nullable String city,
    @Nullable BigDecimal capital,
    @Nullable String capitalCurrency,
    @Nullable String capitalText,
    @Nullable LocalDate registeredOn,
    @Nullable String address,
    @Nullable String scope,
    @Nullable String status,
    @Nullable String source,
    boolean sample,
    int version) {

  public boolean isShared() {
    return zoneId == 0;
  }
}
