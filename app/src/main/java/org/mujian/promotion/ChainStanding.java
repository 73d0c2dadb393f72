package org.mujian.promotion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many enterprises of a city stand in some links against its province, by the shared registry
 * as last tagged; each enterprise is counted once, in the role by which its link counts.
 *
 * @param version of the atlases that gave the tags
 * @param taggedAt the earliest of the chains'; null when one was never tagged
 */
public record ChainStanding(
    long inCity,
    long cityEnterprises,
    long inProvince,
    long provinceEnterprises,
    String version,
    @Nullable Instant taggedAt,
    @Nullable Obstacle obstacle) {

  /** Why there is no quotient. */
  public enum Obstacle {
    NO_LINKS,
    UNTAGGED,
    /** The chains were tagged on different registries: their figures are not of one source. */
    TAGGED_APART,
    NONE_IN_CITY_REGISTRY,
    NONE_IN_PROVINCE
  }

  static ChainStanding without(Obstacle obstacle) {
    return new ChainStanding(0, 0, 0, 0, "", null, obstacle);
  }

  /**
   * Location quotient (区位商): (inCity ÷ cityEnterprises) ÷ (inProvince ÷ provinceEnterprises); null
   * when there is an obstacle.
   */
  public @Nullable Double quotient() {
    return obstacle != null
        ? null
        : ((double) inCity / cityEnterprises) / ((double) inProvince / provinceEnterprises);
  }
}
