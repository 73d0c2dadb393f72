package org.mujian.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import org.mujian.reports.Chapter;
import org.mujian.reports.Quoted;
import org.mujian.reports.ReportChapter;
import org.mujian.reports.Span;
import org.mujian.units.Money;
import org.springframework.stereotype.Component;

/**
 * What the weekly report tells of land: how much is ready, which works are late, what is promised.
 */
@Component
class LandChapter implements ReportChapter {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Parcels parcels;
  private final Works works;

  LandChapter(Parcels parcels, Works works) {
    this.parcels = parcels;
    this.works = works;
  }

  @Override
  public int programme() {
    return 1;
  }

  @Override
  public void write(Span span, Chapter chapter) {
    List<ParcelState> all = parcels.list(span.zone().id());
    if (all.isEmpty()) {
      chapter.nothing("本园区还没有录入地块", "请规划建设局导入地块（西部拓展 → 导入地块）");
    } else {
      land(span, chapter, all);
    }
    List<Work> built = works.list(span.zone().id());
    if (built.isEmpty()) {
      chapter.nothing("本园区还没有录入工程", "请规划建设局新建工程（西部拓展 → 工程）");
    } else {
      works(span, chapter, built);
    }
  }

  private static void land(Span span, Chapter chapter, List<ParcelState> all) {
    List<ParcelState> ready = with(all, ParcelStatus.SUPPLYABLE);
    String today = "地块台账，截至 " + span.asOf();
    chapter.say(
        "现有地块 {}，其中可供 {}、{}；净地待连接 {}；意向预留 {}。",
        new Quoted(String.valueOf(all.size()), "宗", "地块", today, span.in("land")),
        count(span, ready, "可供地块", "净地且八通场平齐备、未预留未出让", "supplyable"),
        new Quoted(
            LandPages.area(ready).mu(1).toPlainString(),
            "亩",
            "可供面积",
            "可供地块面积之和；" + today,
            span.in("land")),
        count(span, with(all, ParcelStatus.WAITING), "净地待连接", "净地，连接未齐", "waiting"),
        count(span, with(all, ParcelStatus.RESERVED), "意向预留", "有有效意向预留", "reserved"));
    for (ParcelState state : all) {
      ParcelReservation held = state.reservation();
      if (held != null && span.contains(held.madeAt().atZone(CHINA).toLocalDate())) {
        chapter.say(
            "本周意向预留：%s（{}）为「%s」预留至 %s。"
                .formatted(state.parcel().number(), held.holderName(), held.until()),
            new Quoted(
                state.parcel().area().mu(1).toPlainString(),
                "亩",
                state.parcel().number() + " 面积",
                "地块界线在本园区三度带投影中的面积",
                span.in("land/parcels/" + state.parcel().id())));
      }
    }
  }

  private static List<ParcelState> with(List<ParcelState> all, ParcelStatus status) {
    return all.stream().filter(s -> s.status() == status).toList();
  }

  private static Quoted count(
      Span span, List<ParcelState> some, String what, String how, String status) {
    return new Quoted(
        String.valueOf(some.size()),
        "宗",
        what,
        how + "；地块台账，截至 " + span.asOf(),
        span.in("land?status=" + status));
  }

  private static void works(Span span, Chapter chapter, List<Work> all) {
    String source = "工程台账，截至 " + span.asOf();
    List<Work> late = all.stream().filter(Work::isLate).toList();
    chapter.say(
        "工程 {}，预算 {}，已付 {}；预测晚于计划 {}。",
        new Quoted(String.valueOf(all.size()), "项", "工程", source, span.in("land/works")),
        money(span, all.stream().map(Work::budget).reduce(Money.ZERO, Money::plus), "工程预算合计"),
        money(span, all.stream().map(Work::paid).reduce(Money.ZERO, Money::plus), "工程已付款合计"),
        new Quoted(
            String.valueOf(late.size()),
            "项",
            "晚于计划的工程",
            "未完工且预测完工晚于计划完工；" + source,
            span.in("land/works")));
    if (!late.isEmpty()) {
      chapter.table(
          List.of("工程", "计划完工", "预测完工"),
          List.of(76, 40, 40),
          late.stream()
              .map(
                  w ->
                      List.<Object>of(
                          w.name(), w.plannedFinish().toString(), w.forecast().toString()))
              .toList());
    }
  }

  private static Quoted money(Span span, Money money, String what) {
    BigDecimal wan = money.wan().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return new Quoted(
        java.text.NumberFormat.getInstance(java.util.Locale.CHINA).format(wan),
        "万元",
        what,
        "各项工程之和；工程台账，截至 " + span.asOf(),
        span.in("land/works"));
  }
}
