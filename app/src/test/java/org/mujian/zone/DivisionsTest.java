package org.mujian.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mujian.MujianTest;
import org.springframework.beans.factory.annotation.Autowired;

@MujianTest
class DivisionsTest {

  @Autowired Divisions divisions;

  @Test
  void allProvincesCitiesAndCountiesAreThere() {
    assertThat(divisions.listIn(null)).hasSize(31);
    assertThat(divisions.listIn("211100"))
        .extracting(Division::name)
        .containsExactly("双台子区", "兴隆台区", "大洼区", "盘山县");
    assertThat(divisions.nameOf("211122")).isEqualTo("辽宁省盘锦市盘山县");
    assertThat(divisions.nameOf("110105")).isEqualTo("北京市朝阳区");
    assertThat(divisions.nameOf("999999")).isEqualTo("999999");
    assertThat(divisions.find("211100").orElseThrow().prefix()).isEqualTo("2111");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "辽宁,盘锦,盘锦市盘山县某镇,211122",
        "辽宁省,盘锦市,某路 3 号,211100",
        "辽宁,-,盘锦市兴隆台区某街,211103",
        "辽宁,-,盘山县某镇,211122",
        "辽宁,盘山县,-,211122",
        "-,-,辽宁省大连市中山区某街,210202",
        "辽宁,盘锦,大洼县某乡,211104",
        "辽宁,朝阳,朝阳市双塔区某路,211302",
        "北京,-,北京市朝阳区某路,110105",
        "北京,朝阳区,-,110105",
        "辽宁,没有的市,某路,210000",
        "-,-,某路,-",
        "-,-,-,-"
      })
  void anAddressLeadsToTheSmallestDivisionItNames(
      String province, String city, String address, String code) {
    assertThat(divisions.locate(province, city, address).map(Division::code).orElse(null))
        .isEqualTo(code);
  }
}
