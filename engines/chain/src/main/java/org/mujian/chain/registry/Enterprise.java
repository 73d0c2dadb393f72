package org.mujian.chain.registry;

import org.jspecify.annotations.Nullable;

/**
 * What the encoded registry keeps of an enterprise beside its scope.
 *
 * @param key its credit code or another sign of at most 18 ASCII characters; empty when it has none
 * @param name read for what it tells of works and shops; not kept
 * @param division GB/T 2260, six digits; 0 when unknown
 * @param year of registration; 0 when unknown
 * @param yuan registered capital; negative when unknown
 * @param industry GB/T 4754-2017, letter and digits; empty when unknown
 */
public record Enterprise(
    String key,
    @Nullable String name,
    String scope,
    int division,
    int year,
    long yuan,
    String industry) {

  static final int KEY_BYTES = 18;

  public Enterprise {
    if (key.length() > KEY_BYTES || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "A key has at most 18 ASCII characters, and “" + key + "” has others");
    }
    if (year < 0 || year > Short.MAX_VALUE) {
      throw new IllegalArgumentException("No year: " + year);
    }
    if (!isDivision(division)) {
      throw new IllegalArgumentException("No division: " + division);
    }
    if (!industry.equals(Industry.normal(industry))) {
      throw new IllegalArgumentException("No industry of GB/T 4754-2017: " + industry);
    }
  }

  static boolean isDivision(int division) {
    return division >= 0 && division <= 999_999;
  }

  /** Of an unknown industry. */
  public Enterprise(
      String key, @Nullable String name, String scope, int division, int year, long yuan) {
    this(key, name, scope, division, year, yuan, "");
  }
}
