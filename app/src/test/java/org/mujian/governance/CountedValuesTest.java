package org.mujian.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.appraisal.Rule;
import org.mujian.projects.ProjectCounts;
import org.mujian.projects.ProjectCounts.Batch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Starts and completions count in the appraisal without anybody typing them. */
@MujianTest
class CountedValuesTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final YearMonth MONTH = YearMonth.from(TODAY);

  @Autowired ApplicationContext program;
  @Autowired ProjectCounts counts;

  private GovernanceZone zone;
  private long round;
  private int made;

  @BeforeEach
  void round() {
    zone = new GovernanceZone(program);
    round =
        zone.in(
            () -> {
              Schemes schemes = zone.bean(Schemes.class);
              long scheme = schemes.adopt(zone.id, scheme());
              return zone.bean(Rounds.class)
                  .open(zone.id, schemes.get(zone.id, scheme).head(), TODAY.getYear(), "轮", 10);
            });
  }

  @Test
  void aZoneWithoutProjectsHasNoCountRatherThanNone() {
    assertThat(zone.in(() -> counts.year(zone.id, TODAY.getYear()))).isEmpty();
    assertThat(starts().mark().reading().value()).isNull();
    assertThat(starts().evidence().counted()).isNull();
  }

  @Test
  void aProjectThatStartedIsTheIndicatorsValueWithItsListBehindIt() {
    project("甲", LocalDate.of(TODAY.getYear(), 1, 1));
    project("乙", LocalDate.of(TODAY.getYear() - 1, 12, 31));
    assertThat(starts().mark().reading().value()).isEqualByComparingTo("1");
    assertThat(starts().evidence())
        .isEqualTo(Evidence.counted("started", MONTH))
        .satisfies(e -> assertThat(e.fact()).isNull());
    assertThat(starts().mark().earned()).isEqualByComparingTo("30"); // 1 of 2, of 60 points
    assertThat(completions().mark().reading().value())
        .as("none is known")
        .isEqualByComparingTo("0");
  }

  @Test
  void anApprovedFigureGoesBeforeTheCount() {
    project("甲", LocalDate.of(TODAY.getYear(), 1, 1));
    zone.fact("新开工项目数", "%s-01..%02d".formatted(TODAY.getYear(), MONTH.getMonthValue()), "2");
    assertThat(starts().mark().reading().value()).isEqualByComparingTo("2");
    assertThat(starts().evidence().fact()).isNotNull();
    assertThat(starts().evidence().counted()).isNull();
  }

  @Test
  void theCountSaysWhatWasPlannedAndReachedByEachMonth() {
    project("甲", LocalDate.of(TODAY.getYear(), 1, 1));
    zone.run(
        () ->
            zone.jdbc()
                .sql(
                    "INSERT INTO project_target (zone_id, year, stage, months) VALUES (?, ?,"
                        + " 'started', ?)")
                .params(
                    zone.id, TODAY.getYear(), new Integer[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5})
                .update());
    List<ProjectCounts.Count> year =
        zone.in(() -> counts.year(zone.id, TODAY.getYear())).get(Batch.STARTED);
    assertThat(year).hasSize(12);
    assertThat(year.getFirst())
        .isEqualTo(new ProjectCounts.Count(YearMonth.of(TODAY.getYear(), 1), 1, 1));
    assertThat(year.getLast().planned()).isEqualTo(5);
  }

  @Test
  void aFrozenRoundKeepsWhatWasCountedWhateverIsWithdrawnLater() {
    project("甲", LocalDate.of(TODAY.getYear(), 1, 1));
    zone.run(
        () ->
            zone.bean(Rounds.class)
                .freeze(
                    zone.id,
                    round,
                    () ->
                        zone.bean(Scoring.class)
                            .at(zone.bean(Rounds.class).get(zone.id, round), MONTH)));
    zone.run(
        () ->
            zone.jdbc()
                .sql("UPDATE project_entry SET withdrawn = '撤回' WHERE zone_id = ?")
                .param(zone.id)
                .update());
    assertThat(starts().mark().reading().value()).isEqualByComparingTo("1");
    assertThat(starts().evidence().counted()).isEqualTo("started");
  }

  private Standing.Line starts() {
    return zone.standing(round, MONTH.toString()).lines().getFirst();
  }

  private Standing.Line completions() {
    return zone.standing(round, MONTH.toString()).lines().getLast();
  }

  /** A project that entered 开工 on a day. */
  private void project(String name, LocalDate on) {
    zone.run(
        () -> {
          long id =
              zone.jdbc()
                  .sql(
                      """
                      INSERT INTO project (zone_id, provisional, name, enterprise_name, investment, code, created_by)
                      VALUES (:zone, :provisional, :name, '示例公司', 1, :code, '测试') RETURNING id
                      """)
                  .param("zone", zone.id)
                  .param("provisional", "2026-%02d".formatted(++made))
                  .param("name", name)
                  .param("code", "2026-211122-26-01-%06d".formatted(made))
                  .query(Long.class)
                  .single();
          for (String kind : List.of("contract", "site", "filing", "permit", "works-photo")) {
            zone.jdbc()
                .sql(
                    "INSERT INTO project_evidence (zone_id, project_id, kind, number, dated,"
                        + " file_id, who) VALUES (?, ?, ?, '号', ?, 1, '测试')")
                .params(zone.id, id, kind, on)
                .update();
          }
          for (String stage : List.of("reserve", "signed", "landed", "approval", "started")) {
            zone.jdbc()
                .sql(
                    "INSERT INTO project_entry (zone_id, project_id, stage, entered_on, who) VALUES"
                        + " (?, ?, ?, ?, '测试')")
                .params(zone.id, id, stage, on)
                .update();
          }
        });
  }

  private static SchemeDraft scheme() {
    return new SchemeDraft(
        "数项目",
        false,
        new BigDecimal("100"),
        "测试文件 2 号",
        false,
        List.of(
            new SchemeDraft.ClassDraft(
                "A",
                "开放",
                new BigDecimal("100"),
                List.of(line("A10", "新开工项目数", 60), line("E10", "竣工项目数", 40)))));
  }

  private static IndicatorDraft line(String code, String name, int points) {
    return new IndicatorDraft(
        code,
        name,
        "个",
        BigDecimal.valueOf(points),
        new Rule.Completion(BigDecimal.ONE),
        true,
        new BigDecimal("2"),
        "",
        null,
        "项目推进局",
        "");
  }
}
