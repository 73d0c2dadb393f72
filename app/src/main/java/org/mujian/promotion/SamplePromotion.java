package org.mujian.promotion;

import java.time.LocalDate;
import java.util.List;
import org.mujian.promotion.lead.LeadAct;
import org.mujian.promotion.lead.LeadDraft;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** The sample's leads, invented, their days counted back from the day it is loaded. */
@Component
class SamplePromotion implements SampleContent {

  /**
   * @param link of the chain of petrochemicals, or empty
   * @param age days since it came in
   * @param steps what was done: 「r1」 responded on day 1, 「J2」 entered 研判 on day 2, 「j3」 judged, 「T」
   *     talks, 「S」 signed, 「D」 dropped, 「a7」 replied, 「p14」 reported
   */
  private record Story(
      String name, String link, String source, String owner, int age, String steps) {}

  private static final String WANG = "招商局 王（示例）";
  private static final String LI = "招商局 李（示例）";
  private static final String ZHAO = "招商局 赵（示例）";

  private static final List<Story> STORIES =
      List.of(
          new Story("示例·海晏新材料有限公司", "modified-asphalt", "图谱候选", WANG, 0, ""),
          new Story("示例·松屿添加剂有限公司", "plastic-additives", "展会名片", LI, 2, ""),
          new Story("示例·北岭催化剂有限公司", "catalysts", "以商招商：本地炼厂推荐", ZHAO, 2, "r1"),
          new Story("示例·沐川表面活性剂有限公司", "surfactants", "图谱候选", WANG, 5, "r1J2"),
          new Story("示例·澄湖特种橡胶有限公司", "synthetic-rubber", "来访", LI, 6, "r1J2j3"),
          new Story("示例·远岸工程塑料有限公司", "engineering-plastics", "图谱候选", ZHAO, 9, "r1J2j3"),
          new Story("示例·青渡聚醚有限公司", "propylene-oxide", "驻外招商小分队", WANG, 12, "r1J2j3a6"),
          new Story("示例·望潮油田化学有限公司", "oilfield-chemicals", "油田服务商推荐", LI, 20, "r1J2j3a6T10p14"),
          new Story("示例·岚山胶粘剂有限公司", "adhesives", "展会名片", ZHAO, 24, "r1J2j4a7T12"),
          new Story("示例·平原膜材料有限公司", "plastic-film", "商会推介", WANG, 30, "r1J2j3a7T12p14p27"),
          new Story("示例·丰屿电子化学品有限公司", "reagents", "专家推荐", LI, 33, "r1J3j3a7T15p14p28"),
          new Story("示例·西渚石油树脂有限公司", "resins", "图谱候选", ZHAO, 46, "r1J2j3a6T10p14p28S38p41"),
          new Story("示例·长汀碳材料有限公司", "carbon", "以商招商", WANG, 52, "r1J2j3a6T11p14p28p42S50"),
          new Story("示例·临泽农药中间体有限公司", "intermediates", "来访", LI, 40, "r1J2j3a7D20"),
          new Story("示例·浅滩涂料有限公司", "coatings", "展会名片", ZHAO, 60, "r2J4j6a8D30"));

  private final Leads leads;
  private final Stewards stewards;
  private final SampleTable table;

  SamplePromotion(Leads leads, Stewards stewards, SampleTable table) {
    this.leads = leads;
    this.stewards = stewards;
    this.table = table;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String titleKey() {
    return "sample.promotion";
  }

  @Override
  public void load(Zone zone) {
    steward(zone, "petrochemicals", "official", "张（示例）", "管委会副主任");
    steward(zone, "petrochemicals", "enterprise", "示例·东湾炼化有限公司", "炼化一体化");
    steward(zone, "plastics", "official", "刘（示例）", "管委会副主任");
    steward(zone, "plastics", "enterprise", "示例·北港塑业有限公司", "改性与成型");
    table.load(zone.id());
    LocalDate today = leads.today();
    STORIES.forEach(story -> tell(zone.id(), story, today));
  }

  private void steward(Zone zone, String chain, String kind, String name, String title) {
    stewards.add(zone.id(), new Steward(chain, kind, name, title, null, true));
  }

  private void tell(long zone, Story story, LocalDate today) {
    LocalDate received = today.minusDays(story.age());
    var draft =
        new LeadDraft(
            story.name(),
            null,
            null,
            "petrochemicals",
            story.link(),
            story.source(),
            "示例：虚构的企业",
            received);
    long id = leads.open(zone, draft, story.owner(), true).id();
    var step = java.util.regex.Pattern.compile("([a-zA-Z])(\\d+)").matcher(story.steps());
    while (step.find()) {
      step(zone, id, step.group(1).charAt(0), received.plusDays(Long.parseLong(step.group(2))));
    }
  }

  private void step(long zone, long id, char what, LocalDate on) {
    switch (what) {
      case 'r' -> leads.record(zone, id, LeadAct.RESPOND, "示例：电话联系企业，约定来访", on);
      case 'j' -> leads.record(zone, id, LeadAct.JUDGE, "示例：补链方向，产品与园区配套相符，建议跟进", on);
      case 'a' -> leads.record(zone, id, LeadAct.REPLY, "示例：书面答复用地与配套条件", on);
      case 'p' -> leads.record(zone, id, LeadAct.REPORT, "示例：企业内部论证，约定下次见面", on);
      default -> leads.enter(zone, id, null, stage(what), evidence(what), on);
    }
  }

  private static LeadStage stage(char what) {
    return switch (what) {
      case 'J' -> LeadStage.JUDGING;
      case 'T' -> LeadStage.TALKS;
      case 'S' -> LeadStage.SIGNED;
      case 'D' -> LeadStage.DROPPED;
      default -> throw new IllegalArgumentException("no step " + what);
    };
  }

  private static String evidence(char what) {
    return switch (what) {
      case 'J' -> "示例：招商例会议定转入研判";
      case 'T' -> "示例：赴企业考察，双方同意洽谈";
      case 'S' -> "示例：投资意向协议";
      default -> "示例：企业投资计划推迟，双方同意结束";
    };
  }
}
