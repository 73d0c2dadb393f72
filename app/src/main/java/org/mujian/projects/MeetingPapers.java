package org.mujian.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.OfficialPaper;
import org.mujian.projects.course.YearPlan;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.stereotype.Component;

/** Writes the papers of a meeting that closes. They are in Chinese, whoever closes it. */
@Component
class MeetingPapers {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Zones zones;
  private final Words words;

  MeetingPapers(Zones zones, Texts texts) {
    this.zones = zones;
    this.words = new Words(texts, Language.SIMPLIFIED);
  }

  /**
   * What the papers tell.
   *
   * @param before items of earlier meetings that are still open
   * @param struck struck off since the meeting before
   */
  record Content(
      long zone,
      Meeting meeting,
      Situation situation,
      List<YearPlan> year,
      List<Problem> before,
      List<Problem> struck,
      List<Decision> decisions,
      Instant closedAt) {}

  /** 会议纪要. */
  byte[] minutes(Content content) {
    Zone zone = zones.find(content.zone()).orElseThrow();
    Meeting meeting = content.meeting();
    String name = zone.name() + "调度会纪要";
    OfficialPaper paper = new OfficialPaper(zone.name(), name, content.closedAt());
    paper.title(name).subtitle("（第 " + meeting.number() + " 次）");
    paper.paragraph(opening(meeting));
    paper.heading("一、总体进度");
    progress(paper, content);
    paper.heading("二、上次会议未结事项");
    items(paper, content);
    paper.heading("三、红灯项目");
    red(paper, content);
    paper.heading("四、议定事项");
    decisions(paper, content);
    paper.signature(zone.name() + "管理委员会", DAY.format(meeting.heldOn()));
    return paper.bytes();
  }

  private static String opening(Meeting meeting) {
    String chair = meeting.chair().isEmpty() ? "" : meeting.chair() + "主持";
    String who = meeting.attendees().isEmpty() ? "" : "参加：" + meeting.attendees() + "。";
    return "%s，%s召开第 %d 次调度会。%s会议先议上次未结事项，再议红灯项目，现将议定事项纪要如下。"
        .formatted(DAY.format(meeting.heldOn()), chair, meeting.number(), who);
  }

  private static void progress(OfficialPaper paper, Content content) {
    Situation now = content.situation();
    for (YearPlan batch : content.year()) {
      if (batch.target() > 0) {
        paper.paragraph(batchLine(paper, batch, now));
      }
    }
    String source = "项目台账，截至 " + now.today() + "，各项目总投资之和";
    paper.paragraph(
        "在册项目 %d 项，总投资 %s 亿元%s；其中红灯 %d 项%s。"
            .formatted(
                now.lines().size(),
                now.investment().yi().stripTrailingZeros().toPlainString(),
                paper.cite(source),
                now.red().size(),
                paper.cite("项目灯号由计划日期、证据与问题时限算出，截至 " + now.today())));
  }

  private static String batchLine(OfficialPaper paper, YearPlan batch, Situation now) {
    String names =
        batch.counted().stream()
            .map(c -> now.find(c.project()).map(l -> l.project().name()).orElse("?") + " " + c.on())
            .collect(java.util.stream.Collectors.joining("、"));
    String source =
        "当年进入「%s」的项目，截至 %s，依据各项目证据：%s"
            .formatted(batch.stage().name(), now.today(), names.isEmpty() ? "无" : names);
    return "%s：今年 %d 项%s，年计划 %d 项%s，序时应达 %s 项，预计全年 %d 项%s。"
        .formatted(
            batch.stage().name(),
            batch.counted().size(),
            paper.cite(source),
            batch.target(),
            paper.cite(batch.year() + " 年逐月累计计划（园区）"),
            batch.pace().toPlainString(),
            batch.forecast().size(),
            paper.cite("已进入的与计划日期在年内、且所留地块年内可供的项目"));
  }

  private static void items(OfficialPaper paper, Content content) {
    for (Problem item : content.struck()) {
      paper.paragraph(
          "已销号：%s（%s，依据：%s）。"
              .formatted(
                  subject(content, item.projectId(), item.what()),
                  item.struckOn(),
                  item.struckWith()));
    }
    int number = 1;
    for (Problem item : content.before()) {
      long late =
          java.time.temporal.ChronoUnit.DAYS.between(item.due(), content.situation().today());
      paper.paragraph(
          "%d. %s。牵头：%s；时限：%s%s。"
              .formatted(
                  number++,
                  subject(content, item.projectId(), item.what()),
                  item.lead(),
                  item.due(),
                  late > 0 ? "，逾期 " + late + " 天" : ""));
    }
    if (content.before().isEmpty() && content.struck().isEmpty()) {
      paper.paragraph("无。");
    }
  }

  private void red(OfficialPaper paper, Content content) {
    int number = 1;
    for (Situation.Line line : content.situation().red()) {
      paper.paragraph(
          "%d. %s（%s）：%s。"
              .formatted(
                  number++,
                  line.project().name(),
                  line.project().shownCode(),
                  words.reason(line.verdict())));
    }
    if (number == 1) {
      paper.paragraph("无。");
    }
  }

  private static void decisions(OfficialPaper paper, Content content) {
    int number = 1;
    for (Decision decision : content.decisions()) {
      String support = decision.support().isEmpty() ? "" : "配合：" + decision.support() + "；";
      paper.paragraph(
          "%d. %s。牵头：%s；%s时限：%s。"
              .formatted(
                  number++,
                  subject(content, decision.projectId(), decision.what()),
                  decision.lead(),
                  support,
                  day(decision)));
    }
    if (number == 1) {
      paper.paragraph("本次会议没有议定事项。");
    }
  }

  /** 督办单: one line for each decision, with room for the result. */
  byte[] order(Content content) {
    Zone zone = zones.find(content.zone()).orElseThrow();
    Meeting meeting = content.meeting();
    OfficialPaper paper = new OfficialPaper(zone.name(), zone.name() + "督办单", content.closedAt());
    paper.title(zone.name() + "督办单");
    paper.subtitle("（%d 年第 %d 号）".formatted(meeting.heldOn().getYear(), meeting.number()));
    paper.paragraph(
        "下列 %d 项由第 %d 次调度会议定，请牵头单位按时限办结，附依据销号；不能按时办结的，在时限前说明原因。"
            .formatted(content.decisions().size(), meeting.number()));
    List<List<String>> rows = new ArrayList<>();
    for (Decision decision : content.decisions()) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              subject(content, decision.projectId(), decision.what()),
              decision.lead(),
              decision.support(),
              day(decision),
              ""));
    }
    paper.table(
        List.of("序号", "事项", "牵头", "配合", "时限", "办理结果"), List.of(12, 54, 24, 24, 24, 18), rows);
    paper.signature(zone.name() + "管理委员会", DAY.format(meeting.heldOn()));
    return paper.bytes();
  }

  private static String day(Decision decision) {
    LocalDate due = Objects.requireNonNull(decision.due(), "a decision without date was closed");
    return due.toString();
  }

  private static String subject(Content content, @Nullable Long project, String what) {
    return project == null
        ? what
        : content
            .situation()
            .find(project)
            .map(line -> "「" + line.project().name() + "」" + what)
            .orElse(what);
  }
}
