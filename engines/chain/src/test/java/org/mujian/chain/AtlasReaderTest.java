package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong atlas is refused with every fault, named; the shipped one is right. */
class AtlasReaderTest {

  private static final String GOOD =
      """
      code: toys
      name: 玩具
      nameEn: Toys
      version: "1"
      validFrom: "2026-01-01"
      source: 虚构
      notProduct: [机械]
      links:
        - {code: wood, name: 木料, nameEn: Wood, group: upstream, products: [木板], keywords: [木板], industries: [C2011], feeds: [blocks]}
        - {code: blocks, name: 积木, nameEn: Blocks, group: downstream, products: [积木], keywords: [积木], exclusions: [积木箱], industries: [C2451]}
      """;

  @Test
  void aGoodAtlasIsReadWithBothDirectionsOfItsEdges() {
    Atlas atlas = AtlasReader.read("toys.yaml", GOOD);
    Link wood = atlas.find("wood").orElseThrow();
    Link blocks = atlas.find("blocks").orElseThrow();
    assertThat(atlas.downstreamOf(wood)).containsExactly(blocks);
    assertThat(atlas.upstreamOf(blocks)).containsExactly(wood);
    assertThat(blocks.counts()).isEqualTo(Role.MAKES);
    assertThat(atlas.list(Link.Group.UPSTREAM)).containsExactly(wood);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: 玩具 | nom: 玩具 | 图谱 有不认识的字段“nom”
          name: 玩具 | nom: 玩具 | 图谱 缺少 name
          version: "1" | version: 1 | 图谱 的 version“1”应是文字（数字和日期请加引号）
          "2026-01-01" | "2026-13-01" | 图谱 的 validFrom“2026-13-01”不是日期，应写作带引号的 "2026-01-01"
          group: upstream | group: top | 环节 wood 的 group“top”应是 upstream、midstream、downstream、support 之一
          feeds: [blocks] | feed: [blocks] | 环节 wood 有不认识的字段“feed”
          code: blocks, | code: wood, | 环节代码“wood”出现了两次
          code: blocks, | code: Blocks, | 环节 Blocks 的 code“Blocks”应由小写字母、数字和连字符组成
          feeds: [blocks] | feeds: [bricks] | 环节 wood 的下游“bricks”不存在
          feeds: [blocks] | feeds: [blocks, blocks] | 环节 wood 的下游“blocks”写了两次
          feeds: [blocks] | feeds: [wood] | 环节之间成了环：wood → wood
          [C2451] | [C2451], feeds: [wood] | 环节之间成了环：wood → blocks → wood
          [木板], ind | [木板, 厚木板], ind | 环节 wood 的关键词“厚木板”已被“木板”包含，请删去其一
          [木板], ind | [木板, 积木], ind | 关键词“积木”同时属于环节 wood 和 blocks
          [木板], ind | [木], ind | 环节 wood 的关键词“木”太短，至少两个字
          [木板], ind | [], ind | 环节 wood 的 keywords 应是不空的列表
          [积木箱] | [木箱] | 环节 blocks 的排除词“木箱”与任何关键词都不相交，永远不起作用
          [积木箱] | [积木] | 环节 blocks 的“积木”既是关键词又是排除词
          [C2451] | [C2451], inputs: [{of: blocks, perTonne: 1, source: 虚构}] | 环节 blocks 的投入“blocks”不是它的上游环节
          [C2451] | [C2451], inputs: [{of: wood, perTonne: 0, source: 虚构}] | 环节 blocks 的 inputs 的 perTonne“0”应是大于零的数
          [C2451] | [C2451], inputs: [{of: wood, perTonne: 1.1}] | 环节 blocks 的 inputs 缺少 source
          [C2451] | [C2451], needs: [harbour] | 环节 blocks 的 needs“harbour”应是 chemical-park、land、port、steam 之一
          [C2451] | [C2451], also: [石板] | 环节 blocks 的 also“石板”不是别的环节的关键词
          [C2451] | [C2451], whole: 是 | 环节 blocks 的 whole“是”应是 true 或 false
          [C2011] | [2011] | 环节 wood 的 industries 里“2011”应是文字
          [C2011] | ["2011"] | 环节 wood 的行业代码“2011”不像 GB/T 4754 的代码，应如 C2614
          """)
  void eachRuleBitesAndSaysWhere(String from, String to, String fault) {
    assertThat(GOOD).contains(from);
    assertThat(AtlasReader.faultsOf(GOOD.replace(from, to))).contains(fault);
  }

  @Test
  void allFaultsAreToldAtOnceWithTheFile() {
    String bad = GOOD.replace("nameEn: Wood, ", "").replace("source: 虚构\n", "");
    assertThatThrownBy(() -> AtlasReader.read("atlas/toys.yaml", bad))
        .isInstanceOf(AtlasRefused.class)
        .hasMessage("atlas/toys.yaml：图谱 缺少 source；环节 wood 缺少 nameEn");
  }

  @Test
  void whatIsNotYamlOrDoesMoreThanTellDataIsRefused() {
    assertThat(AtlasReader.faultsOf("a: [")).first().asString().startsWith("不是正确的 YAML");
    assertThat(AtlasReader.faultsOf("- a")).containsExactly("应是一个图谱（字段与值），得到的却是别的内容");
    assertThat(AtlasReader.faultsOf("code: a\ncode: b")).first().asString().contains("duplicate");
    assertThat(AtlasReader.faultsOf("!!java.net.URL [\"http://127.0.0.1\"]"))
        .first()
        .asString()
        .startsWith("不是正确的 YAML");
  }

  @Property(tries = 300)
  void damagedTextIsRefusedInWordsOrReadButNeverFails(
      @ForAll @IntRange(max = 600) int at, @ForAll char put, @ForAll @IntRange(max = 5) int take) {
    int from = Math.min(at, GOOD.length());
    String damaged =
        GOOD.substring(0, from) + put + GOOD.substring(Math.min(GOOD.length(), from + take));
    AtlasReader.faultsOf(damaged).forEach(fault -> assertThat(fault).isNotBlank());
  }

  @Test
  void theShippedAtlasesAreTwoDeepOnesAndFourDrafts() {
    assertThat(ShippedAtlases.list())
        .extracting(Atlas::code)
        .containsExactly(
            "petrochemicals",
            "plastics",
            "equipment-manufacturing",
            "modern-logistics",
            "industrial-real-estate",
            "chinese-medicine");
    for (Atlas atlas : ShippedAtlases.list()) {
      assertThat(atlas.draft())
          .as(atlas.code())
          .isEqualTo(!List.of("petrochemicals", "plastics").contains(atlas.code()));
      assertThat(atlas.links()).hasSizeGreaterThanOrEqualTo(atlas.draft() ? 20 : 40);
      assertThat(atlas.links().stream().mapToInt(link -> link.keywords().size()).sum())
          .isGreaterThanOrEqualTo(atlas.draft() ? 100 : 300);
      for (Link.Group group : Link.Group.values()) {
        assertThat(atlas.list(group)).isNotEmpty();
      }
    }
  }

  @Test
  void everyKeywordOfTheShippedAtlasFindsItsLink() {
    for (Atlas atlas : ShippedAtlases.list()) {
      ScopeTagger tagger = new ScopeTagger(atlas);
      for (Link link : atlas.links()) {
        for (String keyword : link.keywords()) {
          assertThat(tagger.tag(keyword, null))
              .as(keyword)
              .extracting(Tag::link)
              .containsExactlyInAnyOrderElementsOf(linksOf(keyword, link, atlas));
        }
      }
    }
  }

  /** Its own, and those that count it too. */
  private static List<String> linksOf(String keyword, Link own, Atlas atlas) {
    return atlas.links().stream()
        .filter(link -> link == own || link.also().contains(keyword))
        .map(Link::code)
        .toList();
  }
}
