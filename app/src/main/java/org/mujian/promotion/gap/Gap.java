package org.mujian.promotion.gap;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Link;
import org.mujian.chain.Role;
import org.mujian.web.Light;

/**
 * A link in a city against its province.
 *
 * @param city by role, how many enterprises of the city stand in the link
 * @param neighbours links directly up- and downstream that are present or weak in the city
 */
public record Gap(
    Link link, Counts city, Counts province, Base cityBase, Base provinceBase, int neighbours) {

  /** A share below this part of the province's is weak. */
  public static final double WEAK_BELOW = 0.8;

  /** One is no cluster. */
  public static final int WEAK_UP_TO = 1;

  /** How many enterprises stand in a link, by what they do there. */
  public record Counts(long makes, long trades, long serves, long unstated) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    public long of(Role role) {
      return switch (role) {
        case MAKES -> makes;
        case TRADES -> trades;
        case SERVES -> serves;
        case UNSTATED -> unstated;
      };
    }

    Counts plus(Counts other) {
      return new Counts(
          makes + other.makes,
          trades + other.trades,
          serves + other.serves,
          unstated + other.unstated);
    }

    Counts plus(Role role, long more) {
      return new Counts(
          makes + (role == Role.MAKES ? more : 0),
          trades + (role == Role.TRADES ? more : 0),
          serves + (role == Role.SERVES ? more : 0),
          unstated + (role == Role.UNSTATED ? more : 0));
    }
  }

  /** What the figures say. */
  public enum Verdict {
    PRESENT(Light.State.OK),
    WEAK(Light.State.WARN),
    MISSING(Light.State.BAD);

    private final Light.State light;

    Verdict(Light.State light) {
      this.light = light;
    }

    public Light.State light() {
      return light;
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How many of the city count for the link: makers, or those who serve. */
  public long inCity() {
    return city.of(link.counts());
  }

  public long inProvince() {
    return province.of(link.counts());
  }

  /**
   * Location quotient (区位商): the link's share of the city's enterprises over its share of the
   * province's. Null when the province has none, or the registry none of the city.
   */
  public @Nullable Double quotient() {
    if (inProvince() == 0 || cityBase.enterprises() == 0 || provinceBase.enterprises() == 0) {
      return null;
    }
    double inCity = (double) inCity() / cityBase.enterprises();
    double inProvince = (double) inProvince() / provinceBase.enterprises();
    return inCity / inProvince;
  }

  public Verdict verdict() {
    if (inCity() == 0) {
      return Verdict.MISSING;
    }
    Double quotient = quotient();
    return inCity() <= WEAK_UP_TO || quotient != null && quotient < WEAK_BELOW
        ? Verdict.WEAK
        : Verdict.PRESENT;
  }
}
