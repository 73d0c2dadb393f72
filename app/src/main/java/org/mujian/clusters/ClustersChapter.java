package org.mujian.clusters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.mujian.clusters.Standing.Computed;
import org.mujian.reports.Chapter;
import org.mujian.reports.Quoted;
import org.mujian.reports.ReportChapter;
import org.mujian.reports.Span;
import org.springframework.stereotype.Component;

/** What the weekly report tells of clusters: each one's output of the month, and who reported. */
@Component
class ClustersChapter implements ReportChapter {

  private final Standing standing;

  ClustersChapter(Standing standing) {
    this.standing = standing;
  }

  @Override
  public int programme() {
    return 4;
  }

  @Override
  public void write(Span span, Chapter chapter) {
    YearMonth month = standing.month(span.zone().id(), span.asOf());
    List<Computed> all = standing.list(span.zone(), month);
    if (all.isEmpty()) {
      chapter.nothing("本园区还没有建立集群", "请经济局建立集群并录入成员（产业集群）");
      return;
    }
    for (Computed one : all) {
      cluster(span, chapter, one, one.sheet().sum(Item.OUTPUT, month));
    }
  }

  private static void cluster(Span span, Chapter chapter, Computed one, Sheet.Sum sum) {
    String name = one.cluster().name();
    String page = span.in("clusters/" + one.cluster().id());
    Quoted members = new Quoted(String.valueOf(sum.members()), "家", name + "成员", "集群成员名录", page);
    BigDecimal value = sum.value();
    if (value == null) {
      chapter.say(name + "成员 {}，" + sum.month() + " 月报尚未有人报送，产值不计。", members);
      return;
    }
    chapter.say(
        name + "成员 {}，" + sum.month() + " 已报 {}，产值 {}。",
        members,
        new Quoted(String.valueOf(sum.reported()), "家", name + "已报送", sum.month() + " 企业月报", page),
        new Quoted(
            number(value), "万元", name + "产值", "已报送成员 " + sum.month() + " 产值之和，未报的不计；企业月报", page));
  }

  private static String number(BigDecimal value) {
    return NumberFormat.getInstance(Locale.CHINA)
        .format(value.setScale(Math.min(1, Math.max(0, value.scale())), RoundingMode.HALF_UP));
  }
}
