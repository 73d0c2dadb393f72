package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Search and the addresses that programs use. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnterpriseApiTest {

  private static final String CODE = "91350100M000100Y43";

  @Autowired Enterprises enterprises;
  @Autowired EnterpriseSearch search;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private long private8;
  private long shared;

  @BeforeAll
  void fill() {
    Scope.ofProgram(0, 8)
        .run(
            () -> {
              shared =
                  add(
                      0,
                      "盘锦北方沥青有限公司",
                      CODE,
                      "改性沥青、石油化工产品销售",
                      "辽宁",
                      "盘锦",
                      "C2519",
                      "5,000万元",
                      "2004-01-05");
              add(0, "大连海洋渔业公司", null, "海洋捕捞；水产品加工", "辽宁", "大连", "A0412", "100万美元", "1990-06-01");
              add(0, "盘山塑料制品厂", null, "塑料制品制造。石油、油石", "辽宁", "盘山县", null, null, null);
              private8 = add(8, "八号园区自有企业", null, "改性沥青", null, null, null, null, null);
            });
  }

  private long add(
      long zone,
      String name,
      String code,
      String scope,
      String province,
      String city,
      String industry,
      String capital,
      String date) {
    return enterprises
        .create(
            zone,
            new Draft(
                code,
                name,
                List.of(),
                null,
                industry,
                null,
                province,
                city,
                capital,
                date == null ? null : LocalDate.parse(date),
                null,
                scope,
                null,
                "test",
                false))
        .id();
  }

  @Test
  void twoCharactersOfAScopeFindIt() {
    assertThat(names(query("沥青"))).containsExactly("盘锦北方沥青有限公司");
    assertThat(names(query("青、"))).containsExactly("盘锦北方沥青有限公司");
  }

  @Test
  void longerTermsMustStandTogether() {
    assertThat(names(query("石油、油石"))).containsExactly("盘山塑料制品厂");
    assertThat(names(query("油、油"))).containsExactly("盘山塑料制品厂");
    // Its pairs 石油 and 油石 are there, the three characters are not.
    assertThat(names(query("石油石"))).isEmpty();
  }

  @Test
  void codeInitialsNamesAndSeveralTermsFindIt() {
    assertThat(names(query("pjbflq"))).containsExactly("盘锦北方沥青有限公司");
    assertThat(names(query(CODE.toLowerCase(java.util.Locale.ROOT)))).hasSize(1);
    assertThat(names(query("渔业 捕捞"))).containsExactly("大连海洋渔业公司");
    assertThat(names(query("渔业 沥青"))).isEmpty();
    assertThat(names(query("盘"))).containsExactly("盘锦北方沥青有限公司", "盘山塑料制品厂");
  }

  @Test
  void filtersNarrow() {
    var all = query("");
    assertThat(names(all)).hasSize(3);
    assertThat(names(with(all, "2111", null, null))).containsExactly("盘锦北方沥青有限公司", "盘山塑料制品厂");
    assertThat(names(with(all, "211122", null, null))).containsExactly("盘山塑料制品厂");
    assertThat(names(with(all, null, "C25", null))).containsExactly("盘锦北方沥青有限公司");
    assertThat(names(with(all, null, null, new BigDecimal("10000000"))))
        .containsExactly("盘锦北方沥青有限公司");
  }

  @Test
  void aNameWithTheTermGoesBeforeAScopeWithIt() {
    assertThat(names(query("石油"))).containsExactly("盘锦北方沥青有限公司", "盘山塑料制品厂");
    assertThat(names(query("塑料"))).first().isEqualTo("盘山塑料制品厂");
  }

  @Test
  void whatAZoneAloneKnowsIsSeenThereOnly() {
    assertThat(Scope.ofProgram(8).call(() -> search.find(query(List.of(0L, 8L), "沥青")).total()))
        .isEqualTo(2);
    assertThat(Scope.ofProgram(9).call(() -> search.find(query(List.of(0L, 8L, 9L), "沥青")).total()))
        .isOne();
    Scope nobody = new Scope(0, "x", List.of(), null, false);
    assertThat(nobody.call(() -> search.find(query(List.of(0L, 8L), "沥青")).total())).isZero();
  }

  @Test
  void anEnterprisesUserSeesItsOwnRowOnly() {
    Scope user = new Scope(5, "x", List.of(8L), private8, false);
    assertThat(user.call(() -> search.find(query(List.of(0L, 8L), "")).total())).isOne();
    assertThat(user.call(() -> enterprises.find(List.of(0L, 8L), shared))).isEmpty();
    assertThat(user.call(() -> enterprises.find(List.of(0L, 8L), private8))).isPresent();
  }

  @Test
  void aZoneCannotWriteTheSharedRegistry() {
    int changed =
        Scope.ofProgram(8)
            .call(
                () ->
                    transaction.execute(
                        s ->
                            jdbc.sql("UPDATE enterprise SET name = 'x' WHERE zone_id = 0")
                                .update()));
    assertThat(changed).isZero();
  }

  @Test
  void theApiListsPagesAndCounts() throws Exception {
    HttpResponse<String> page = get("?q=" + encoded("盘锦") + "&size=1");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("\"total\":1", "\"size\":1", "\"page\":1", CODE, "盘锦北方沥青有限公司");
    assertThat(get("?division=2111&page=9").body()).contains("\"items\":[]", "\"total\":2");
  }

  @Test
  void theApiGetsOneByIdOrCode() throws Exception {
    assertThat(get("/" + shared).body()).contains(CODE);
    assertThat(get("/" + CODE).body()).contains("盘锦北方沥青有限公司");
    HttpResponse<String> absent = get("/999999");
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(absent.body()).contains("999999", "detail");
    assertThat(get("/" + private8).statusCode()).isEqualTo(404);
  }

  @Test
  void theApiRefusesWhatMakesNoSenseAndSaysWhy() throws Exception {
    for (String bad :
        List.of(
            "?size=201",
            "?size=0",
            "?page=0",
            "?page=x",
            "?division=abc",
            "?industry=ZZ",
            "?sort=name%3B",
            "?registeredFrom=2004-13-01",
            "?capitalFrom=x",
            "?q=" + "x".repeat(101))) {
      HttpResponse<String> refused = get(bad);
      assertThat(refused.statusCode()).as(bad).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(get("?size=201").body()).contains("201", "200");
  }

  private HttpResponse<String> get(String rest) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString(("admin:" + TestDatabase.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + port + "/api/v1/enterprises" + rest))
                .header("Authorization", "Basic " + basic)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<String> names(EnterpriseQuery query) {
    return Scope.ofProgram(0)
        .call(() -> search.find(query).items().stream().map(Enterprise::name).toList());
  }

  private static EnterpriseQuery query(String q) {
    return query(List.of(0L), q);
  }

  private static EnterpriseQuery query(List<Long> zones, String q) {
    return new EnterpriseQuery(
        zones,
        SearchTerms.termsOf(q),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        EnterpriseQuery.Sort.BEST,
        1,
        50);
  }

  private static EnterpriseQuery with(
      EnterpriseQuery q, String division, String industry, BigDecimal capitalFrom) {
    return new EnterpriseQuery(
        q.zones(),
        q.terms(),
        division,
        industry,
        null,
        null,
        null,
        capitalFrom,
        null,
        null,
        q.sort(),
        1,
        50);
  }
}
