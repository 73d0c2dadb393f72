package org.mujian.services;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.Span;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseDesk;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Cases;
import org.mujian.services.cases.Material;
import org.mujian.services.cases.Result;
import org.mujian.services.matter.Matters;
import org.mujian.services.matter.Promise;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** The sample's cases and promises, invented, their days counted back from the day of loading. */
@Component
class SampleServices implements SampleContent {

  /**
   * @param project empty for none
   * @param age days since it was opened
   * @param steps what happened on which day after that: 「s」 accepted, 「p」 paused, 「r」 resumed, 「g」
   *     granted, 「x」 refused, 「w」 withdrawn; 「L」 and 「T」: a paper is late or promised until so many
   *     days from today
   */
  private record Story(
      String matter, String firm, String project, String agent, int age, String steps) {}

  private static final List<Story> STORIES =
      List.of(
          new Story("land-listing", "示例碳四综合利用有限公司", "碳五树脂装置", "帮办 周", 120, "s4g60"),
          new Story("eia-book", "示例催化剂科技有限公司", "", "帮办 赵", 95, "s5p20r50x80"),
          new Story("land-listing", "示例石油装备有限公司", "石油装备检维修基地", "帮办 周", 90, "s5"),
          new Story("eia-book", "示例芳烃材料有限公司", "芳烃溶剂油分离", "帮办 钱", 70, "s3"),
          new Story("eia-form", "示例防水卷材有限公司", "高性能防水卷材", "帮办 赵", 60, "s1g14"),
          new Story("eia-book", "示例辽滨石化有限公司", "针状焦中试线", "帮办 赵", 52, "s2p12r30"),
          new Story("eia-form", "示例增塑剂有限公司", "增塑剂扩能", "帮办 孙", 40, "s2p10r20g30"),
          new Story("land-listing", "示例北方沥青有限公司", "改性沥青二期", "帮办 周", 35, "s3L6"),
          new Story("registration", "示例供热有限公司", "", "帮办 王", 30, "s0w3"),
          new Story("eia-form", "示例阀门有限公司", "特种管件一期", "帮办 钱", 28, "s1p8"),
          new Story("eia-book", "示例聚丙烯新材料有限公司", "聚丙烯改性", "帮办 赵", 20, "s1"),
          new Story("eia-form", "示例塑胶管材有限公司", "PE 管材三期", "帮办 孙", 14, "s0"),
          new Story("registration", "示例再生资源有限公司", "", "帮办 李", 13, "s0"),
          new Story("land-listing", "示例危化仓储物流有限公司", "危化品仓储物流", "帮办 周", 10, "s2L12"),
          new Story("registration", "示例钢结构工程有限公司", "", "帮办 李", 9, "s0g1"),
          new Story("eia-form", "示例炼化设备有限公司", "换热器制造", "帮办 孙", 8, "s1"),
          new Story("eia-filing", "示例陆港物流有限公司", "电商云仓物流园", "帮办 钱", 6, "s1g1"),
          new Story("eia-filing", "示例包装薄膜有限公司", "塑料编织袋扩产", "帮办 钱", 3, ""),
          new Story("registration", "示例标准厂房运营有限公司", "", "帮办 王", 2, "T7"),
          new Story("registration", "示例模具科技有限公司", "", "帮办 李", 0, "s0"));

  private final Cases cases;
  private final CaseDesk desk;
  private final CaseStandings standings;
  private final Matters matters;
  private final FirmChoice firms;
  private final SampleVisits visits;

  SampleServices(
      Cases cases,
      CaseDesk desk,
      CaseStandings standings,
      Matters matters,
      FirmChoice firms,
      SampleVisits visits) {
    this.cases = cases;
    this.desk = desk;
    this.standings = standings;
    this.matters = matters;
    this.firms = firms;
    this.visits = visits;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String titleKey() {
    return "services.sample";
  }

  @Override
  public void load(Zone zone) {
    long id = zone.id();
    promise(id, "registration", "市场监督管理局（示例）", Span.working(1));
    promise(id, "land-listing", "自然资源局（示例）", Span.working(45));
    promise(id, "eia-book", "生态环境分局（示例）", Span.days(30));
    promise(id, "eia-form", "生态环境分局（示例）", Span.days(15));
    LocalDate today = cases.today();
    STORIES.forEach(story -> tell(id, story, today));
    visits.load(id, today);
  }

  private void promise(long zone, String matter, String authority, Span span) {
    matters.promise(
        zone, matter, new Promise(authority, span, "示例：虚构的承诺", LocalDate.of(2020, 1, 1), true));
  }

  private void tell(long zone, Story story, LocalDate today) {
    LocalDate opened = today.minusDays(story.age());
    var draft =
        new CaseDraft(
            story.matter(),
            firms.get(zone, story.firm()).id(),
            firms.project(zone, story.project()),
            null,
            null,
            story.agent() + "（示例）",
            null);
    Case file = cases.open(zone, draft, opened, true);
    var step = Pattern.compile("([a-zA-Z])(\\d+)").matcher(story.steps());
    while (step.find()) {
      long days = Long.parseLong(step.group(2));
      boolean ahead = Character.isUpperCase(step.group(1).charAt(0));
      LocalDate on = ahead ? today.plusDays(days) : opened.plusDays(days);
      step(zone, file.number(), step.group(1).charAt(0), on);
    }
  }

  private void step(long zone, String number, char what, LocalDate on) {
    switch (what) {
      case 's' -> {
        move(zone, number, ClockEvent.Kind.START, on, "");
        desk.number(zone, number, "示例受理" + number, on);
        standings
            .get(zone, number)
            .materials()
            .forEach(m -> desk.put(zone, number, m.id(), Material.State.RECEIVED, on, "示例"));
      }
      case 'p' -> move(zone, number, ClockEvent.Kind.PAUSE, on, "示例：专家评审");
      case 'r' -> move(zone, number, ClockEvent.Kind.RESUME, on, "示例：评审意见已修改");
      case 'g' -> desk.close(zone, number, null, on, Result.GRANTED, "示例批复" + number);
      case 'x' -> desk.close(zone, number, null, on, Result.REFUSED, "示例：不符合规划环评");
      case 'w' -> desk.close(zone, number, null, on, Result.WITHDRAWN, "示例：企业改变名称后重报");
      case 'L' -> paper(zone, number, Material.State.LATE, on);
      default -> paper(zone, number, Material.State.PROMISED, on);
    }
  }

  private void move(long zone, String number, ClockEvent.Kind kind, LocalDate on, String words) {
    desk.move(zone, number, null, ClockEvent.of(kind, on), words);
  }

  private void paper(long zone, String number, Material.State state, LocalDate day) {
    Material last = standings.get(zone, number).materials().getLast();
    desk.put(zone, number, last.id(), state, day, "示例");
  }
}
