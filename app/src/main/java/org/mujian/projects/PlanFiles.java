package org.mujian.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Scenario;
import org.mujian.documents.Exports;
import org.mujian.documents.OfficialPaper;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.Question;
import org.mujian.web.Language;
import org.mujian.web.Page;
import org.mujian.web.Texts;
import org.mujian.zone.Zone;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A plan for the meeting: Excel for the table, Word for the paper. Both are in Chinese. */
@Controller
class PlanFiles {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final FactorPlans plans;
  private final Exports exports;
  private final PlanWords words;
  private final Clock clock;

  PlanFiles(FactorPlans plans, Exports exports, Texts texts, Clock clock) {
    this.plans = plans;
    this.exports = exports;
    this.words = new PlanWords(texts, Language.SIMPLIFIED);
    this.clock = clock;
  }

  /** A plan with its answer. */
  private record Read(FactorPlan plan, Question question, Planned planned, Plan found) {}

  private Read read(Page page, long id) {
    Rights.checkRead(page.account());
    FactorPlan plan = plans.get(ProjectPages.zone(page), id);
    String result = plan.result();
    Optional<Planned> planned = Optional.ofNullable(result).map(PlanJson::planned);
    Plan found =
        planned
            .flatMap(Planned::plan)
            .orElseThrow(() -> new ProjectRefused("「" + plan.name() + "」没有求得的方案，没有可导出的内容"));
    return new Read(plan, PlanJson.question(plan.input()), planned.get(), found);
  }

  @GetMapping("/z/{zone}/projects/plans/{id:\\d{1,18}}/export.xlsx")
  void excel(Page page, @PathVariable long id, HttpServletResponse response) {
    Read read = read(page, id);
    exports.send(
        response,
        Exports.Format.XLSX,
        read.plan().name(),
        columns(read),
        sink -> rows(read).forEach(sink));
  }

  private static List<Exports.Column> columns(Read read) {
    List<Exports.Column> columns = new ArrayList<>();
    for (String header :
        List.of("项目", "结论", "分值", "地块", "面积（亩）", "开工季度", "最早可上", "支持", "整备费用（万元）", "理由 / 替下谁")) {
      columns.add(new Exports.Column(header, header.startsWith("理由") ? 50 : 16));
    }
    read.question()
        .factors()
        .forEach(f -> columns.add(new Exports.Column(f.name() + "（" + f.unit() + "）", 16)));
    return columns;
  }

  private List<List<@Nullable Object>> rows(Read read) {
    Map<String, List<Question.Piece>> lots = Packing.of(read.question(), read.found());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Scenario.Project asked : read.question().scenario().projects()) {
      Plan.Spot spot = read.found().placed().get(asked.id());
      List<Question.Piece> own = lots.getOrDefault(asked.id(), List.of());
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.<@Nullable Object>asList(
                  read.question().project(asked.id()).name(),
                  words.t(spot == null ? "plans.not-in" : "plans.in"),
                  asked.value(spot == null ? 0 : spot.step()),
                  PlanWords.lots(own),
                  own.isEmpty() ? null : new BigDecimal(PlanWords.mu(own)),
                  spot == null ? null : PlanWords.quarter(read.question(), spot.start()),
                  spot == null ? from(read, asked.id()) : null,
                  spot == null ? null : support(read, asked.id(), spot),
                  PlanDesk.preparation(own).equals("–")
                      ? null
                      : new BigDecimal(PlanDesk.preparation(own)),
                  spot == null ? reasons(read, asked.id()) : displaced(read, asked.id())));
      for (Question.Factor factor : read.question().factors()) {
        Long need = asked.needs(spot == null ? 0 : spot.step()).get(factor.id());
        row.add(
            need == null ? null : BigDecimal.valueOf(need, Question.DECIMALS).stripTrailingZeros());
      }
      rows.add(row);
    }
    return rows;
  }

  private static String displaced(Read read, String id) {
    List<String> others = read.planned().displaces().getOrDefault(id, List.of());
    return others.isEmpty() ? "" : "替下 " + PlanDesk.names(read.question(), others);
  }

  private String support(Read read, String id, Plan.Spot spot) {
    String part = words.part(read.question(), id, spot);
    return part.isEmpty() ? words.t("plans.in-full") : part.strip();
  }

  /** The quarter in which a refused project could be in by waiting alone. */
  private static @Nullable String from(Read read, String id) {
    return read.planned().refusals().stream()
        .filter(refusal -> refusal.project().equals(id) && refusal.from().isPresent())
        .findFirst()
        .map(refusal -> PlanWords.quarter(read.question(), refusal.from().orElseThrow()))
        .orElse(null);
  }

  private String reasons(Read read, String id) {
    return read.planned().refusals().stream()
        .filter(refusal -> refusal.project().equals(id))
        .findFirst()
        .map(refusal -> String.join("；", words.reasons(read.question(), refusal)))
        .orElse("");
  }

  @GetMapping("/z/{zone}/projects/plans/{id:\\d{1,18}}/paper.docx")
  void word(Page page, @PathVariable long id, HttpServletResponse response) throws IOException {
    Read read = read(page, id);
    Zone zone = Objects.requireNonNull(page.zone());
    response.setContentType(WORD);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(read.plan().name() + ".docx", java.nio.charset.StandardCharsets.UTF_8)
            .build()
            .toString());
    response.getOutputStream().write(paper(zone, read));
  }

  private byte[] paper(Zone zone, Read read) {
    String title = zone.name() + "要素配置方案";
    OfficialPaper paper = new OfficialPaper(zone.name(), title, clock.instant());
    paper.title(title).subtitle("（" + read.plan().name() + "，供会议审议）");
    paper.paragraph(opening(read));
    paper.heading("一、方案结果");
    for (Planned.Part part : read.planned().parts()) {
      paper.paragraph(
          "%s：%s，%s。"
              .formatted(
                  words.objective(part.objective()),
                  words.amount(part.objective(), part.value()),
                  words.proof(part)));
    }
    paper.heading("二、安排的项目");
    chosen(paper, read);
    paper.heading("三、没有安排的项目及理由");
    refused(paper, read);
    paper.heading("四、数据不能说明的事项");
    List<Question.Note> notes = read.question().notes();
    if (notes.isEmpty()) {
      paper.paragraph("无。");
    }
    notes.forEach(note -> paper.paragraph(words.note(note)));
    paper.heading("五、决策记录");
    paper.paragraph(
        "权重为公布的规则，不看所有制与来源地；意向预留不是土地权利。计算依据的 SHA-256 为 %s，随机种子 %d，按工作量重放可得逐字节相同的结果。"
            .formatted(read.plan().sha256(), read.plan().ask().seed()));
    paper.signature(
        zone.name() + "管理委员会",
        DAY.format(java.time.LocalDate.ofInstant(clock.instant(), Today.ZONE)));
    return paper.bytes();
  }

  private String opening(Read read) {
    List<String> assumed =
        read.plan().ask().whatIfs().stream()
            .map(whatIf -> words.whatIf(read.question(), whatIf))
            .toList();
    List<String> rules = words.rules(read.question());
    return "本方案依据 %s 的项目台账、地块台账和要素台账编制，期间 %s。%s%s目标依次为：%s。"
        .formatted(
            DAY.format(read.question().asOf()),
            PlanDesk.period(read.question()),
            assumed.isEmpty() ? "" : "假设：" + String.join("；", assumed) + "。",
            rules.isEmpty() ? "" : "规则：" + String.join("；", rules) + "。",
            String.join(
                "、", read.plan().ask().objectives().stream().map(words::objective).toList()));
  }

  private void chosen(OfficialPaper paper, Read read) {
    Map<String, List<Question.Piece>> lots = Packing.of(read.question(), read.found());
    List<List<String>> rows = new ArrayList<>();
    read.found()
        .placed()
        .forEach(
            (id, spot) -> {
              List<Question.Piece> own = lots.getOrDefault(id, List.of());
              rows.add(
                  List.of(
                      read.question().project(id).name() + words.part(read.question(), id, spot),
                      own.isEmpty() ? "–" : PlanWords.lots(own),
                      own.isEmpty() ? "–" : PlanWords.mu(own),
                      PlanWords.quarter(read.question(), spot.start())));
            });
    if (rows.isEmpty()) {
      paper.paragraph("没有。");
    } else {
      paper.table(List.of("项目", "地块", "亩", "开工季度"), List.of(52, 56, 20, 26), rows);
    }
  }

  private void refused(OfficialPaper paper, Read read) {
    if (read.planned().refusals().isEmpty()) {
      paper.paragraph("没有。");
    }
    for (Planned.Refusal refusal : read.planned().refusals()) {
      paper.paragraph(
          "%s：%s。"
              .formatted(
                  read.question().project(refusal.project()).name(),
                  String.join("；", words.reasons(read.question(), refusal))));
    }
  }
}
