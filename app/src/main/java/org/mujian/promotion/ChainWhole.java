package org.mujian.promotion;

import java.math.BigDecimal;
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
    boolean draft,
    List<String> notProduct,
    List<OneLink> links) {

  /**
   * @param counts the role by which enterprises are counted
   * @param inputs tonnes for one tonne of the product, where known
   * @param needs what its projects need of the place
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
      String counts,
      List<OneInput> inputs,
      List<String> needs) {}

  /** Of the link that delivers. */
  public record OneInput(String of, BigDecimal perTonne, String source) {}

  static ChainWhole of(Atlas atlas) {
    return new ChainWhole(
        atlas.code(),
        atlas.name(),
        atlas.nameEn(),
        atlas.version(),
        atlas.validFrom(),
        atlas.source(),
        atlas.draft(),
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
        link.counts().code(),
        link.inputs().stream()
            .map(input -> new OneInput(input.of(), input.perTonne(), input.source()))
            .toList(),
        link.needs().stream().map(Link.Need::code).toList());
  }
}
