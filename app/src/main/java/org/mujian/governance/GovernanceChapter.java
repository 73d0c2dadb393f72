package org.mujian.governance;

import java.util.List;
import org.mujian.reports.Chapter;
import org.mujian.reports.Quoted;
import org.mujian.reports.ReportChapter;
import org.mujian.reports.Span;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/** What the weekly report tells of the appraisal: points known and open, and what costs most. */
@Component
class GovernanceChapter implements ReportChapter {

  private static final int WORST = 5;

  private final Rounds rounds;
  private final Scoring scoring;
  private final Words words;

  GovernanceChapter(Rounds rounds, Scoring scoring, Texts texts) {
    this.rounds = rounds;
    this.scoring = scoring;
    this.words = new Words(texts, Language.SIMPLIFIED);
  }

  @Override
  public int programme() {
    return 6;
  }

  @Override
  public void write(Span span, Chapter chapter) {
    rounds
        .findRunning(span.zone().id(), span.asOf().getYear())
        .ifPresentOrElse(
            round -> write(span, chapter, scoring.at(round, round.month(span.asOf()))),
            () -> chapter.nothing("今年还没有开始考核轮次", "选定指标方案后开始一个轮次（体制机制）"));
  }

  private void write(Span span, Chapter chapter, Standing now) {
    String page = span.in("governance/rounds/" + now.round().id() + "?month=" + now.month());
    String source = "方案「%s」，截至 %s 的已审核官方口径数据".formatted(now.scheme().head().name(), now.month());
    chapter.say(
        now.round().title() + "：满分 {}，已得 {}，数据未到、尚不能定的 {}。",
        points(now.scheme().head().points(), "方案满分", source, page),
        points(now.score().known(), "已得分", "各项指标按规则计分之和；" + source, page),
        points(now.score().open(), "未定分", "缺数据的指标的分值之和，不当作 0；" + source, page));
    List<Standing.Line> worst = GovernancePages.worst(now, WORST);
    if (!worst.isEmpty()) {
      chapter.table(
          List.of("失分最多的指标", "情况", "牵头"),
          List.of(56, 70, 30),
          worst.stream()
              .map(
                  line ->
                      List.<Object>of(
                          line.of().name(),
                          words.light(line.verdict(now.month()), line.mark()).reason(),
                          line.of().bureau()))
              .toList());
    }
  }

  private static Quoted points(
      java.math.BigDecimal points, String what, String source, String page) {
    return new Quoted(Words.points(points), "分", what, source, page);
  }
}
