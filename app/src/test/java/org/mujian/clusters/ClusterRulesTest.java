package org.mujian.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.clusters.Cluster.Place;
import org.mujian.enterprises.Enterprise;
import org.mujian.store.Credentials;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database promises of clusters, members and monthly reports. */
@MujianTest
class ClusterRulesTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 3);
  private static final Place FILM = new Place("plastics", "film");

  @Autowired ApplicationContext program;
  @Autowired Clusters clusters;
  @Autowired Reports reports;
  @Autowired Credentials credentials;
  @Autowired JdbcClient jdbc;

  private ClusterZone zone;

  @BeforeEach
  void aZone() {
    zone = new ClusterZone(program);
  }

  private Reports.Draft output(Enterprise of, String value) {
    return new Reports.Draft(
        of.id(), MONTH, Map.of(Item.OUTPUT, new BigDecimal(value)), "月报", false);
  }

  private long record(Enterprise of, String value) {
    return zone.in(() -> reports.record(zone.id, of.name(), output(of, value)));
  }

  @Test
  void aCodeNamesOneClusterOfAZone() {
    zone.cluster("film");
    assertThatThrownBy(() -> zone.cluster("film"))
        .isInstanceOf(ClusterRefused.class)
        .hasMessageContaining("代码“film”已有集群使用");
  }

  @Test
  void anEnterpriseIsAMemberOnce() {
    Cluster cluster = zone.cluster("once");
    Enterprise one = zone.enterprise("一次有限公司");
    zone.join(cluster, one, MemberRole.LEADER);
    assertThatThrownBy(() -> zone.join(cluster, one, MemberRole.SUPPORTING))
        .hasMessageContaining("“一次有限公司”已是“集群 once”的成员");
    assertThat(zone.in(() -> clusters.listMembers(zone.id, cluster.id()))).hasSize(1);
  }

  @Test
  void aMemberStandsInALinkOfItsClusterAndHoldsItThere() {
    Cluster cluster = zone.cluster("linked", FILM);
    Enterprise one = zone.enterprise("薄膜有限公司");
    assertThatThrownBy(
            () ->
                zone.in(
                    () ->
                        clusters.join(
                            zone.id,
                            cluster,
                            one.name(),
                            new Clusters.Joining(
                                one.id(), MemberRole.LEADER, null, new Place("plastics", "pipe")))))
        .hasMessageContaining("所选环节不在“集群 linked”中");
    zone.in(
        () ->
            clusters.join(
                zone.id,
                cluster,
                one.name(),
                new Clusters.Joining(one.id(), MemberRole.LEADER, null, FILM)));
    Clusters.Draft without =
        new Clusters.Draft("linked", "集群", Kind.PLASTICS, "", List.of(), false);
    assertThatThrownBy(() -> change(cluster, without)).hasMessageContaining("还有成员");
  }

  private void change(Cluster cluster, Clusters.Draft draft) {
    zone.in(
        () -> {
          clusters.change(zone.id, cluster.id(), cluster.version(), draft);
          return 0;
        });
  }

  @Test
  void aClusterIsChangedInTheVersionSeenOnly() {
    Cluster cluster = zone.cluster("seen");
    Clusters.Draft draft =
        new Clusters.Draft("seen", "新名", Kind.LOGISTICS, "", List.of(FILM), false);
    change(cluster, draft);
    assertThat(zone.in(() -> clusters.get(zone.id, cluster.id())))
        .extracting(Cluster::name, Cluster::version, Cluster::links)
        .containsExactly("新名", 1, List.of(FILM));
    assertThatThrownBy(() -> change(cluster, draft))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void aMonthIsEnteredOnceAndCorrectedInTheVersionSeen() {
    Enterprise one = zone.enterprise("月报有限公司");
    record(one, "100");
    assertThatThrownBy(() -> record(one, "200"))
        .isInstanceOf(ClusterRefused.class)
        .hasMessageContaining("“月报有限公司”的 2026-03 月报已录入");
    Report report = zone.in(() -> reports.find(zone.id, one.id(), MONTH)).orElseThrow();
    correct(one, report, "120");
    assertThat(zone.in(() -> reports.find(zone.id, one.id(), MONTH)).orElseThrow().values())
        .containsExactly(Map.entry(Item.OUTPUT, new BigDecimal("1.2E+2")));
    assertThatThrownBy(() -> correct(one, report, "130"))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  private void correct(Enterprise of, Report report, String value) {
    zone.in(
        () -> {
          reports.change(
              zone.id, of.name(), report, Map.of(Item.OUTPUT, new BigDecimal(value)), "更正");
          return 0;
        });
  }

  @Test
  void ofManyWhoEnterTheSameMonthOneIsTaken() throws Exception {
    Enterprise one = zone.enterprise("争录有限公司");
    assertThat(race(one)).isEqualTo(1);
    assertThat(rows(one)).isEqualTo(1);
  }

  /** Shows that the rule is the database's: without its constraint the same month stands twice. */
  @Test
  void withoutTheConstraintTheSameMonthStandsTwice() throws Exception {
    Enterprise one = zone.enterprise("失守有限公司");
    owner("ALTER TABLE monthly_report DROP CONSTRAINT monthly_report_once");
    try {
      race(one);
      assertThat(rows(one)).isGreaterThan(1);
    } finally {
      zone.in(
          () -> {
            program.getBean(org.mujian.store.Changes.class).begin(zone.id, "清理");
            return jdbc.sql("DELETE FROM monthly_report WHERE zone_id = ?").param(zone.id).update();
          });
      owner(
          "ALTER TABLE monthly_report ADD CONSTRAINT monthly_report_once UNIQUE (zone_id,"
              + " enterprise_id, month)");
    }
  }

  private int race(Enterprise of) throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 0; i < 8; i++) {
      int n = i;
      work.add(
          () -> {
            start.await();
            try {
              record(of, "10" + n);
              return true;
            } catch (ClusterRefused e) {
              return false;
            }
          });
    }
    int taken = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> done = work.stream().map(threads::submit).toList();
      start.countDown();
      for (Future<Boolean> one : done) {
        taken += one.get() ? 1 : 0;
      }
    }
    return taken;
  }

  private long rows(Enterprise of) {
    return zone.in(
        () ->
            jdbc.sql("SELECT count(*) FROM monthly_report WHERE zone_id = ? AND enterprise_id = ?")
                .params(zone.id, of.id())
                .query(Long.class)
                .single());
  }

  private void owner(String statement) throws SQLException {
    try (var connection = TestDatabase.superuser(credentials);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void theDatabaseTakesNoReportWithoutFiguresOrBelowZero() {
    Enterprise one = zone.enterprise("空报有限公司");
    Reports.Draft none = new Reports.Draft(one.id(), MONTH, Map.of(), "月报", false);
    assertThatThrownBy(() -> zone.in(() -> reports.record(zone.id, one.name(), none)))
        .hasStackTraceContaining("monthly_report");
    assertThatThrownBy(() -> record(one, "-1")).hasStackTraceContaining("monthly_report");
  }

  @Test
  void manyAtOnceFillWhatLacksAndLeaveWhatStands() {
    Enterprise fresh = zone.enterprise("新报有限公司");
    Enterprise lacking = zone.enterprise("缺项有限公司");
    Enterprise standing = zone.enterprise("已报有限公司");
    record(lacking, "50");
    record(standing, "70");
    Map<Item, BigDecimal> both =
        Map.of(Item.OUTPUT, new BigDecimal("50"), Item.TAX, new BigDecimal("-3"));
    Reports.Added added =
        zone.in(
            () -> {
              program.getBean(org.mujian.store.Changes.class).begin(zone.id, "导入");
              return reports.addAll(
                  zone.id,
                  List.of(
                      output(fresh, "10"),
                      new Reports.Draft(lacking.id(), MONTH, both, "表", false),
                      output(standing, "71")));
            });
    assertThat(added).isEqualTo(new Reports.Added(1, 1, 1));
    assertThat(zone.in(() -> reports.find(zone.id, lacking.id(), MONTH)).orElseThrow().values())
        .hasSize(2);
    assertThat(
            zone.in(() -> reports.find(zone.id, standing.id(), MONTH))
                .orElseThrow()
                .find(Item.OUTPUT)
                .orElseThrow())
        .isEqualByComparingTo("70");
  }

  @Test
  void anotherZoneSeesNothingOfIt() {
    Cluster cluster = zone.cluster("hidden");
    ClusterZone other = new ClusterZone(program);
    assertThat(other.in(() -> clusters.list(zone.id))).isEmpty();
    assertThatThrownBy(() -> other.in(() -> clusters.get(other.id, cluster.id())))
        .isInstanceOf(NoSuchCluster.class);
  }
}
