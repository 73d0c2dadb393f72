package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.enterprises.Draft;
import org.mujian.enterprises.Enterprises;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.jobs.JobRun;
import org.mujian.promotion.gap.Tagging;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The room as a promotion officer uses it: from a chain's gap to a worked lead. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromotionPagesTest {

  private static final String CHAIN = "/z/one/promotion/chains/petrochemicals";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Enterprises enterprises;
  @Autowired Tagging tagging;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private long one;
  private long maker;

  @BeforeAll
  void aZoneItsOfficerAndATaggedRegistry() {
    one = TestZone.make(jdbc, transaction, changes, "one");
    long two = TestZone.make(jdbc, transaction, changes, "two");
    Scope.ofProgram(0, one, two)
        .run(
            () -> {
              accounts.create(
                  one, "wang", "招商局 王", "officer-pass-1", List.of(Role.OFFICER_PROMOTION), null);
              accounts.create(one, "clerk", "窗口 李", "officer-pass-2", List.of(Role.CLERK), null);
              accounts.create(
                  two, "zhao", "招商局 赵", "officer-pass-3", List.of(Role.OFFICER_PROMOTION), null);
              enterprise("盘锦某石化有限公司", "辽宁", "盘锦", "聚丙烯、<b>生产；润滑油销售");
              maker = enterprise("大连某聚合物有限公司", "辽宁", "大连", "特种润滑油、聚丙烯生产；房屋租赁");
              enterprise("大连某商贸有限公司", "辽宁", "大连", "润滑油销售");
              tagging.run(new Quiet());
            });
  }

  private long enterprise(String name, String province, String city, String scope) {
    return enterprises
        .create(
            0,
            new Draft(
                null,
                name,
                List.of(),
                null,
                null,
                null,
                province,
                city,
                "6,000万元",
                java.time.LocalDate.of(2001, 5, 1),
                null,
                scope,
                null,
                "测试",
                false))
        .id();
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

  private Browser wang() {
    return Browser.signedIn(port, "wang", "officer-pass-1");
  }

  @Test
  void theRoomShowsChainsWithTheirGapsAndWhatTheRegistryHolds() {
    assertThat(wang().get("/z/one/promotion").body())
        .contains("石化及精细化工", "塑料新材料", "空白", "登记库有全省 3 家、本市 1 家企业", "2001–2001 年注册");
  }

  @Test
  void draftsAreMarkedAsSuch() {
    assertThat(wang().get("/z/one/promotion").body()).contains("装备制造", "现代物流", "初稿");
    assertThat(wang().get("/z/one/promotion/chains/chinese-medicine").body())
        .contains("初稿", "未经行业核对");
    assertThat(wang().get(CHAIN).body()).doesNotContain("初稿");
  }

  @Test
  void aProfileTellsRolesCapitalAndYearsOfCityAndProvince() {
    String page = wang().get("/z/one/promotion/profiles/petrochemicals/polypropylene").body();
    assertThat(page)
        .contains("聚丙烯：环节画像", "区位商")
        .containsPattern(
            "生产 <span[^>]*>计数的角色</span></th>\\s*<td class=\"num\">1</td>\\s*<td"
                + " class=\"num\">2</td>")
        .containsPattern("万元）</th><td class=\"num\">6,000</td><td class=\"num\">12,000</td>")
        .containsPattern(
            "2001</th><td class=\"num\">1</td><td class=\"num\">2</td><td"
                + " class=\"num\">1.50</td><td class=\"num\">1.50</td>")
        .contains("看不到退出");
  }

  @Test
  void theStructureTellsWhatBreaksWhatToFillAndTheWayBetweenTwoLinks() {
    String page =
        wang().get("/z/one/promotion/structure/petrochemicals?from=crude&to=polyethylene").body();
    assertThat(page)
        .contains("完整度", "先补哪里", "可替代的环节", "润滑油脂与特种油", "接得上本市", "先找谁")
        .containsPattern("大连某聚合物有限公司</a> <span[^>]*>大连市 · 积分 \\d+")
        .containsPattern("油气开采</a> → <a[^>]*>炼油与成品油</a> → <a[^>]*>乙烯</a> → <a[^>]*>聚乙烯</a>");
    assertThat(
            wang()
                .get("/z/one/promotion/structure/petrochemicals?from=polyethylene&to=crude")
                .body())
        .contains("图谱里没有这个方向的供给路径");
  }

  @Test
  void aLinkTellsWhatATonneTakesAndWhatItNeedsOfThePlace() {
    assertThat(wang().get(CHAIN + "/styrene").body()).contains("0.269 t", "化学计量", "化工园区");
  }

  @Test
  void theAtlasShowsEachLinkWithItsLightAsColumnsOrAsATable() {
    String atlas = wang().get(CHAIN).body();
    assertThat(atlas).contains("上游", "配套", "聚丙烯", "<b>1</b> / 2");
    String table = wang().get(CHAIN + "?view=table&only=missing").body();
    assertThat(table).contains("本市没有生产企业，全省 1 家", "润滑油脂与特种油").doesNotContain(">聚丙烯<");
  }

  @Test
  void aLinkShowsItsEnterprisesWithTheWordsMarkedAndNothingOfTheirsAsMarkup() {
    String page = wang().get(CHAIN + "/polypropylene").body();
    assertThat(page)
        .contains("盘锦某石化有限公司", "<mark>聚丙烯</mark>")
        .contains("&lt;b&gt;")
        .doesNotContain("<b>生产");
    assertThat(page).contains("区位商", "大连市");
  }

  @Test
  void aCandidateBecomesALeadThatTheNextOfficerFindsHeld() {
    Browser wang = wang();
    String link = wang.get(CHAIN + "/lubricants").body();
    assertThat(link)
        .contains("大连某聚合物有限公司", "建为线索", "name=\"enterpriseId\" value=\"" + maker + "\"");
    HttpResponse<String> made =
        wang.post(
            "/z/one/promotion/leads",
            Map.of(
                "name",
                "大连某聚合物有限公司",
                "enterpriseId",
                String.valueOf(maker),
                "chain",
                "petrochemicals",
                "link",
                "lubricants",
                "source",
                "图谱候选"));
    assertThat(made.statusCode()).isEqualTo(302);
    String lead = wang.get(Browser.target(made)).body();
    assertThat(lead).contains("大连某聚合物有限公司", "记录响应", "润滑油脂与特种油", "招商局 王");
    HttpResponse<String> again =
        wang.post(
            "/z/one/promotion/leads",
            Map.of("name", "大连某聚合物有限责任公司", "source", "名片", "note", "别丢了我写的"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("由招商局 王持有", "别丢了我写的", Browser.target(made));
    assertThat(wang.get(CHAIN + "/lubricants").body()).contains("招商局 王已在跟进");
  }

  @Test
  void aLeadIsWorkedOnItsPageAndARefusalKeepsWhatWasTyped() {
    Browser wang = wang();
    wang.get("/z/one/promotion/leads/new");
    String address =
        Browser.target(
            wang.post("/z/one/promotion/leads", Map.of("name", "一步一步化工厂", "source", "来访")));
    HttpResponse<String> early =
        wang.post(
            address + "/stage", Map.of("stage", "judging", "evidence", "我写的依据", "version", "0"));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("还没有响应记录", "我写的依据");
    assertThat(wang.post(address + "/acts", Map.of("act", "respond", "words", "打了电话")).statusCode())
        .isEqualTo(302);
    assertThat(
            wang.post(
                    address + "/stage",
                    Map.of("stage", "judging", "evidence", "例会", "version", "0"))
                .statusCode())
        .isEqualTo(302);
    assertThat(wang.get(address).body()).contains("进入研判", "打了电话", "记录研判意见");
    assertThat(
            wang.post(address + "/acts", Map.of("act", "judge", "words", "x", "on", "昨天")).body())
        .contains("日期“昨天”看不懂");
  }

  @Test
  void aSignedLeadBecomesAProjectOnce() {
    Browser wang = wang();
    wang.get("/z/one/promotion/leads/new");
    String address =
        Browser.target(
            wang.post("/z/one/promotion/leads", Map.of("name", "转项目化工厂", "source", "来访")));
    Map<String, String> project = Map.of("project", "年产十万吨改性料项目", "investment", "12000");
    assertThat(wang.post(address + "/project", project).body()).contains("签约之后才能转为项目");
    wang.post(address + "/acts", Map.of("act", "respond", "words", "电话"));
    wang.post(address + "/stage", Map.of("stage", "judging", "evidence", "例会"));
    wang.post(address + "/acts", Map.of("act", "judge", "words", "跟进"));
    wang.post(address + "/stage", Map.of("stage", "talks", "evidence", "考察"));
    wang.post(address + "/stage", Map.of("stage", "signed", "evidence", "协议"));
    assertThat(wang.get(address).body()).contains("转为项目", "总投资");
    assertThat(wang.post(address + "/project", Map.of("project", "x", "investment", "一亿")).body())
        .contains("总投资“一亿”应是不小于 0 的数");
    assertThat(wang.post(address + "/project", project).statusCode()).isEqualTo(302);
    assertThat(wang.get(address).body()).contains("/z/one/projects/", "进入落地");
    assertThat(wang.post(address + "/project", project).body()).contains("已转为项目");
  }

  @Test
  void theListIsFilteredByItsAddressAndTakenOut() {
    Browser wang = wang();
    wang.get("/z/one/promotion/leads/new");
    wang.post("/z/one/promotion/leads", Map.of("name", "名单里的化工厂", "source", "=展会"));
    assertThat(wang.get("/z/one/promotion/leads?q=%E5%90%8D%E5%8D%95%E9%87%8C").body())
        .contains("名单里的化工厂", "响应应于", "1 条 · 超期 0 条");
    assertThat(wang.get("/z/one/promotion/leads?stage=signed").body()).doesNotContain("名单里的化工厂");
    assertThat(wang.get("/z/one/promotion/leads?mine=1").body()).contains("名单里的化工厂");
    HttpResponse<String> csv =
        wang.get("/z/one/promotion/leads/export.csv?q=%E5%90%8D%E5%8D%95%E9%87%8C");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body()).contains("企业名称", "名单里的化工厂").doesNotContain("一步一步");
  }

  @Test
  void whoIsNoOfficerOfPromotionReadsButDoesNotWrite() {
    Browser clerk = Browser.signedIn(port, "clerk", "officer-pass-2");
    assertThat(clerk.get("/z/one/promotion").body()).doesNotContain("新增线索");
    assertThat(
            clerk
                .post("/z/one/promotion/leads", Map.of("name", "越权化工厂", "source", "x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(clerk.post("/z/one/promotion/tagging", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherZonesLeadAndAnUnknownChainAreNotFound() {
    Browser wang = wang();
    wang.get("/z/one/promotion/leads/new");
    String address =
        Browser.target(
            wang.post("/z/one/promotion/leads", Map.of("name", "只属一园化工厂", "source", "来访")));
    Browser zhao = Browser.signedIn(port, "zhao", "officer-pass-3");
    assertThat(zhao.get(address).statusCode()).isEqualTo(404);
    assertThat(zhao.get(address.replace("/one/", "/two/")).statusCode()).isEqualTo(404);
    assertThat(wang.get("/z/one/promotion/chains/nowhere").statusCode()).isEqualTo(404);
    assertThat(wang.get(CHAIN + "/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void theWallMapTellsLeadsAndGaps() {
    Browser wang = wang();
    wang.get("/z/one/promotion/leads/new");
    wang.post(
        "/z/one/promotion/leads",
        Map.of("name", "墙上的化工厂", "source", "来访", "receivedOn", "2026-01-05"));
    assertThat(wang.get("/z/one/wall").body()).contains("条在办线索", "石化及精细化工", "环，空白");
  }

  @Test
  void theEnterprisesPageShowsItsLinks() {
    assertThat(wang().get("/z/one/enterprises/" + maker).body())
        .contains("产业链环节", "润滑油脂与特种油", "生产 · 润滑油");
  }

  @Test
  void theAdministratorTagsFromThePage() {
    Browser admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    assertThat(admin.get(CHAIN).body()).contains("重新打标");
    HttpResponse<String> asked = admin.post("/z/one/promotion/tagging", Map.of());
    assertThat(Browser.target(asked)).startsWith("/z/one/jobs/");
  }
}
