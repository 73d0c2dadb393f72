package org.mujian.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mujian.jobs.JobHandler;
import org.mujian.jobs.JobRun;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the weekly report: every room's chapter of one moment, then Word and PDF of the same. */
@Component
class WeeklyReport implements JobHandler {

  static final String KIND = "weekly-report";

  private static final List<String> HEADINGS =
      List.of("一、西部拓展", "二、重点项目", "三、招商引资", "四、产业集群", "五、服务环境", "六、体制机制");

  private final List<ReportChapter> chapters;
  private final Zones zones;
  private final Reports reports;
  private final ReportPdf pdf;
  private final Clock clock;
  private final TransactionTemplate transaction;

  WeeklyReport(
      List<ReportChapter> chapters,
      Zones zones,
      Reports reports,
      ReportPdf pdf,
      Clock clock,
      TransactionTemplate transaction) {
    this.chapters =
        chapters.stream().sorted(Comparator.comparingInt(ReportChapter::programme)).toList();
    this.zones = zones;
    this.reports = reports;
    this.pdf = pdf;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    LocalDate day = LocalDate.parse(Objects.requireNonNull(run.input().get("day")));
    Zone zone = zones.find(run.zone()).orElseThrow();
    Span span = Span.weekOf(zone, day, LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))));
    run.total(HEADINGS.size() + 2L);
    Report.Content content = write(span, run);
    byte[] word = ReportWord.write(zone.name(), content, clock.instant());
    run.progress(HEADINGS.size() + 1L);
    byte[] printed = pdf.write(content).orElse(null);
    run.progress(HEADINGS.size() + 2L);
    long id =
        Objects.requireNonNull(
            transaction.execute(s -> reports.keep(span, run.id(), content, word, printed)));
    Report kept = reports.get(run.zone(), id);
    run.result(
        kept.content().references().size(),
        0,
        Map.of("page", "reports/" + id, "report", id, "pdf", kept.pdfFile() != null));
  }

  /** All chapters in one transaction: they tell of the same moment. */
  private Report.Content write(Span span, JobRun run) {
    List<Report.Part> parts = new ArrayList<>();
    transaction.executeWithoutResult(
        s -> {
          for (int programme = 1; programme <= HEADINGS.size(); programme++) {
            parts.add(part(span, programme));
            run.progress(programme);
          }
        });
    return new Report.Content(
        span.zone().name() + "工作周报",
        "%d 年第 %d 周（%s 至 %s），数据截至 %s"
            .formatted(span.year(), span.week(), span.from(), span.until(), span.asOf()),
        parts);
  }

  private Report.Part part(Span span, int programme) {
    Chapter chapter = new Chapter();
    chapters.stream().filter(c -> c.programme() == programme).forEach(c -> c.write(span, chapter));
    if (chapter.blocks().isEmpty()) {
      chapter.nothing("本章没有数据来源：此室尚未开放", "开放后自动写入");
    }
    return new Report.Part(HEADINGS.get(programme - 1), chapter.blocks());
  }
}
