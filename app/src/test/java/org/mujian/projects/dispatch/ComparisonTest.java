package org.mujian.projects.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mujian.units.Money;

/** The table that comes back after ten people had it. */
class ComparisonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 30);
  private final Known.Problem land =
      new Known.Problem(31, "缺用地指标 42 亩", "项目局", "规建局", LocalDate.of(2026, 3, 27));
  private final Known.Problem fire =
      new Known.Problem(32, "消防验收", "代办 李", "", LocalDate.of(2026, 4, 9));
  private final Known asphalt = known(1, "改性沥青二期", "示例沥青公司", "落地", "3.2", "0.42", land);
  private final Known pipes = known(2, "PE 管材三期", "示例管材公司", "审批", "1.8", "0.11", null);
  private final Known repair = known(3, "石油装备检维修基地", "示例装备公司", "开工", "2.6", "0.88", null);
  private final Known storage = known(4, "危化品仓储物流", "示例仓储公司", "竣工", "0.95", "0.95", fire);
  private final Known plasticizer = known(5, "增塑剂扩能", "示例助剂公司", "签约", "1.1", null, null);
  private final List<Known> all = List.of(asphalt, pipes, repair, storage, plasticizer);

  private final Comparison comparison =
      new Comparison(
          "beifang",
          TODAY,
          (project, stage) -> project == 2 && stage.equals("开工") ? "缺永久性工程照片：不能进入「开工」" : null);

  @Test
  void theSameTableChangesNothing() throws Exception {
    assertThat(comparison.compare(all, Sheet.read(table(all))))
        .hasSize(5)
        .allMatch(outcome -> outcome instanceof Outcome.Same);
  }

  @Test
  void sevenChangesAreFoundOldToNew() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 1, Column.DONE, "0.46");
    set(rows, 1, Column.DUE, "4月15日");
    set(rows, 2, Column.STAGE, "开工");
    set(rows, 3, Column.DONE, "1.02");
    set(rows, 4, Column.PROBLEM, "已销号(意见书 14 号)");
    set(rows, 5, Column.INVESTMENT, "110");
    set(rows, 5, Column.LEADER, "副主任 刘");
    assertThat(changes(rows))
        .containsExactly(
            "改性沥青二期 DONE 0.42 → 0.46 READY",
            "改性沥青二期 DUE 2026-03-27 → 2026-04-15 READY",
            "PE 管材三期 STAGE 审批 → 开工 REFUSED",
            "石油装备检维修基地 DONE 0.88 → 1.02 READY",
            "危化品仓储物流 PROBLEM 消防验收 → 已销号(意见书 14 号) READY",
            "增塑剂扩能 INVESTMENT 1.1 → 110 ASK_UNIT",
            "增塑剂扩能 LEADER 副主任 张 → 副主任 刘 READY");
  }

  @Test
  void aDeletedRowChangesNothingAndIsTold() throws Exception {
    List<List<String>> rows = table(all);
    rows.remove(3);
    assertThat(outcomes(rows, Outcome.Absent.class))
        .extracting(absent -> absent.known().name())
        .containsExactly("石油装备检维修基地");
    assertThat(changes(rows)).isEmpty();
  }

  @Test
  void aForeignKeyIsRefused() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 1, Column.KEY, "linzhen-1-0-31");
    set(rows, 2, Column.KEY, "beifang-99-0-0");
    set(rows, 3, Column.KEY, "beifang-3-x");
    set(rows, 1, Column.DONE, "9");
    assertThat(outcomes(rows, Outcome.Refused.class))
        .extracting(Outcome.Refused::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("不属于本园区"),
            reason -> assertThat(reason).contains("不属于本园区"),
            reason -> assertThat(reason).contains("被改过"));
    assertThat(changes(rows)).isEmpty();
  }

  @Test
  void aRowThatComesTwiceCountsOnce() throws Exception {
    List<List<String>> rows = table(all);
    rows.add(new ArrayList<>(rows.get(1)));
    set(rows, 6, Column.DONE, "9");
    assertThat(outcomes(rows, Outcome.Refused.class)).hasSize(1);
    assertThat(changes(rows)).isEmpty();
  }

  @Test
  void aRowWithoutKeyIsAskedAboutWithTheProjectItResembles() throws Exception {
    List<List<String>> rows = table(all);
    List<String> row = new ArrayList<>(rows.get(1));
    rows.add(row);
    set(rows, 6, Column.KEY, "");
    set(rows, 6, Column.CODE, "");
    set(rows, 6, Column.NAME, "沥青改性（二期）");
    assertThat(outcomes(rows, Outcome.Unknown.class))
        .singleElement()
        .satisfies(
            unknown ->
                assertThat(unknown.resembling().getFirst())
                    .satisfies(r -> assertThat(r.known()).isEqualTo(asphalt))
                    .satisfies(r -> assertThat(r.sameEnterprise()).isTrue()));
    set(rows, 6, Column.NAME, "冷链物流园");
    set(rows, 6, Column.ENTERPRISE, "另一家公司");
    assertThat(outcomes(rows, Outcome.Unknown.class).getFirst().resembling()).isEmpty();
  }

  @Test
  void aBlankCellErasesNothing() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 1, Column.PROBLEM, "");
    set(rows, 2, Column.LEADER, "–");
    assertThat(changes(rows))
        .containsExactly("改性沥青二期 PROBLEM 缺用地指标 42 亩 →  REFUSED", "PE 管材三期 LEADER 副主任 张 →  REFUSED");
  }

  @Test
  void theUnitInTheHeaderOrTheCellIsObeyed() throws Exception {
    List<List<String>> rows = table(all);
    rows.getFirst().set(Column.DONE.ordinal(), "今年完成（万元）");
    for (int i = 1; i <= 5; i++) {
      set(rows, i, Column.DONE, i == 1 ? "4600" : i == 3 ? "0.88亿元" : "");
    }
    assertThat(changes(rows)).first().isEqualTo("改性沥青二期 DONE 0.42 → 0.46 READY");
    assertThat(changes(rows)).noneMatch(change -> change.startsWith("石油"));
  }

  @Test
  void aNewProblemNeedsLeadAndDate() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 3, Column.PROBLEM, "缺蒸汽 4 t/h");
    assertThat(changes(rows)).containsExactly("石油装备检维修基地 PROBLEM  → 缺蒸汽 4 t/h REFUSED");
    set(rows, 3, Column.LEAD, "规建局");
    assertThat(changes(rows)).hasSize(2).allMatch(change -> change.endsWith("REFUSED"));
    set(rows, 3, Column.DUE, "2026/4/20");
    assertThat(changes(rows)).hasSize(3).allMatch(change -> change.endsWith("READY"));
  }

  @Test
  void strikingOffNeedsEvidence() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 4, Column.PROBLEM, "已销号");
    assertThat(changes(rows)).singleElement().asString().endsWith("REFUSED");
    assertThat(Struck.evidence("已销号（意见书 14 号）")).isEqualTo("意见书 14 号");
    assertThat(Struck.isSaid("销号材料不全")).isTrue();
    assertThat(Struck.isSaid("等待销号")).isFalse();
  }

  @Test
  void aProjectThatMovedOnSinceTheExportIsMarked() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 1, Column.KEY, "beifang-1-7-31");
    set(rows, 1, Column.DONE, "0.5");
    assertThat(outcomes(rows, Outcome.Changed.class))
        .singleElement()
        .matches(Outcome.Changed::stale);
  }

  @Test
  void aProblemThatChangedSinceTheExportIsNotOverwritten() throws Exception {
    List<List<String>> rows = table(all);
    set(rows, 1, Column.KEY, "beifang-1-0-30");
    set(rows, 1, Column.LEAD, "招商局");
    assertThat(changes(rows)).singleElement().asString().endsWith("REFUSED");
  }

  @Test
  void titleRowsAboveAndTotalsBelowDoNotDisturb() throws Exception {
    List<List<String>> rows = table(all);
    rows.addFirst(List.of("重点项目调度表"));
    rows.add(new ArrayList<>(List.of("", "合计", "", "", "", "9.65")));
    assertThat(comparison.compare(all, Sheet.read(rows))).allMatch(o -> o instanceof Outcome.Same);
  }

  @Test
  void aTableWithoutHeaderIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> Sheet.read(List.of(List.of("1", "2"))))
        .isInstanceOf(Sheet.NotATable.class)
        .hasMessageContaining("连表头一起复制");
  }

  @Property(tries = 300)
  void anythingAtAllIsReadOrRefused(
      @ForAll @Size(max = 8) List<@Size(max = 13) List<String>> rows) {
    List<List<String>> withHeader = new ArrayList<>(rows);
    withHeader.addFirst(Arrays.stream(Column.values()).map(Column::header).toList());
    try {
      List<Outcome> outcomes = comparison.compare(all, Sheet.read(withHeader));
      assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Absent).count())
          .isLessThanOrEqualTo(5);
    } catch (Sheet.NotATable e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 300)
  void anAmountComesBackAsItWentOut(
      @ForAll @net.jqwik.api.constraints.LongRange(max = 999_999_999_999L) long cents) {
    Money money = Money.ofYuan(BigDecimal.valueOf(cents, 2));
    assertThat(Cells.money(money.yi().stripTrailingZeros().toPlainString(), false)).contains(money);
    assertThat(Cells.money(money.wan().toPlainString(), true)).contains(money);
  }

  private List<String> changes(List<List<String>> rows) throws Sheet.NotATable {
    return outcomes(rows, Outcome.Changed.class).stream()
        .flatMap(
            row ->
                row.changes().stream()
                    .map(
                        c ->
                            row.known().name()
                                + " %s %s → %s %s"
                                    .formatted(c.column(), c.before(), c.after(), c.state())))
        .toList();
  }

  private <T extends Outcome> List<T> outcomes(List<List<String>> rows, Class<T> kind)
      throws Sheet.NotATable {
    return comparison.compare(all, Sheet.read(rows)).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static List<List<String>> table(List<Known> projects) {
    List<String> header = Arrays.stream(Column.values()).map(Column::header).toList();
    return Stream.concat(
            Stream.of((List<String>) new ArrayList<>(header)),
            projects.stream()
                .map(
                    project ->
                        project.cells().stream()
                            .map(cell -> Objects.toString(cell, ""))
                            .collect(java.util.stream.Collectors.toCollection(ArrayList::new))))
        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
  }

  private static void set(List<List<String>> rows, int row, Column column, String text) {
    rows.get(row).set(column.ordinal(), text);
  }

  private static Known known(
      long id,
      String name,
      String enterprise,
      String stage,
      String yi,
      @org.jspecify.annotations.Nullable String done,
      Known.@org.jspecify.annotations.Nullable Problem problem) {
    return new Known(
        new RowKey("beifang", id, 0, problem == null ? 0 : problem.id()),
        name,
        "2604-211122-04-01-11800" + id,
        enterprise,
        stage,
        Money.ofYi(new BigDecimal(yi)),
        done == null ? null : Money.ofYi(new BigDecimal(done)),
        problem,
        "副主任 张");
  }
}
