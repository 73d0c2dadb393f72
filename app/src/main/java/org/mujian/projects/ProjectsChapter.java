package org.mujian.projects;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.mujian.reports.Chapter;
import org.mujian.reports.Quoted;
import org.mujian.reports.ReportChapter;
import org.mujian.reports.Span;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/** What the weekly report tells of projects: the year's batches, what moved, what is red. */
@Component
class ProjectsChapter implements ReportChapter {

  private final Situations situations;
  private final Plans plans;
  private final Words words;

  ProjectsChapter(Situations situations, Plans plans, Texts texts) {
    this.situations = situations;
    this.plans = plans;
    this.words = new Words(texts, Language.SIMPLIFIED);
  }

  @Override
  public int programme() {
    return 2;
  }

  @Override
  public void write(Span span, Chapter chapter) {
    Situation now = situations.get(span.zone().id());
    if (now.lines().isEmpty()) {
      chapter.nothing("本园区还没有项目", "请项目推进局新建项目，或粘贴调度表（重点项目 → 调度表）");
      return;
    }
    String source = "项目台账，截至 " + span.asOf();
    chapter.say(
        "在册项目 {}，总投资 {}；红灯 {}。",
        new Quoted(String.valueOf(now.lines().size()), "项", "在册项目", source, span.in("projects")),
        new Quoted(
            Amounts.yi(now.investment()),
            "亿元",
            "在册项目总投资",
            "各项目总投资之和；" + source,
            span.in("projects")),
        new Quoted(
            String.valueOf(now.red().size()),
            "项",
            "红灯项目",
            "灯号由计划日期、证据、问题时限与地块可供日期算出；" + source,
            span.in("projects")));
    for (YearPlan batch : plans.year(span.zone().id(), span.from().getYear())) {
      if (batch.target() > 0) {
        batch(span, chapter, batch);
      }
    }
    moved(span, chapter, now);
    red(span, chapter, now);
  }

  private static void batch(Span span, Chapter chapter, YearPlan batch) {
    String stage = batch.stage().name();
    String page = span.in("projects/plan");
    chapter.say(
        "今年" + stage + " {}，年计划 {}，序时应达 {}，预计全年 {}。",
        new Quoted(
            String.valueOf(batch.counted().size()),
            "项",
            batch.year() + " 年" + stage,
            "年内进入「" + stage + "」的项目数，每个项目一次，续建不计；依据各项目证据",
            page),
        new Quoted(
            String.valueOf(batch.target()), "项", stage + "年计划", batch.year() + " 年逐月累计计划", page),
        new Quoted(batch.pace().toPlainString(), "项", stage + "序时应达", "逐月累计计划在当月内按日推算", page),
        new Quoted(
            String.valueOf(batch.forecast().size()),
            "项",
            stage + "全年预计",
            "已进入的，与计划日期在年内且所留地块年内可供的项目",
            page));
  }

  private static void moved(Span span, Chapter chapter, Situation now) {
    String moved =
        now.lines().stream()
            .flatMap(
                line ->
                    entered(span, now.course(), line.standing())
                        .map(
                            stage ->
                                "「%s」%s 进入%s"
                                    .formatted(
                                        line.project().name(),
                                        line.standing().entered().get(stage.code()),
                                        stage.name())))
            .collect(Collectors.joining("；"));
    chapter.say(moved.isEmpty() ? "本周没有项目进入新的阶段。" : "本周进展：" + moved + "。");
  }

  /** The stages entered in the week, in the order in which they were. */
  private static Stream<Stage> entered(Span span, Course course, Standing standing) {
    Map<String, LocalDate> days = standing.entered();
    return days.keySet().stream()
        .filter(code -> span.contains(Objects.requireNonNull(days.get(code))))
        .map(course::get)
        .sorted(
            Comparator.comparing((Stage stage) -> Objects.requireNonNull(days.get(stage.code())))
                .thenComparing(Stage::order));
  }

  private void red(Span span, Chapter chapter, Situation now) {
    if (now.red().isEmpty()) {
      return;
    }
    chapter.table(
        List.of("红灯项目", "原因", "牵头", "时限"),
        List.of(32, 76, 24, 24),
        now.red().stream()
            .map(
                line -> {
                  Problem problem = line.problem();
                  return List.<Object>of(
                      line.project().name(),
                      words.reason(line.verdict()),
                      problem == null ? line.project().bureau() : problem.lead(),
                      problem == null ? "–" : problem.due().toString());
                })
            .toList());
  }
}
