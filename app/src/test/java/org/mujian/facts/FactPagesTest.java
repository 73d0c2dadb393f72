package org.mujian.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A figure's way through the pages. */
@MujianTest
class FactPagesTest {

  @Autowired ApplicationContext program;
  @LocalServerPort int port;

  @Test
  void aFigureIsPutInSubmittedReturnedSubmittedAgainAndApproved() {
    People people = new People(program);
    long zone = people.zone();
    String base = "/z/" + People.code() + "/facts";
    people.account(zone, "pages.officer", Role.OFFICER_LAND);
    people.account(zone, "pages.other", Role.OFFICER_SERVICES);
    people.account(zone, "pages.leader", Role.LEADER);
    Browser officer = Browser.signedIn(port, "pages.officer", People.PASSWORD);
    Browser other = Browser.signedIn(port, "pages.other", People.PASSWORD);
    Browser leader = Browser.signedIn(port, "pages.leader", People.PASSWORD);

    assertThat(officer.get(base).body()).contains("这里将列出已审的数据");
    assertThat(officer.get(base + "/measures").body()).contains("税收收入", "官方口径");
    assertThat(officer.get(base + "/new?measure=tax").body()).contains("万元");
    Map<String, String> form = form();
    form.put("value", "一千");
    var refused = officer.post(base, form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("数值应是数字", "value=\"一千\"");
    form.put("value", "1,234.56");
    String fact = Browser.target(officer.post(base, form));
    assertThat(fact).matches(base + "/\\d+");

    assertThat(officer.get(fact).body()).contains("1,234.56", "未审", "送审");
    assertThat(other.get(fact).statusCode()).isEqualTo(404);
    assertThat(other.get(base + "/drafts").body()).doesNotContain("税收收入");
    assertThat(leader.get(base + "/queue").body()).contains("没有待审的数");
    officer.post(fact + "/submit", Map.of());
    assertThat(leader.get(base + "/queue").body()).contains("税收收入", "1,234.56");
    leader.get(fact);
    leader.post(fact + "/return", Map.of("reason", "请附完税证明"));
    assertThat(officer.get(fact).body()).contains("请附完税证明");
    officer.post(fact + "/submit", Map.of());
    assertThat(leader.get(fact).body()).contains("审核通过");
    leader.post(fact + "/approve", Map.of());

    assertThat(other.get(base).body()).contains("税收收入", "1,234.56", "税务局", "官方");
    assertThat(other.get(base + "?asof=2020-01-01").body()).contains("2020-01-01 当日已知");
    assertThat(other.get(fact + "?asof=2020-01-01").body()).contains("还不知道");
    assertThat(other.get(base + "?period=March").body()).contains("看不懂");
    assertThat(leader.post(fact + "/approve", Map.of()).statusCode()).isEqualTo(409);
  }

  private static Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("measure", "tax");
    form.put("unit", "万元");
    form.put("subject", "zone");
    form.put("basis", "tax");
    form.put("period", "2026-03");
    form.put("missing", "");
    form.put("source", "税务局月报 2026-04-08");
    form.put("evidence", "");
    form.put("bureau", "land");
    return form;
  }
}
