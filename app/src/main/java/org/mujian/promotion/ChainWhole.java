package org.mujian.promotion;

import java.time.LocalDate;
import java.util.List;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;

/** A chain as the API gives it. */
public record ChainWhole(
    String code,
    String name,
    String nameEn,
    String version,
    LocalDate validFrom,
    String source,
    List<String> notProduct,
    List<OneLink> links) {

  /**
   * @param counts the role by which enterprises are counted
   */
  public record OneLink(
      String code,
      String name,
      String nameEn,
      String group,
      List<String> products,
      List<String> keywords,
      List<String> exclusions,
      List<String> industries,
      List<String> feeds,
      String counts) {}

  static ChainWhole of(Atlas atlas) {
    return new ChainWhole(
        atlas.code(),
        atlas.name(),
        atlas.nameEn(),
        atlas.version(),
        atlas.validFrom(),
        atlas.source(),
        atlas.notProduct(),
        atlas.links().stream().map(ChainWhole::of).toList());
  }

  private static OneLink of(Link link) {
    return new OneLink(
        link.code(),
        link.name(),
        link.nameEn(),
        link.group().code(),
        link.products(),
        link.keywords(),
        link.exclusions(),
        link.industries(),
        link.feeds(),
        link.counts().code());
  }
}
