package org.mujian.chain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an enterprise's name says of what it does with the goods that its scope merely lists. */
public enum NameSays {
  /** A works, a factory. */
  MAKES,
  /** A shop, a filling station, a cooperative of supply and marketing. */
  TRADES,
  NOTHING;

  private static final Pattern WORKS = Pattern.compile("厂[.。 ]*$|厂[(（]|制造.{0,3}公司|制品.{0,3}公司");

  private static final Matcher SHOP =
      Matcher.of(
          List.of(
              "商店", "门市", "商行", "商场", "超市", "商厦", "商城", "供销", "加油站", "经销", "经营部", "销售", "贸易", "商贸",
              "物资", "农资", "百货", "批发", "药店", "药房", "支局", "营业所"));

  /** Without one of these it is no works. */
  private static final Matcher MAY_BE_WORKS = Matcher.of(List.of("厂", "制造", "制品"));

  public static NameSays of(@Nullable String name) {
    if (name == null) {
      return NOTHING;
    }
    if (SHOP.hasHit(name)) {
      return TRADES;
    }
    return MAY_BE_WORKS.hasHit(name) && WORKS.matcher(name).find() ? MAKES : NOTHING;
  }

  Role orElse(Role role) {
    if (role != Role.UNSTATED) {
      return role;
    }
    return switch (this) {
      case MAKES -> Role.MAKES;
      case TRADES -> Role.TRADES;
      case NOTHING -> role;
    };
  }
}
