package org.mujian.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mujian.chain.Atlas;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.Leads;
import org.mujian.reports.Chapter;
import org.mujian.reports.Quoted;
import org.mujian.reports.ReportChapter;
import org.mujian.reports.Span;
import org.mujian.web.Language;
import org.springframework.stereotype.Component;

/**
 * What the weekly report tells of promotion: leads at work, leads that are late, gaps of chains.
 */
@Component
class PromotionChapter implements ReportChapter {

  private final Leads leads;
  private final LeadWords words;
  private final Atlases atlases;
  private final Gaps gaps;

  PromotionChapter(Leads leads, LeadWords words, Atlases atlases, Gaps gaps) {
    this.leads = leads;
    this.words = words;
    this.atlases = atlases;
    this.gaps = gaps;
  }

  @Override
  public int programme() {
    return 3;
  }

  @Override
  public void write(Span span, Chapter chapter) {
    long zone = span.zone().id();
    List<Shown.LeadLine> open =
        words.lines(Language.SIMPLIFIED, zone, leads.list(zone, LeadQuery.OPEN));
    if (open.isEmpty()) {
      chapter.nothing("没有在办线索", "从产业链空白找候选企业，或登记来访（招商引资 → 新增线索）");
    } else {
      leads(span, chapter, open);
    }
    for (Atlas atlas : atlases.listDeep()) {
      chain(span, chapter, atlas);
    }
  }

  private static void leads(Span span, Chapter chapter, List<Shown.LeadLine> open) {
    String source = "招商线索台账，截至 " + span.asOf();
    List<Shown.LeadLine> late = open.stream().filter(Shown.LeadLine::isLate).toList();
    List<Shown.LeadLine> fresh =
        open.stream().filter(line -> span.contains(line.lead().receivedOn())).toList();
    chapter.say(
        "在办线索 {}，其中超期 {}。",
        new Quoted(String.valueOf(open.size()), "条", "在办线索", source, span.in("promotion")),
        new Quoted(
            String.valueOf(late.size()), "条", "超期线索", "时限规则算出；" + source, span.in("promotion")));
    if (!fresh.isEmpty()) {
      chapter.say(
          "本周新增：%s。"
              .formatted(
                  fresh.stream()
                      .map(line -> line.lead().name() + "（" + line.lead().source() + "）")
                      .collect(Collectors.joining("、"))));
    }
    if (!late.isEmpty()) {
      List<List<Object>> rows = new ArrayList<>();
      for (Shown.LeadLine line : late) {
        var due = line.due();
        rows.add(
            List.of(
                line.lead().name(),
                line.act(),
                line.lead().owner(),
                due == null ? "–" : due.dueOn().toString()));
      }
      chapter.table(List.of("超期线索", "应做", "持有人", "时限"), List.of(62, 30, 40, 24), rows);
    }
  }

  private void chain(Span span, Chapter chapter, Atlas atlas) {
    String division = span.zone().division();
    if (gaps.coverage(atlas, division).isEmpty()) {
      chapter.nothing("「" + atlas.name() + "」还没有打标，看不出空白", "请省级管理员导入登记数据后打标");
      return;
    }
    List<Gap> list = gaps.list(atlas, division);
    String source = "企业登记数据按图谱 " + atlas.version() + " 打标；本市与本省同一数据比较";
    String page = span.in("promotion");
    chapter.say(
        "「" + atlas.name() + "」{} 个环节：空白 {}，薄弱 {}。",
        new Quoted(
            String.valueOf(list.size()),
            "",
            atlas.name() + "环节",
            "产业链图谱 " + atlas.version(),
            span.in("promotion/chains/" + atlas.code())),
        quoted(list, Gap.Verdict.MISSING, atlas.name() + "空白环节", source, page),
        quoted(list, Gap.Verdict.WEAK, atlas.name() + "薄弱环节", source, page));
  }

  private static Quoted quoted(
      List<Gap> list, Gap.Verdict verdict, String what, String source, String page) {
    long count = list.stream().filter(gap -> gap.verdict() == verdict).count();
    return new Quoted(String.valueOf(count), "个", what, source, page);
  }
}
