package org.mujian.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.documents.Api;
import org.mujian.documents.RowKey;
import org.mujian.enterprises.Enterprise;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Monthly reports as they come: title rows, units in headers, totals, slips and repetitions. */
@MujianTest
class ReportImportTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @Autowired ApplicationContext program;
  @Autowired Environment environment;
  @Autowired Reports reports;

  private JsonNode bring(ClusterZone zone, String csv) {
    JsonNode job =
        new Api(environment)
            .importFile(
                "kind=monthly-reports&zone=" + zone.code,
                "月报.csv",
                csv.getBytes(StandardCharsets.UTF_8));
    return job.path("report");
  }

  private BigDecimal output(ClusterZone zone, Enterprise of) {
    return zone.in(() -> reports.find(zone.id, of.id(), MARCH))
        .flatMap(report -> report.find(Item.OUTPUT))
        .orElseThrow();
  }

  @Test
  void theHeaderIsFoundUnderItsTitleAndEachBadRowSaysWhy() {
    ClusterZone zone = new ClusterZone(program);
    Enterprise film = zone.enterprise("盘山薄膜有限公司");
    Enterprise pipe = zone.enterprise("盘山管材有限公司");
    JsonNode report =
        bring(
            zone,
            """
            2026年3月企业生产经营情况月报表,,,,,
            序号,企业名称,月份,产值（万元）,营业收入（万元）,从业人员（人）
            1,盘山薄膜有限公司,2026年3月,"1,234.5",1100,86
            2,盘山管材有限公司,2026-03,800,—,
            3,盘山管材有限公司,2026-03,801,,
            4,外地化工有限公司,2026-03,5,,
            5,盘山薄膜有限公司,2026-04,很多,,
            6,盘山薄膜有限公司,2099-01,7,,
            7,盘山薄膜有限公司,2026-02,,,
            8,盘山薄膜有限公司,2026-01,-7,,
            合计,,,2034.5,,
            """);
    assertThat(report.path("inserted").asLong()).isEqualTo(2);
    assertThat(report.path("reasons").toString())
        .contains(
            "\"month-twice\":1",
            "\"enterprise-not-in-zone\":1",
            "\"figure-unreadable\":1",
            "\"month-future\":1",
            "\"no-figures\":1",
            "\"figure-negative\":1",
            "\"total-row\":1");
    assertThat(output(zone, film)).isEqualByComparingTo("1234.5");
    assertThat(output(zone, pipe)).isEqualByComparingTo("800");
    String rejected =
        new String(
            new Api(environment).get(report.path("rejectedFile").asString()).body(),
            StandardCharsets.UTF_8);
    assertThat(rejected).contains("这一行与前面同一家企业同一月份重复", "“外地化工有限公司”不是在本园区的企业");
  }

  @Test
  void aMonthThatStandsIsNotOverwrittenByASecondFile() {
    ClusterZone zone = new ClusterZone(program);
    Enterprise one = zone.enterprise("再报有限公司");
    bring(zone, "企业名称,月份,产值\n再报有限公司,2026-03,100\n");
    JsonNode same = bring(zone, "企业名称,月份,产值\n再报有限公司,202603,100.0\n");
    assertThat(same.path("unchanged").asLong()).isEqualTo(1);
    JsonNode other = bring(zone, "企业名称,月份,产值\n再报有限公司,2026-03,999\n");
    assertThat(other.path("reasons").toString()).contains("\"month-stands\":1");
    assertThat(output(zone, one)).isEqualByComparingTo("100");
  }

  @Test
  void theExportComesBackAsChangesOldAndNewAndOnlyForThisReport() {
    ClusterZone zone = new ClusterZone(program);
    Enterprise one = zone.enterprise("更正有限公司");
    bring(zone, "企业名称,月份,产值\n更正有限公司,2026-03,100\n更正有限公司,2026-02,90\n");
    Report march = zone.in(() -> reports.find(zone.id, one.id(), MARCH)).orElseThrow();
    Report february =
        zone.in(() -> reports.find(zone.id, one.id(), MARCH.minusMonths(1))).orElseThrow();
    JsonNode report =
        bring(
            zone,
            "行键,企业名称,月份,产值\n"
                + key(zone, march)
                + ",更正有限公司,2026-03,105\n"
                + key(zone, february)
                + ",更正有限公司,2026-01,90\n");
    assertThat(report.path("updated").asLong()).isEqualTo(1);
    assertThat(report.path("notes").toString()).contains("\"row-conflict\":1");
    assertThat(output(zone, one)).isEqualByComparingTo("105");
    assertThat(zone.in(() -> reports.find(zone.id, one.id(), YearMonth.of(2026, 1)))).isEmpty();
  }

  private static String key(ClusterZone zone, Report report) {
    return new RowKey(ReportImport.ID, zone.id, report.id(), report.version()).text();
  }
}
