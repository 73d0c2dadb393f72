package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mujian.land.LandFixture.TODAY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.factors.Balance;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.store.Scope;
import org.mujian.units.Area;
import org.mujian.units.Money;
import org.mujian.web.Browser;
import org.mujian.zone.Samples;
import org.mujian.zone.Zone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The room's pages on the sample zone. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandPagesTest {

  @Autowired Samples samples;
  @Autowired Parcels parcels;
  @Autowired Works works;
  @Autowired FactorAccounts accounts;
  @Autowired LandFixture land;
  @LocalServerPort int port;

  private Zone zone;
  private List<ParcelState> loaded;
  private Browser admin;

  @BeforeAll
  void sample() {
    zone = Scope.ofProgram(0).call(() -> samples.load());
    loaded = land.in(zone.id(), () -> parcels.list(zone.id()));
    admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
  }

  @Test
  void theSampleIs800MuIn60ParcelsOf14WaitingForTheSubstation() {
    List<ParcelState> all = loaded;
    assertThat(all).hasSize(60).allMatch(s -> s.parcel().sample());
    assertThat(all.stream().map(s -> s.parcel().area()).reduce(Area.ZERO, Area::plus).mu(2))
        .isEqualByComparingTo("800.00");
    assertThat(all)
        .filteredOn(s -> s.supplyable().reason().values().contains("（曙光变电所）"))
        .hasSize(14)
        .as("some of them kept for projects already")
        .allMatch(s -> s.status() == ParcelStatus.WAITING || s.status() == ParcelStatus.RESERVED);
    assertThat(all)
        .filteredOn(s -> s.status() == ParcelStatus.SUPPLYABLE)
        .as("one of seventeen is kept for a project")
        .hasSize(16);
    assertThat(all).filteredOn(s -> s.status() == ParcelStatus.BLOCKED).hasSize(4);
  }

  @Test
  void theSamplesTwelveWorksAddUpTo100MillionYuan() {
    List<Work> all =
        land.in(zone.id(), () -> works.list(zone.id())).stream().filter(Work::sample).toList();
    assertThat(all).hasSize(12);
    assertThat(all.stream().map(Work::budget).reduce(Money.ZERO, Money::plus))
        .isEqualTo(Money.ofYi(BigDecimal.ONE));
  }

  @Test
  void twoOfTheSamplesNineAccountsAreNearlySpent() {
    List<FactorAccount> all =
        land.in(zone.id(), () -> accounts.list(zone.id())).stream()
            .filter(FactorAccount::sample)
            .toList();
    assertThat(all).hasSize(9);
    assertThat(all)
        .filteredOn(
            account -> {
              Balance now =
                  land.in(zone.id(), () -> accounts.listBalances(zone.id(), account.id()))
                      .getFirst();
              return now.used().doubleValue() >= now.cap().doubleValue() * 0.9;
            })
        .extracting(FactorAccount::code)
        .containsExactlyInAnyOrder("quota-new", "power");
  }

  @Test
  void theListFiltersByStatusAndDay() {
    assertThat(page("land")).contains("A-01", "等待供电（曙光变电所）", "园区认定未录入", "示例");
    assertThat(page("land?status=idle")).contains("A-14", "C-49").doesNotContain(">A-01<");
    long now =
        land.in(zone.id(), () -> parcels.list(zone.id())).stream()
            .filter(s -> s.isFreeOn(TODAY))
            .count();
    assertThat(now).isGreaterThan(10);
    assertThat(page("land?at=" + TODAY)).contains("合计 " + now + " 宗");
    assertThat(page("land?q=B-25")).contains("合计 1 宗");
    assertThat(admin.get(at("land?at=nonsense")).statusCode()).isEqualTo(400);
  }

  @Test
  void theListIsTakenOutAsExcel() {
    var answer = admin.get(at("land/export.xlsx?status=idle"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("PK");
  }

  @Test
  void theListOfWorksIsSearchedNarrowedAndOrdered() {
    assertThat(page("land/works?q=变电所")).contains("曙光变电所", "筛选合计 1 项").doesNotContain("起步区污水");
    assertThat(page("land/works?state=late"))
        .contains("曙光变电所", "aria-current=\"true\"")
        .doesNotContain("没有符合条件的");
    assertThat(page("land/works?state=late&q=不存在的工程")).contains("没有符合条件的", "清除筛选");
    List<Work> all = land.in(zone.id(), () -> works.list(zone.id()));
    Work dearest = all.stream().max(java.util.Comparator.comparing(Work::budget)).orElseThrow();
    String down = page("land/works?sort=-budget");
    assertThat(down).contains("aria-sort=\"descending\"");
    assertThat(all)
        .filteredOn(work -> work.id() != dearest.id())
        .allMatch(work -> down.indexOf(">" + work.name()) > down.indexOf(">" + dearest.name()));
    assertThat(page("land/works?sort=nonsense&state=nonsense")).contains("曙光变电所");
  }

  @Test
  void theListsOfWorksAndAccountsAreTakenOutAsFiltered() {
    assertThat(admin.get(at("land/works.csv?q=变电所")).body())
        .contains("工程编号", "曙光变电所", "等待地块（宗）", "14")
        .doesNotContain("起步区污水");
    assertThat(admin.get(at("land/works.xlsx")).body()).startsWith("PK");
    assertThat(admin.get(at("factors.csv?state=nearly")).body())
        .contains("账户代码", "quota-new", "power")
        .doesNotContain("quota-stock");
    assertThat(admin.get(at("factors.xlsx")).body()).startsWith("PK");
    long quota =
        land.in(zone.id(), () -> accounts.findByCode(zone.id(), "quota-new").orElseThrow()).id();
    assertThat(admin.get(at("factors/" + quota + "/ledger.csv")).body())
        .contains("类别", "供给", "预留", "已投产企业（示例）", "亩");
    assertThat(admin.get(at("factors/999999/ledger.csv")).statusCode()).isEqualTo(404);
  }

  @Test
  void theListOfAccountsIsSearchedNarrowedAndOrdered() {
    List<String> all = accountNames("factors");
    assertThat(all).contains("新增建设用地计划", "供电能力").hasSizeGreaterThan(5);
    assertThat(accountNames("factors?factor=power")).containsExactly("供电能力");
    assertThat(accountNames("factors?q=QUOTA-NEW")).containsExactly("新增建设用地计划");
    assertThat(page("factors?state=spent&q=没有")).contains("没有符合条件的");
    List<String> least = accountNames("factors?sort=used");
    assertThat(least).containsExactlyInAnyOrderElementsOf(all);
    assertThat(accountNames("factors?sort=-used").getFirst()).isNotEqualTo(least.getFirst());
  }

  private List<String> accountNames(String path) {
    return java.util.regex.Pattern.compile("/factors/\\d+\"[^>]*>([^<]+)</a>")
        .matcher(page(path))
        .results()
        .map(found -> found.group(1).strip())
        .toList();
  }

  @Test
  void theMapGivesOutlinesInMetres() {
    assertThat(page("land/outlines"))
        .contains("\"number\":\"A-01\"")
        .containsPattern("\\[40[789]\\d{3}\\.\\d+,45\\d{5}\\.\\d+]");
  }

  @Test
  void oneParcelsPageTellsItsTracksConditionsAndPast() {
    long id = id("A-07");
    assertThat(page("land/parcels/" + id))
        .contains(
            "A-07 地块",
            "等待供电（曙光变电所）",
            "规划条件",
            "净地〔示例〕7",
            "10 kV",
            "≥ 260 万元/亩",
            "县自然资源局",
            "余 1.6 MVA");
    assertThat(admin.get(at("land/parcels/999999")).statusCode()).isEqualTo(404);
  }

  @Test
  void aReservationIsMadeOnThePageAndTheSecondIsRefusedInPlace() {
    String path = at("land/parcels/" + id("A-04"));
    Map<String, String> form =
        Map.of("name", "改性沥青二期", "from", TODAY.toString(), "until", TODAY.plusDays(60).toString());
    admin.get(path + "/reserve");
    assertThat(Browser.target(admin.post(path + "/reserve", form))).isEqualTo(path);
    assertThat(admin.get(path).body()).contains("意向预留：改性沥青二期");
    assertThat(
            admin
                .post(
                    path + "/reserve",
                    Map.of("name", "管材", "from", TODAY.toString(), "until", TODAY.toString()))
                .body())
        .contains("已由「改性沥青二期」意向预留", "value=\"管材\"");
    assertThat(admin.post(path + "/reserve", Map.of("name", "", "from", "昨天")).body())
        .contains("请填写", "日期写作 2026-03-31：「昨天」");
  }

  @Test
  void beforeASubstationSlipsThePageNamesTheParcelsThatMove() {
    long substation = works("曙光变电所");
    String later = TODAY.plusDays(162).toString();
    String page = page("land/works/" + substation + "?finish=" + later);
    assertThat(page).contains("14 宗地块的可供日期随之变动", "A-07", "B-32", later);
    assertThat(page("land/works")).contains("10,000", "晚 41 天", "给水");
  }

  @Test
  void aWorksForecastPaymentAndCompletionAreRecordedOrRefusedInPlace() {
    String path = at("land/works/" + works("起步区污水"));
    admin.get(path);
    assertThat(
            admin
                .post(
                    path + "/payments",
                    Map.of("wan", "900", "on", TODAY.toString(), "document", "凭-1"))
                .body())
        .contains("超出；须先调整概算");
    assertThat(admin.post(path + "/payments", Map.of("wan", "多", "on", "", "document", "")).body())
        .contains("请填数字", "请填写");
    assertThat(
            Browser.target(
                admin.post(
                    path + "/forecast",
                    Map.of("finish", TODAY.plusDays(80).toString(), "why", "泵到货推迟"))))
        .isEqualTo(path);
    assertThat(page("land/parcels/" + id("B-43"))).contains("预测完工", "泵到货推迟");
    assertThat(
            Browser.target(
                admin.post(
                    path + "/finish", Map.of("finished", TODAY.toString(), "evidence", "验收-9"))))
        .isEqualTo(path);
  }

  @Test
  void stepsAndConnectionsAreRecordedOnTheirForms() {
    String path = at("land/parcels/" + id("C-57"));
    assertThat(admin.get(path + "/steps/clear").body()).contains("净地", "主管部门");
    assertThat(
            admin
                .post(
                    path + "/steps/clear",
                    Map.of("done", TODAY.plusDays(1).toString(), "authority", "县自然资源局"))
                .body())
        .contains("在今天之后");
    assertThat(
            Browser.target(
                admin.post(
                    path + "/steps/clear",
                    Map.of("done", TODAY.toString(), "authority", "县自然资源局", "document", "净-57"))))
        .isEqualTo(path);
    assertThat(admin.get(path + "/connections/levelling").body()).contains("场地平整", "红线处通达");
    assertThat(
            Browser.target(
                admin.post(
                    path + "/connections/levelling",
                    Map.of("reach", "red-line", "actual", TODAY.toString(), "evidence", "验收-57"))))
        .isEqualTo(path);
    assertThat(admin.get(path).body()).contains("可供", "净-57", "验收-57");
    assertThat(admin.get(path + "/steps/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void aParcelIsDrawnAndMeasuredByTheServer() {
    admin.get(at("land/parcels/new"));
    String square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[406000,4558000],[406100,4558000],[406100,4558200],[406000,4558200],[406000,4558000]]]}";
    assertThat(admin.post(at("land/area"), Map.of("outline", square)).body())
        .contains("\"mu\":30.00", "20000");
    assertThat(admin.post(at("land/area"), Map.of("outline", "{}")).body()).contains("请在图上重画");
    assertThat(
            Browser.target(
                admin.post(at("land/parcels/new"), Map.of("number", "D-01", "outline", square))))
        .isEqualTo(at("land/parcels/" + id("D-01")));
    assertThat(
            admin.post(at("land/parcels/new"), Map.of("number", "D-02", "outline", square)).body())
        .contains("重叠");
  }

  @Test
  void theFactorPagesShowBarsHoldersAndTheLedger() {
    assertThat(page("factors")).contains("<meter", "新增建设用地计划", "余 15 亩，不足一成", "从不相加");
    long quota =
        land.in(zone.id(), () -> accounts.findByCode(zone.id(), "quota-new").orElseThrow()).id();
    assertThat(page("factors/" + quota)).contains("已投产企业（示例）", "示例：下达或设计能力", "示例：现有用量", "165");
    admin.get(at("factors/" + quota));
    assertThat(
            admin
                .post(
                    at("factors/" + quota + "/supplies"),
                    Map.of("period", String.valueOf(TODAY.getYear()), "amount", "-30", "why", "收回"))
                .body())
        .contains("余额 15 亩 低于需求 30 亩；「已投产企业（示例）」占用 165");
  }

  @Test
  void thePanelAndTheSearchKnowTheRoom() {
    assertThat(page("wall")).contains("项工程超期", "曙光变电所 晚，14 宗地等待", "宗净地等待连接", "年各项工程已付款合计");
    assertThat(page("search?q=A-07")).contains("A-07 起步区");
  }

  @Test
  void thePagesSpeakEnglishAndTraditionalChineseToo() {
    Browser reader = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    for (String language : List.of("en", "zh-Hant")) {
      reader.post("/language", Map.of("to", language, "back", "/"));
      for (String path :
          List.of(
              "land",
              "land/parcels/" + id("A-07"),
              "land/works",
              "land/works/" + works("曙光变电所"),
              "land/parcels/new",
              "land/import",
              "land/recognition",
              "factors")) {
        assertThat(reader.get(at(path)).statusCode()).as(language + " " + path).isEqualTo(200);
      }
    }
    assertThat(reader.get(at("land")).body()).contains("lang=\"zh-Hant\"", "地塊");
    reader.post("/language", Map.of("to", "zh-Hans", "back", "/")); // the account keeps it
  }

  @Test
  void aWorkAndAFactorAccountAreMadeOnTheirPagesAndWhatIsWrongIsSaidBesideTheField() {
    admin.get(at("land/works/new"));
    var wrong =
        admin.post(
            at("land/works/new"),
            Map.of("number", "GC-90", "name", "消防站", "budget", "八百", "finish", TODAY.toString()));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("八百", "value=\"消防站\"");
    var made =
        admin.post(
            at("land/works/new"),
            Map.of("number", "GC-90", "name", "消防站", "budget", "0", "finish", TODAY.toString()));
    assertThat(admin.get(Browser.target(made)).body()).contains("消防站", "GC-90");
    String edit = Browser.target(made) + "/edit";
    assertThat(admin.get(edit).body()).contains("value=\"消防站\"", "name=\"started\"");
    Map<String, String> changed =
        Map.of(
            "number",
            "GC-90",
            "name",
            "消防站",
            "contractor",
            "测试施工队",
            "budget",
            "0",
            "estimate",
            "820.5",
            "version",
            "0",
            "finish",
            TODAY.toString());
    assertThat(admin.get(Browser.target(admin.post(edit, changed))).body())
        .contains("测试施工队", "820.5");
    var stale = admin.post(edit, changed);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("刚刚被别人改过", "value=\"测试施工队\"");
    Map<String, String> future = new java.util.HashMap<>(changed);
    future.put("version", "1");
    future.put("started", TODAY.plusDays(1).toString());
    assertThat(admin.post(edit, future).body()).contains("在今天之后", "value=\"820.5\"");
    assertThat(page("today")).contains("工程应完工：消防站", "线索：", "按计划进入");
    assertThat(
            admin
                .post(
                    at("land/works/new"),
                    Map.of(
                        "number", "GC-90", "name", "又一", "budget", "0", "finish", TODAY.toString()))
                .body())
        .contains("已有编号为 GC-90 的工程");

    admin.get(at("factors/new"));
    Map<String, String> steam =
        Map.of("factor", "heat", "code", "steam-2", "name", "二期蒸汽", "unit", "t/h");
    var opened = admin.post(at("factors/new"), steam);
    assertThat(admin.get(Browser.target(opened)).body()).contains("二期蒸汽", "本期没有供给");
    assertThat(admin.post(at("factors/new"), steam).body()).contains("已有代码为 steam-2 的要素账户");
    assertThat(
            admin
                .post(
                    at("factors/new"),
                    Map.of("factor", "gold", "code", "大写", "name", "", "unit", ""))
                .body())
        .contains("没有“gold”这种要素", "代码“大写”不对", "请填名称", "请填单位");
  }

  private String page(String path) {
    var answer = admin.get(at(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private String at(String path) {
    return "/z/" + zone.code() + "/" + path;
  }

  private long id(String number) {
    return land.in(zone.id(), () -> parcels.findByNumber(zone.id(), number).orElseThrow())
        .parcel()
        .id();
  }

  private long works(String name) {
    return land.in(zone.id(), () -> works.list(zone.id())).stream()
        .filter(work -> work.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
