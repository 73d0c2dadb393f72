package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the linter says of an atlas, and what it says of those that ship. */
class AtlasLintTest {

  private static final Atlas TOYS =
      AtlasReader.read(
          "toys.yaml",
          """
          code: toys
          name: 玩具
          nameEn: Toys
          version: "1"
          validFrom: "2026-01-01"
          source: 虚构
          links:
            - {code: wood, name: 木料, nameEn: Wood, group: upstream, products: [木板], keywords: [木板], industries: [C2011]}
            - {code: blocks, name: 积木, nameEn: Blocks, group: downstream, products: [积木], keywords: [积木, 销售], industries: [C2451]}
          """);

  @Test
  void linksThatNothingFeedsAreTold() {
    assertThat(AtlasLint.unreachable(TOYS))
        .extracting(AtlasLint.Finding::link)
        .containsExactly("wood", "blocks");
  }

  @Test
  void keywordsThatStandInTooManyScopesAreToldWithTheirShare() {
    assertThat(AtlasLint.tooCommon(TOYS, List.of("积木销售销售", "米销售", "木板", "面"), 0.3))
        .containsExactly(new AtlasLint.Finding("blocks", "销售", "出现在 50.0% 的经营范围里，说明不了什么"));
    assertThat(AtlasLint.tooCommon(TOYS, List.of(), 0.3)).isEmpty();
  }

  @Test
  void everyLinkOfTheShippedAtlasesIsReached() {
    for (Atlas atlas : ShippedAtlases.list()) {
      assertThat(AtlasLint.unreachable(atlas)).as(atlas.code()).isEmpty();
    }
  }
}
