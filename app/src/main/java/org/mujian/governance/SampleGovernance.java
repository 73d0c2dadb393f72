package org.mujian.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.mujian.facts.Draft;
import org.mujian.facts.Measures;
import org.mujian.facts.ReviewedFacts;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/**
 * The sample's posts, its scheme and running round, and approved figures for a good part of the
 * indicators: all invented. Some are missing on purpose.
 */
@Component
class SampleGovernance implements SampleContent {

  private static final int DUE_DAY = 10;

  private final Persons persons;
  private final Schemes schemes;
  private final Rounds rounds;
  private final ShippedScheme shipped;
  private final Measures measures;
  private final ReviewedFacts facts;
  private final Clock clock;

  SampleGovernance(
      Persons persons,
      Schemes schemes,
      Rounds rounds,
      ShippedScheme shipped,
      Measures measures,
      ReviewedFacts facts,
      Clock clock) {
    this.persons = persons;
    this.schemes = schemes;
    this.rounds = rounds;
    this.shipped = shipped;
    this.measures = measures;
    this.facts = facts;
    this.clock = clock;
  }

  /** Last: the figures are the program's own change, and what follows would be told as its work. */
  @Override
  public int order() {
    return 900;
  }

  @Override
  public String titleKey() {
    return "governance.sample";
  }

  @Override
  public void load(Zone zone) {
    people(zone.id());
    // In January the year that is over is appraised.
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    YearMonth last = YearMonth.from(today).minusMonths(1);
    StoredScheme scheme = schemes.get(zone.id(), schemes.adopt(zone.id(), shipped.draft(true)));
    rounds.open(zone.id(), scheme.head(), last.getYear(), last.getYear() + " 年度综合考核（示例）", DUE_DAY);
    List<Draft> drafts = SampleFigures.of(zone.id(), scheme, measures.byCode(zone.id()), last);
    facts.load(zone.id(), "载入示例数据（考核指标，虚构）", drafts);
  }

  private void people(long zone) {
    person(zone, "示例甲", "", "管委会主任");
    person(zone, "示例乙", "", "管委会副主任");
    person(zone, "示例丙", "规划建设局", "局长");
    person(zone, "示例丁", "项目推进局", "局长");
    person(zone, "示例戊", "招商局", "局长");
    person(zone, "示例己", "经济发展局", "局长");
    person(zone, "示例庚", "经济发展局", "统计专员");
    person(zone, "示例辛", "行政服务局", "局长");
    person(zone, "示例壬", "党群工作部", "部长");
    person(zone, "示例癸", "党群工作部", "考核专员");
  }

  private void person(long zone, String name, String department, String post) {
    persons.add(zone, new Person(zone, 0, name, department, post, null, true, 0));
  }
}
