package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.documents.KeptFiles;
import org.mujian.store.Changes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A meeting from its first line to the next meeting. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingTest {

  @Autowired Projects projects;
  @Autowired Plans plans;
  @Autowired Problems problems;
  @Autowired Meetings meetings;
  @Autowired Decisions decisions;
  @Autowired Closing closing;
  @Autowired KeptFiles files;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final LocalDate today = ProjectZones.today();

  @BeforeAll
  void zones() {
    ProjectZones.make(jdbc, transaction, changes);
  }

  @Test
  void itsDecisionsBecomeItemsOfTheNextOneAndItsPapersTellThemAll() {
    ProjectZones.SCOPE.run(
        () -> {
          long late = projects.create(1, ProjectZones.draft("改性沥青二期", null)).id();
          plans.plan(1, late, Map.of("signed", today.minusDays(12)));
          plans.target(1, today.getYear(), "started", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10));
          Meeting meeting = meetings.open(1, today, "主任", "各局");
          decide(meeting, late, "报批用地指标 42 亩", "项目局", "规建局", today.plusDays(5));
          decide(meeting, null, "汇总入库纳统缺件", "经发局", "", today.plusDays(9));
          Decision unfinished = decisions.add(1, meeting.id(), null);
          decisions.save(
              1, new Decision(unfinished.id(), meeting.id(), null, "只写了事项", "", "", null, null));

          assertThatThrownBy(() -> closing.close(1, meeting.id()))
              .isInstanceOf(ProjectRefused.class)
              .hasMessageContaining("第 3 行缺牵头、时限");
          assertThat(closing.papers(1, meeting.id())).isEmpty();
          assertThat(problems.listOpen(1)).isEmpty();
          decisions.remove(1, unfinished.id());
          decisions.add(1, meeting.id(), null); // a line left blank is no decision
          closing.close(1, meeting.id());

          assertThat(decisions.list(1, meeting.id()))
              .hasSize(2)
              .allMatch(d -> d.problemId() != null);
          papers(meeting);

          Meeting next = meetings.open(1, today, "", "");
          assertThat(problems.listOpenOfMeetings(1, next.id()))
              .extracting(Problem::what)
              .containsExactly("报批用地指标 42 亩", "汇总入库纳统缺件");
          problems.strike(1, problems.listOpenOfMeetings(1, next.id()).getFirst().id(), "批复 3 号");
          closing.close(1, next.id());
          assertThat(text(next, "minutes"))
              .contains("第 2 次")
              .contains("已销号：「改性沥青二期」报批用地指标 42 亩（" + today + "，依据：批复 3 号）")
              .contains("1. 汇总入库纳统缺件。牵头：经发局；时限：" + today.plusDays(9))
              .contains("本次会议没有议定事项");
        });
  }

  private void papers(Meeting meeting) {
    assertThat(text(meeting, "minutes"))
        .contains("一号园区调度会纪要")
        .contains("主任主持召开第 1 次调度会")
        .contains("开工：今年 0 项[1]，年计划 10 项[2]")
        .contains("[1] 当年进入「开工」的项目，截至 " + today)
        .contains("1. 改性沥青二期（暂 ")
        .contains("已过 12 天：缺投资协议")
        .contains("1. 「改性沥青二期」报批用地指标 42 亩。牵头：项目局；配合：规建局；时限：" + today.plusDays(5))
        .contains("2. 汇总入库纳统缺件。牵头：经发局；时限：" + today.plusDays(9));
    XWPFDocument order = open(meeting, "order");
    assertThat(order.getTables().getFirst().getText())
        .contains("「改性沥青二期」报批用地指标 42 亩\t项目局\t规建局\t" + today.plusDays(5))
        .contains("汇总入库纳统缺件\t经发局\t\t" + today.plusDays(9));
    for (String kind : List.of("minutes", "order")) {
      XWPFDocument paper = open(meeting, kind);
      var margins = paper.getDocument().getBody().getSectPr().getPgMar();
      assertThat(
              List.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight()))
          .extracting(twips -> Math.round(Double.parseDouble(twips.toString()) * 25.4 / 1440))
          .containsExactly(37L, 35L, 28L, 26L);
      XWPFParagraph title = paper.getParagraphs().getFirst();
      assertThat(title.getRuns().getFirst().getFontFamily(XWPFRun.FontCharRange.eastAsia))
          .isEqualTo("方正小标宋简体");
      assertThat(title.getRuns().getFirst().getFontSizeAsDouble()).isEqualTo(22);
    }
  }

  private void decide(
      Meeting meeting,
      @org.jspecify.annotations.Nullable Long project,
      String what,
      String lead,
      String support,
      LocalDate due) {
    Decision line = decisions.add(1, meeting.id(), project);
    decisions.save(
        1, new Decision(line.id(), meeting.id(), project, what, lead, support, due, null));
  }

  private String text(Meeting meeting, String kind) {
    return open(meeting, kind).getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .reduce("", (a, b) -> a + b + "\n");
  }

  private XWPFDocument open(Meeting meeting, String kind) {
    Paper paper =
        closing.papers(1, meeting.id()).stream()
            .filter(p -> p.kind().equals(kind))
            .findFirst()
            .orElseThrow();
    try {
      return new XWPFDocument(new ByteArrayInputStream(files.read(1, paper.fileId())));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
