package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list, 一企一档 and the form, as people of a zone use them. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnterprisePagesTest {

  private static final String CODE = "91350100M000100Y43";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Enterprises enterprises;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private long shared;

  @BeforeAll
  void twoZonesAndTheirOfficers() {
    Scope.ofProgram(0, 1, 2)
        .run(
            () -> {
              transaction.executeWithoutResult(
                  s -> {
                    changes.begin(0, "两个园区");
                    jdbc.sql(
                            """
                            INSERT INTO zone (id, code, name, short_name, division, central_meridian) VALUES
                              (1, 'one', '一号园区', '一号', '211122', 123), (2, 'two', '二号园区', '二号', '211122', 123)
                            """)
                        .update();
                  });
              accounts.create(
                  1, "one", "项目局 李", "officer-pass-1", List.of(Role.OFFICER_PROJECTS), null);
              accounts.create(
                  2, "two", "招商局 赵", "officer-pass-2", List.of(Role.OFFICER_PROMOTION), null);
              accounts.create(1, "boss", "主任", "leader-pass-1", List.of(Role.LEADER), null);
              shared =
                  enterprises
                      .create(
                          0,
                          new Draft(
                              CODE,
                              "盘锦北方沥青有限公司",
                              List.of(),
                              null,
                              "C2519",
                              null,
                              "辽宁",
                              "盘锦",
                              "5,000万元",
                              null,
                              null,
                              "改性沥青",
                              "存续",
                              "import",
                              true))
                      .id();
            });
  }

  @Test
  void theListReadsAsASentenceAndLivesInTheAddress() {
    String page = one().get("/z/one/enterprises?q=%E6%B2%A5%E9%9D%92&division=2111").body();
    assertThat(page)
        .contains("盘锦北方沥青有限公司", CODE, "5,000", "示例", "●", "共 1 家")
        .contains("href=\"/z/one/enterprises?q=%E6%B2%A5%E9%9D%92\"");
    assertThat(one().get("/z/one/enterprises?q=nothing-like-it").body()).contains("没有符合条件的企业");
  }

  @Test
  void whileOneTypesOnlyTheListIsSent() {
    String part = one().getPart("/z/one/enterprises?q=sy", "found").body();
    assertThat(part).contains("id=\"found\"").doesNotContain("<html");
  }

  @Test
  void aConditionThatMakesNoSenseIsExplainedAndStays() {
    String page = one().get("/z/one/enterprises?registeredFrom=2004-13-01&q=abc").body();
    assertThat(page).contains("2004-13-01", "应为日期", "value=\"abc\"");
  }

  @Test
  void anOfficerAddsAnEnterpriseThatOnlyHisZoneSees() {
    var officer = one();
    officer.get("/z/one/enterprises/new");
    var made =
        officer.post(
            "/z/one/enterprises/new", Map.of("name", "拟注册新材料公司", "capital", "3000", "city", "盘锦"));
    String address = Browser.target(made);
    assertThat(address).matches("/z/one/enterprises/\\d+");
    assertThat(officer.get(address).body()).contains("拟注册新材料公司", "3,000", "本园区自录", "项目局 李", "新增企业");
    var other = two();
    assertThat(other.get(address.replace("/one/", "/two/")).statusCode()).isEqualTo(404);
    assertThat(other.get("/z/two/enterprises?q=%E6%8B%9F%E6%B3%A8%E5%86%8C").body())
        .contains("没有符合条件的企业");
  }

  @Test
  void whatIsWrongIsSaidInPlaceAndWhatWasTypedStays() {
    var officer = one();
    officer.get("/z/one/enterprises/new");
    String page =
        officer
            .post(
                "/z/one/enterprises/new",
                Map.of(
                    "name",
                    "",
                    "creditCode",
                    "91350100M000100Y44",
                    "registeredOn",
                    "昨天",
                    "capital",
                    "很多",
                    "industry",
                    "养龙"))
            .body();
    assertThat(page)
        .contains("请填写企业名称", "校验位不对", "读不懂日期“昨天”", "读不懂注册资本“很多”", "“养龙”不是")
        .contains("value=\"91350100M000100Y44\"", "value=\"昨天\"");
    assertThat(
            officer
                .post("/z/one/enterprises/new", Map.of("name", "又一家", "creditCode", CODE))
                .body())
        .contains("此代码已属于“盘锦北方沥青有限公司”");
  }

  @Test
  void aChangeOnAnOldVersionIsRefusedAndKept() {
    var officer = one();
    officer.get("/z/one/enterprises/new");
    String address = Browser.target(officer.post("/z/one/enterprises/new", Map.of("name", "改名前")));
    officer.get(address + "/edit");
    officer.post(address + "/edit", Map.of("name", "改名后", "version", "0"));
    assertThat(officer.get(address).body()).contains("改名后", "改名前");
    String refused =
        officer.post(address + "/edit", Map.of("name", "别人的改名", "version", "0")).body();
    assertThat(refused).contains("已被他人修改", "value=\"别人的改名\"");
  }

  @Test
  void markingAsInTheZoneShowsInListFilterAndTimeline() {
    var officer = one();
    String address = "/z/one/enterprises/" + shared;
    officer.get(address);
    officer.post(address + "/membership", Map.of("in", "true"));
    assertThat(officer.get(address).body()).contains("移出本园区", "标记在本园区");
    assertThat(officer.get("/z/one/enterprises?in=1").body()).contains("盘锦北方沥青有限公司");
    assertThat(two().get("/z/two/enterprises?in=1").body()).contains("没有符合条件的企业");
    officer.post(address + "/membership", Map.of("in", "false"));
    assertThat(officer.get("/z/one/enterprises?in=1").body()).contains("没有符合条件的企业");
  }

  @Test
  void theSharedRegistryIsChangedByTheProvinceOnly() {
    var officer = one();
    assertThat(officer.get("/z/one/enterprises/" + shared + "/edit").statusCode()).isEqualTo(403);
    Browser boss = Browser.signedIn(port, "boss", "leader-pass-1");
    assertThat(boss.get("/z/one/enterprises/new").statusCode()).isEqualTo(403);
    assertThat(boss.get("/z/one/enterprises").body()).doesNotContain("新增企业");
  }

  @Test
  void whatIsFilteredGoesOutAsAFileThatCanComeBack() {
    var file = one().get("/z/one/enterprises/export.csv?q=pjbf");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(file.body())
        .contains("行键,企业名称,统一社会信用代码", "enterprises/0/" + shared + "/", CODE)
        .doesNotContain("改名");
    assertThat(one().get("/z/one/enterprises/export.xlsx").statusCode()).isEqualTo(200);
  }

  @Test
  void theSearchBoxFindsEnterprises() {
    assertThat(one().get("/z/one/search/hits?q=pjbf").body()).contains("盘锦北方沥青有限公司");
  }

  private Browser one() {
    return Browser.signedIn(port, "one", "officer-pass-1");
  }

  private Browser two() {
    return Browser.signedIn(port, "two", "officer-pass-2");
  }
}
