package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.enterprises.Draft;
import org.mujian.enterprises.Enterprises;
import org.mujian.jobs.JobRun;
import org.mujian.promotion.ChainStanding.Obstacle;
import org.mujian.promotion.gap.Tagging;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;

/** What other rooms read of the chains: several links together, each enterprise once. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainPlacesTest {

  @Autowired ChainPlaces places;
  @Autowired Enterprises enterprises;
  @Autowired Tagging tagging;

  private ChainPlace polypropylene;
  private ChainPlace lubricants;

  @BeforeAll
  void aRegistry() {
    polypropylene = places.find("petrochemicals", "polypropylene").orElseThrow();
    lubricants = places.find("petrochemicals", "lubricants").orElseThrow();
    // Before the tagging there is no figure, and the reason is said.
    assertThat(in(List.of(polypropylene)).obstacle()).isEqualTo(Obstacle.UNTAGGED);
    Scope.ofProgram(0)
        .run(
            () -> {
              enterprise("盘锦甲化工有限公司", "盘锦", "聚丙烯、润滑油生产");
              enterprise("盘锦乙商贸有限公司", "盘锦", "润滑油销售");
              enterprise("大连丙化工有限公司", "大连", "聚丙烯生产");
              enterprise("大连丁餐饮有限公司", "大连", "餐饮服务");
              enterprise("大连戊餐饮有限公司", "大连", "餐饮服务");
              try {
                tagging.run(new Quiet());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private void enterprise(String name, String city, String scope) {
    enterprises.create(
        0,
        new Draft(
            null,
            name,
            List.of(),
            null,
            null,
            null,
            "辽宁",
            city,
            null,
            LocalDate.of(2001, 5, 1),
            null,
            scope,
            null,
            "测试",
            false));
  }

  private ChainStanding in(List<ChainPlace> links) {
    return Scope.ofProgram(0).call(() -> places.standing("211122", links));
  }

  @Test
  void anEnterpriseInTwoLinksIsCountedOnceAndASellerOfAMakersLinkNotAtAll() {
    ChainStanding both = in(List.of(polypropylene, lubricants));
    assertThat(both.obstacle()).isNull();
    assertThat(both)
        .extracting(
            ChainStanding::inCity,
            ChainStanding::cityEnterprises,
            ChainStanding::inProvince,
            ChainStanding::provinceEnterprises)
        .containsExactly(1L, 2L, 2L, 5L);
    // (1 ÷ 2) ÷ (2 ÷ 5)
    assertThat(both.quotient()).isCloseTo(1.25, within(1e-9));
  }

  @Test
  void whatCannotBeComputedSaysWhy() {
    assertThat(in(List.of()).obstacle()).isEqualTo(Obstacle.NO_LINKS);
    ChainPlace refining = places.find("petrochemicals", "refining").orElseThrow();
    assertThat(in(List.of(refining)).obstacle()).isEqualTo(Obstacle.NONE_IN_PROVINCE);
    assertThat(in(List.of(refining)).quotient()).isNull();
    ChainStanding elsewhere =
        Scope.ofProgram(0).call(() -> places.standing("210999", List.of(polypropylene)));
    assertThat(elsewhere.obstacle()).isEqualTo(Obstacle.NONE_IN_CITY_REGISTRY);
  }

  @Test
  void linksAreKnownByTheirCodesAndNamedInBothLanguages() {
    assertThat(places.find("petrochemicals", "none")).isEmpty();
    assertThat(polypropylene.code()).isEqualTo("petrochemicals/polypropylene");
    assertThat(polypropylene.name(org.mujian.web.Language.SIMPLIFIED)).isEqualTo("聚丙烯");
    assertThat(polypropylene.name(org.mujian.web.Language.ENGLISH)).isEqualTo("Polypropylene");
    assertThat(places.listAll()).hasSizeGreaterThan(80);
  }

  private record Quiet() implements JobRun {
    @Override
    public long zone() {
      return 0;
    }

    @Override
    public long id() {
      return 1;
    }

    @Override
    public Map<String, String> input() {
      return Map.of();
    }

    @Override
    public void phase(String key) {}

    @Override
    public void total(long total) {}

    @Override
    public void progress(long done) {}

    @Override
    public void result(long accepted, long rejected, Map<String, Object> report) {}
  }
}
