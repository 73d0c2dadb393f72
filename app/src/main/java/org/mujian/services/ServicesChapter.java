package org.mujian.services;

import java.util.List;
import org.mujian.reports.Chapter;
import org.mujian.reports.Quoted;
import org.mujian.reports.ReportChapter;
import org.mujian.reports.Span;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Standing;
import org.mujian.services.visit.Request;
import org.mujian.services.visit.Requests;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.springframework.stereotype.Component;

/** What the weekly report tells of services: cases under way and late, requests that wait. */
@Component
class ServicesChapter implements ReportChapter {

  private final CaseStandings standings;
  private final Requests requests;
  private final CaseWords words;

  ServicesChapter(CaseStandings standings, Requests requests, CaseWords words) {
    this.standings = standings;
    this.requests = requests;
    this.words = words;
  }

  @Override
  public int programme() {
    return 5;
  }

  @Override
  public void write(Span span, Chapter chapter) {
    long zone = span.zone().id();
    List<Standing> open = standings.list(zone, CaseQuery.OPEN);
    List<Request> asked = requests.list(zone, false, null, null);
    if (open.isEmpty()) {
      chapter.nothing("没有在办的办件", "企业来办事时由窗口登记（服务环境 → 新办件）");
    } else {
      cases(span, chapter, open);
    }
    chapter.say(
        "未办结的企业诉求 {}。",
        new Quoted(
            String.valueOf(asked.size()),
            "件",
            "未办结诉求",
            "走访与企业提出、尚未答复的诉求；截至 " + span.asOf(),
            span.in("services/requests")));
  }

  private void cases(Span span, Chapter chapter, List<Standing> open) {
    String source = "办件台账；时限由事项的法定时间、中止与工作日历算出，截至 " + span.asOf();
    List<Standing> late = open.stream().filter(s -> s.state() == Light.State.BAD).toList();
    chapter.say(
        "帮代办在办 {}，其中超期 {}。本园区只陪同办理，由主管部门决定。",
        new Quoted(String.valueOf(open.size()), "件", "在办办件", source, span.in("services")),
        new Quoted(
            String.valueOf(late.size()), "件", "超期办件", source, span.in("services?light=bad")));
    if (!late.isEmpty()) {
      chapter.table(
          List.of("办件", "企业", "事项", "主管部门", "时限"),
          List.of(28, 44, 36, 28, 20),
          late.stream()
              .map(
                  s ->
                      List.<Object>of(
                          s.file().number(),
                          s.file().enterpriseName(),
                          words.line(Language.SIMPLIFIED, s).matter(),
                          s.file().authority(),
                          String.valueOf(s.due())))
              .toList());
    }
  }
}
