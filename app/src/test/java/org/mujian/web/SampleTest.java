package org.mujian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.mujian.zone.Dossier;
import org.mujian.zone.DossierChanged;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Feature;
import org.mujian.zone.Samples;
import org.mujian.zone.Zone;
import org.mujian.zone.ZoneFacts;
import org.mujian.zone.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the empty program through the sample zone and back: one story, in order. */
@MujianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleTest {

  @LocalServerPort int port;
  @Autowired Zones zones;
  @Autowired Dossiers dossiers;
  @Autowired org.mujian.land.ParcelGround ground;
  @Autowired Samples samples;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;

  private Browser admin;

  @BeforeEach
  void signIn() {
    admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
  }

  @Test
  @Order(1)
  void anEmptyProgramOffersTheSampleAndSaysWhatIsInvented() {
    assertThat(admin.get("/").body()).contains("载入示例园区", "9,000 亩", "报道没有写的内容都是虚构的", "示例");
  }

  @Test
  @Order(2)
  void oneClickLoadsItAndTheWallTellsTheTruth() {
    assertThat(Browser.target(admin.post("/sample", Map.of()))).isEqualTo("/z/beifang/wall");
    String wall = admin.get("/z/beifang/wall").body();
    assertThat(wall)
        .contains("辽宁北方新材料产业园", "新开工项目", "/ 10 项", "/ 8 项", "/ 10,000 万元", "亩可供")
        .contains("6.00 平方公里 = 9,000 亩", "绕阳河", "京沈高速", "盘海营高速", "曙光生活区", "示意，非测绘成果")
        .contains("EPSG:4550", "载入示例园区");
  }

  @Test
  @Order(3)
  void itsEnterprisesAreFictionalAndItsOwnAlone() throws SQLException {
    try (var connection = TestDatabase.superuser(credentials);
        var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                """
                SELECT count(*), count(*) FILTER (WHERE sample AND name LIKE '示例%' AND credit_code IS NULL
                    AND capital IS NOT NULL AND division = '211122'),
                  (SELECT count(*) FROM zone_enterprise), (SELECT count(*) FROM change WHERE zone_id > 0)
                FROM enterprise
                """)) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(24);
      assertThat(row.getInt(2)).as("fictional, without code").isEqualTo(24);
      assertThat(row.getInt(3)).as("of the zone").isEqualTo(24);
      assertThat(row.getInt(4))
          .as("one change for the whole sample, and the program's own for reviewed figures")
          .isEqualTo(2);
    }
    parcelsLieAsFarApartAsTheirOutlines();
    assertThat(api("/api/v1/enterprises?zone=beifang&q=%E6%B2%A5%E9%9D%92").body())
        .contains("示例北方沥青有限公司");
  }

  @Test
  @Order(3)
  void aSecondClickLoadsNothingTwice() {
    assertThat(Browser.target(admin.post("/sample", Map.of()))).isEqualTo("/zones");
    assertThat(zones.listAll()).hasSize(1);
  }

  @Test
  @Order(4)
  void theBlockHasExactlySixSquareKilometres() {
    Feature block = feature(Feature.Kind.BLOCK);
    assertThat(block.area().squareMetres()).isEqualByComparingTo("6000000");
    assertThat(block.area().mu()).isEqualByComparingTo("9000");
    assertThat(block.outline().getCentroid().getX()).isBetween(121.5, 122.4);
    assertThat(block.outline().getCentroid().getY()).isBetween(41.0, 41.4);
    assertThat(feature(Feature.Kind.BOUNDARY).outline().contains(block.outline())).isTrue();
  }

  @Test
  @Order(5)
  void everyPageOfASampleZoneSaysSo() {
    for (String page : List.of("wall", "zone", "land", "search", "zone/edit")) {
      assertThat(admin.get("/z/beifang/" + page).body())
          .as(page)
          .contains("<span class=\"chip sample\" title=");
    }
  }

  @Test
  @Order(6)
  void theMapIsServedInMetresForThePageAndInDegreesForTheApi() {
    var plane = admin.get("/z/beifang/layers");
    assertThat(plane.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(plane.body()).contains("\"EPSG:4550\"", "FeatureCollection", "西部拓展区");
    assertThat(plane.body()).containsPattern("\\[407\\d{3}\\.\\d+,45\\d{5}\\.\\d+]");
    var degrees = api("/api/v1/zones/beifang/layers");
    assertThat(degrees.body()).containsPattern("\\[121\\.\\d+,41\\.\\d+]");
    assertThat(api("/api/v1/zones/none/layers").statusCode()).isEqualTo(404);
    assertThat(api("/api/v1/zones").body()).contains("beifang");
  }

  @Test
  @Order(7)
  void theDossierIsChangedUnderItsVersionOnly() {
    Dossier read = dossier();
    int version = read.profile().version();
    var typed = Map.of("version", "" + version, "year", "2026", "title", "新开工项目", "value", "1,2");
    // A value that is no number is refused with its line, and stays as typed.
    var refused =
        admin.post(
            "/z/beifang/zone/targets",
            Map.of(
                "version",
                "" + version,
                "year",
                "2026",
                "title",
                "新开工项目",
                "value",
                "十二",
                "unit",
                "项"));
    assertThat(refused.body()).contains("“新开工项目”的数值“十二”不是数字", "value=\"十二\"");
    assertThat(Browser.target(admin.post("/z/beifang/zone/targets", typed)))
        .isEqualTo("/z/beifang/zone");
    assertThat(dossier().current())
        .singleElement()
        .extracting("value")
        .isEqualTo(BigDecimal.valueOf(12));
    var late = admin.post("/z/beifang/zone/targets", typed);
    assertThat(late.body()).contains("您打开之后，有人改过这份档案");
    assertThatThrownBy(
            () -> scope().run(() -> dossiers.changeTargets(read.zone(), version, 2026, List.of())))
        .isInstanceOf(DossierChanged.class);
  }

  @Test
  @Order(8)
  void anOutlineIsPastedAndMeasured() {
    String points = "1 407000 4559000\n2 408000 4559000\n3 408000 4560000\n4 407000 4560000";
    var done =
        admin.post(
            "/z/beifang/zone/outline",
            Map.of(
                "version",
                "" + dossier().profile().version(),
                "kind",
                "block",
                "name",
                "起步区",
                "points",
                points));
    assertThat(Browser.target(done)).isEqualTo("/z/beifang/zone");
    assertThat(admin.get("/z/beifang/zone").body()).contains("起步区", "1.00 平方公里 = 1,500 亩");
  }

  @Test
  @Order(9)
  void aMovedMeridianMeasuresEverythingAnew() {
    Dossier before = dossier();
    Zone zone = before.zone();
    ZoneFacts moved =
        new ZoneFacts(zone.code(), zone.name(), zone.shortName(), zone.operator(), "211122", 120);
    scope().run(() -> dossiers.change(zone, moved, before.profile()));
    assertThat(feature(Feature.Kind.BLOCK).area().squareMetres())
        .as("two degrees beside the meridian a square kilometre measures more")
        .isBetween(new BigDecimal("6000100"), new BigDecimal("6010000"));
    scope()
        .run(
            () -> {
              Dossier now = dossiers.get(zones.find(zone.id()).orElseThrow());
              ZoneFacts back =
                  new ZoneFacts(
                      zone.code(), zone.name(), zone.shortName(), zone.operator(), "211122", 123);
              dossiers.change(now.zone(), back, now.profile());
            });
    assertThat(feature(Feature.Kind.BLOCK).area().mu()).isEqualByComparingTo("9000");
  }

  @Test
  @Order(10)
  void anOfficerReadsTheDossierAndMayNotChangeIt() {
    long id = zone().id();
    Scope.ofProgram(id)
        .run(
            () ->
                accounts.create(id, "clerk", "窗口 李", "clerk-password", List.of(Role.CLERK), null));
    Browser clerk = Browser.signedIn(port, "clerk", "clerk-password");
    assertThat(clerk.get("/z/beifang/zone").body())
        .contains("盘山北方新材料产业园开发建设有限公司")
        .doesNotContain("修改档案", "移除示例园区");
    for (String path : List.of("zone/edit", "zone/targets", "zone/departments", "zone/outline")) {
      assertThat(clerk.get("/z/beifang/" + path).statusCode()).as(path).isEqualTo(403);
      assertThat(clerk.post("/z/beifang/" + path, Map.of()).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(clerk.get("/zones/new").statusCode()).isEqualTo(403);
    assertThat(clerk.post("/sample", Map.of()).statusCode()).isEqualTo(403);
    assertThat(clerk.post("/z/beifang/sample/remove", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  @Order(11)
  void aZoneOfOnesOwnIsNeverRemoved() {
    ZoneFacts facts = new ZoneFacts("own", "自己的园区", "自己", "", "211122", 123);
    Zone own =
        Scope.ofProgram(Scope.PROVINCE)
            .call(() -> zones.create(facts, false, 2026, "新建", zone -> {}));
    admin.post("/z/own/sample/remove", Map.of());
    assertThat(zones.find(own.id())).isPresent();
    assertThatThrownBy(
            () -> Scope.ofProgram(Scope.PROVINCE, own.id()).run(() -> samples.remove(own)))
        .hasStackTraceContaining("is no sample");
  }

  @Test
  @Order(12)
  void theSampleIsRemovedAsAWholeAndTheTrailStays() throws SQLException {
    long id = zone().id();
    assertThat(Browser.target(admin.post("/z/beifang/sample/remove", Map.of())))
        .isEqualTo("/zones");
    assertThat(admin.get("/z/beifang/wall").statusCode()).isEqualTo(404);
    try (var connection = TestDatabase.superuser(credentials);
        var sql = connection.createStatement()) {
      var tables =
          sql.executeQuery(
              """
              SELECT string_agg(format('SELECT %L, count(*) FROM %I WHERE zone_id = %s', relname, relname, %ID), ' UNION ALL ')
              FROM pg_class WHERE relforcerowsecurity AND relkind IN ('r', 'p')
              """
                  .replace("%ID", String.valueOf(id)));
      tables.next();
      var counts = connection.createStatement().executeQuery(tables.getString(1));
      while (counts.next()) {
        boolean trail =
            List.of("change", "audit", "seal", "unsealed").contains(counts.getString(1));
        if (!trail) {
          assertThat(counts.getLong(2)).as(counts.getString(1)).isZero();
        } else if (!counts.getString(1).equals("unsealed") && !counts.getString(1).equals("seal")) {
          assertThat(counts.getLong(2)).as(counts.getString(1)).isPositive();
        }
      }
    }
    assertThat(Browser.signedIn(port, "clerk", "clerk-password").get("/").statusCode())
        .isEqualTo(302);
  }

  @Test
  @Order(13)
  void itCanBeLoadedAgain() {
    assertThat(Browser.target(admin.post("/sample", Map.of()))).isEqualTo("/z/beifang/wall");
  }

  @Test
  @Order(14)
  void aNewZoneIsMadeAndWhatIsWrongIsSaidBesideTheField() {
    var refused =
        admin.post(
            "/zones/new",
            Map.of("code", "Bei Fang", "name", "", "division", "999999", "meridian", "121"));
    assertThat(refused.body())
        .contains("代码“Bei Fang”不合规则", "请填写名称", "没有代码为“999999”的行政区划", "中央子午线“121”")
        .contains("value=\"Bei Fang\"", "aria-invalid=\"true\"");
    Map<String, String> right =
        Map.of(
            "code",
            "nan",
            "name",
            "南区",
            "shortName",
            "南",
            "division",
            "211122",
            "meridian",
            "123",
            "planYear",
            "2026");
    assertThat(Browser.target(admin.post("/zones/new", right))).isEqualTo("/z/nan/zone");
    assertThat(admin.post("/zones/new", right).body()).contains("代码“nan”已被另一个园区使用");
    assertThat(admin.get("/z/nan/wall").body()).contains("这里将显示园区的范围", "本年度还没有设定目标");
  }

  private Zone zone() {
    return zones.findByCode("beifang").orElseThrow();
  }

  private Scope scope() {
    return Scope.ofProgram(Scope.PROVINCE, zone().id());
  }

  private Dossier dossier() {
    Zone zone = zone();
    return scope().call(() -> dossiers.get(zone));
  }

  private Feature feature(Feature.Kind kind) {
    return dossier().features().stream()
        .filter(feature -> feature.kind() == kind && !feature.name().equals("起步区"))
        .findFirst()
        .orElseThrow();
  }

  private java.net.http.HttpResponse<String> api(String path) {
    return admin.getAs("admin", TestDatabase.PASSWORD, path);
  }

  /** Neighbours of a row touch; between rows lies a road of 24 m. */
  private void parcelsLieAsFarApartAsTheirOutlines() {
    scope()
        .run(
            () -> {
              Zone zone = zones.listAll().getFirst();
              var near = ground.apart(zone, 20);
              var wide = ground.apart(zone, 30);
              assertThat(near).isNotEmpty().allMatch(pair -> pair.metres() <= 20);
              assertThat(wide)
                  .filteredOn(pair -> pair.metres() > 20)
                  .isNotEmpty()
                  .allMatch(pair -> pair.metres() == 23 || pair.metres() == 24);
            });
  }
}
