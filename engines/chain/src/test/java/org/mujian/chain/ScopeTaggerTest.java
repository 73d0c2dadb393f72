package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented scopes of every pattern that registers use, and what they say. */
class ScopeTaggerTest {

  static final ScopeTagger TAGGER = new ScopeTagger(ShippedAtlases.list().getFirst());

  /** Tags as「link:role:words」, in the scope's order; nothing at all is「-」. */
  static String tags(String scope) {
    String tags =
        TAGGER.tag(scope, null).stream()
            .map(
                tag ->
                    tag.link()
                        + ":"
                        + tag.role().code()
                        + ":"
                        + tag.words().stream().map(Tag.Word::text).collect(Collectors.joining("+")))
            .collect(Collectors.joining(" "));
    return tags.isEmpty() ? "-" : tags;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # verbs after the goods
          聚丙烯、工业漆用树脂生产；家具销售 | polypropylene:makes:聚丙烯
          润滑油、机床销售 | lubricants:trades:润滑油
          润滑油批发兼零售 | lubricants:trades:润滑油
          胶粘剂的生产与销售。 | adhesives:makes:胶粘剂
          减水剂研发 | concrete-admixtures:serves:减水剂
          催化剂技术服务 | catalysts:serves:催化剂
          催化剂销售代理 | catalysts:trades:催化剂
          农膜制造，钢材销售 | plastic-film:makes:农膜
          钢材制造，农膜销售 | plastic-film:trades:农膜
          # verbs before the goods
          生产改性沥青、水泥；运输 | modified-asphalt:makes:改性沥青
          制造、加工、销售：油墨，纸张 | inks:makes:油墨
          制造：纸张；销售：油墨、纸张 | inks:trades:油墨
          销售染料、生产纸张 | dyes:trades:染料
          生产纸张、销售染料 | dyes:trades:染料
          生产纸张，染料销售 | dyes:trades:染料
          销售纸张，染料生产 | dyes:makes:染料
          销售染料及生产 | dyes:makes:染料
          产品销售；销售：染料（含流动加工服务）、油墨 | dyes:trades:染料 inks:trades:油墨
          染料、油墨、货物运输 | dyes:unstated:染料 inks:unstated:油墨
          染料、广告设计、制作、纸张销售 | dyes:trades:染料
          染料，油墨。加工制造；运输 | dyes:makes:染料 inks:makes:油墨
          染料批发（无储存） | dyes:trades:染料
          染料制造、销售及技术服务 | dyes:makes:染料
          收购农产品用于生产染料、油墨 | dyes:makes:染料 inks:makes:油墨
          生产纸张，油墨，染料销售 | inks:makes:油墨 dyes:trades:染料
          塑料制品回收及加工 | plastic-products:makes:塑料
          # no verb
          百货、五金、化工产品 | trade:unstated:化工产品
          钢材销售，化工产品 | trade:unstated:化工产品
          # the longest word wins, from the left
          聚丙烯腈生产 | fibres:makes:聚丙烯腈
          丙烯腈生产 | acrylonitrile:makes:丙烯腈
          丙烯生产 | propylene:makes:丙烯
          对二甲苯生产 | px-pta:makes:对二甲苯
          改性沥青生产 | modified-asphalt:makes:改性沥青
          农药中间体制造 | intermediates:makes:农药中间体
          氯化聚乙烯生产 | -
          聚乙烯管生产 | plastic-pipe:makes:聚乙烯管
          甲苯胺生产 | -
          # exclusions in brackets
          化工产品（不含油漆、汽油）销售 | trade:trades:化工产品
          化工产品（油漆、汽油除外）销售 | trade:trades:化工产品
          化工产品（除油漆外）销售 | trade:trades:化工产品
          化工产品(除油漆)销售 | trade:trades:化工产品
          化工产品［不包括油漆（含清漆）］销售 | trade:trades:化工产品
          化工产品（含油漆，不含汽油）销售 | trade:trades:化工产品 coatings:trades:油漆
          化工产品（不含汽油销售 | trade:unstated:化工产品
          五金（以上均不含油漆）零售 | -
          # exclusions in the open
          钢材销售，不含油漆、汽油；染料销售 | dyes:trades:染料
          除油漆外的建材销售；染料销售 | dyes:trades:染料
          自营进出口业务，但国家限定公司经营的油漆除外。染料销售 | dyes:trades:染料
          除草剂生产 | pesticides:makes:除草剂
          # words of the law and of the form
          染料销售（依法须经批准的项目，经相关部门批准后方可开展经营活动） | dyes:trades:染料
          依法须经批准的油漆项目经批准后方可生产；染料销售 | dyes:trades:染料
          许可经营项目：无。一般经营项目：染料生产 | dyes:makes:染料
          一般项目：染料制造；许可项目：农药生产 | dyes:makes:染料 pesticides:makes:农药
          农业生产资料、染料零售 | dyes:trades:染料
          染料零售（凭农药经营许可证经营） | dyes:trades:染料
          染料（生产许可证有效期至某年）零售 | dyes:trades:染料
          # equipment and works are not the product
          塑料制品机械制造 | -
          沥青摊铺 | -
          沥青混凝土生产 | -
          涂料喷涂施工 | -
          涂料、喷涂设备销售 | coatings:trades:涂料
          化工设备制造 | equipment:makes:化工设备
          化工设备安装 | equipment:serves:化工设备
          涂料生产设备销售 | -
          冶金、石油、矿山机械设备制造 | equipment:makes:石油
          橡胶、塑料机械制造 | -
          石油、化工产品销售 | trade:trades:化工产品
          工程塑料制品制造 | plastic-products:makes:工程塑料制品
          # words that carry their verb
          原油加工 | refining:makes:原油加工
          石油开采 | crude:makes:石油开采
          危险货物运输（3类） | storage:serves:危险货物运输
          # a service that is merely named is performed
          普通货运；井下作业 | engineering:serves:井下作业
          # what is grown says nothing of the goods before it
          染料、水稻种植；家具销售 | dyes:unstated:染料
          # widths, brackets, capitals, separators
          ＡＢＳ树脂生产 | abs:makes:ＡＢＳ
          塗料、聚乙烯樹脂生產；潤滑油銷售 | coatings:makes:塗料 polyethylene:makes:聚乙烯 lubricants:trades:潤滑油
          Abs塑料生产 | abs:makes:Abs塑料
          absolute品牌代理 | -
          纸张 染料 油墨 批发 | dyes:trades:染料 inks:trades:油墨
          橡胶制品*经营方式：加工 | rubber-products:unstated:橡胶
          # the head of a noun tells, what stands before it does not
          环氧树脂漆制造 | coatings:makes:树脂漆
          丙烯酸磁漆制造 | coatings:makes:磁漆
          硅橡胶护套机制造 | -
          硫酸系列产品生产 | mineral-acids:makes:硫酸
          丙烯酸丁酯生产 | acrylic-acid:makes:丙烯酸
          硫酸铝铵生产 | -
          三氯甲苯、2,4-硝基甲苯生产 | -
          塑料泡沫制造 | foam:makes:泡沫
          塑料制品泡沫制造 | plastic-products:makes:塑料 foam:makes:泡沫
          塑料挤出机、吹膜机制造 | -
          聚乙烯（PE）储罐制造 | -
          聚四氟乙烯、聚乙烯、聚丙烯管制造 | plastic-pipe:makes:聚丙烯管
          聚乙烯、聚丙烯制造 | polyethylene:makes:聚乙烯 polypropylene:makes:聚丙烯
          橡塑制品制造 | rubber-products:makes:橡塑 plastic-products:makes:橡塑
          # a further act does not hide the verb
          染料、纸品加工及彩印 | dyes:makes:染料
          染料研发、制造及相关技术咨询服务 | dyes:makes:染料
          润滑油调和 | lubricants:makes:润滑油
          # several words, several roles: the strongest holds
          染料销售；染料生产 | dyes:makes:染料+染料
          """)
  void aScopeIsReadAsItsWriterMeantIt(String scope, String expected) {
    assertThat(tags(scope)).isEqualTo(expected);
  }

  @Test
  void wordsStandWhereTheScopeHasThem() {
    String scope = "五金；【特种】润滑油、ABS树脂生产";
    for (Tag tag : TAGGER.tag(scope, null)) {
      for (Tag.Word word : tag.words()) {
        assertThat(scope.substring(word.start(), word.end())).isEqualTo(word.text());
      }
    }
    assertThat(TAGGER.tag(scope, null)).hasSize(2);
  }

  @Test
  void theScoreCountsRoleWordsPlaceAndIndustry() {
    assertThat(score("五金零售；润滑油销售", null)).isEqualTo(30);
    assertThat(score("润滑油销售", null)).isEqualTo(40);
    assertThat(score("润滑油、润滑脂销售", null)).isEqualTo(45);
    assertThat(score("润滑油、润滑脂、液压油生产", null)).isEqualTo(80);
    assertThat(score("润滑油生产", "C2511")).isEqualTo(80);
    assertThat(score("润滑油生产", "C2641")).isEqualTo(70);
  }

  private static int score(String scope, String industry) {
    return TAGGER.tag(scope, industry).getFirst().score();
  }

  @Test
  void whereTheScopeOnlyListsTheNameTellsWorksFromShops() {
    assertThat(roleOf("某某染料厂")).isEqualTo(Role.MAKES);
    assertThat(roleOf("某某商贸有限公司")).isEqualTo(Role.TRADES);
    assertThat(roleOf("某某染料厂经销处")).isEqualTo(Role.TRADES);
    assertThat(roleOf("某某公司")).isEqualTo(Role.UNSTATED);
    assertThat(TAGGER.tag("染料销售", null, NameSays.MAKES).getFirst().role()).isEqualTo(Role.TRADES);
    assertThat(TAGGER.tag("化工产品", null, NameSays.MAKES)).isEmpty();
  }

  private static Role roleOf(String name) {
    return TAGGER.tag("染料、纸张", null, NameSays.of(name)).getFirst().role();
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(TAGGER.tag(null, null)).isEmpty();
    assertThat(TAGGER.tag(" ", null)).isEmpty();
    assertThat(TAGGER.tag("（不含染料", null)).isEmpty();
  }

  @Property(tries = 400)
  void anyTextIsReadWithoutFailingAndItsWordsStandInIt(@ForAll("scopes") String scope) {
    for (Tag tag : TAGGER.tag(scope, null)) {
      assertThat(TAGGER.atlas().find(tag.link())).isPresent();
      assertThat(tag.score()).isBetween(20, 100);
      for (Tag.Word word : tag.words()) {
        assertThat(scope.substring(word.start(), word.end())).isEqualTo(word.text());
      }
    }
  }

  @Property(tries = 200)
  void whatIsExcludedIsNeverRead(@ForAll("scopes") String scope) {
    String inside = scope.replaceAll("[（）()\\[\\]【】{}〔〕「」『』［］｛｝]", "");
    assertThat(TAGGER.tag("（不含" + inside + "）", null)).isEmpty();
  }

  @Provide
  Arbitrary<String> scopes() {
    List<String> pieces =
        List.of(
            "聚丙烯", "染料", "丙烯", "abs", "ＡＢＳ", "（", "）", "(", ")", "不含", "除外", "除", "外", "、", "，",
            "；", "。", "生产", "销售", "：", "许可", "凭", "机械", "\n", " ", "\0", "依法须经批准的", "化工产品", "乙",
            "𠮷");
    return Arbitraries.oneOf(Arbitraries.of(pieces), Arbitraries.strings().ofMaxLength(3).all())
        .list()
        .ofMaxSize(25)
        .map(list -> String.join("", list));
  }
}
