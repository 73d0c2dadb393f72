package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mujian.land.LandFixture.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.units.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a work slips, the parcels that wait for it slip by name; payments stay in the estimate. */
@MujianTest
class WorksTest {

  private static final long ZONE = 53;
  private static final LocalDate PLANNED = TODAY.plusDays(60);

  @Autowired LandFixture land;
  @Autowired Land questions;
  @Autowired Works works;
  @Autowired Parcels parcels;
  @Autowired Reservations reservations;
  @Autowired Recording recording;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void zone() {
    land.zone(ZONE);
  }

  @Test
  void aSlippedSubstationMovesTheParcelsThatWaitForIt() {
    Work substation = land.work(ZONE, "W-1", PLANNED);
    Parcel waits = waiting("W-01", substation);
    Parcel held = waiting("W-02", substation);
    Parcel ready = land.parcel(ZONE, "W-03");
    land.ready(ZONE, ready, TODAY.minusDays(10));
    reserve(held);
    LocalDate later = PLANNED.plusDays(91);

    List<Land.Moved> moved =
        land.in(ZONE, () -> questions.consequencesOf(ZONE, substation.id(), later));
    assertThat(moved)
        .containsExactly(
            new Land.Moved(waits.id(), "W-01", PLANNED, later, null, null),
            new Land.Moved(held.id(), "W-02", PLANNED, later, "改性沥青二期", "project:7"));
    assertThat(on(waits)).isEqualTo(PLANNED); // asking changes nothing

    assertThat(land.in(ZONE, () -> works.forecast(ZONE, substation.id(), later, "箱变到货推迟")))
        .isEqualTo(moved);
    assertThat(on(waits)).isEqualTo(later);
    assertThat(on(ready)).isEqualTo(TODAY.minusDays(10));
    Supplyable s = land.in(ZONE, () -> parcels.get(ZONE, waits.id())).supplyable();
    assertThat(s.reason().key()).isEqualTo("land.reason.late");
    assertThat(s.reason().values()).contains(91L);
  }

  @Test
  void aParcelThatWaitsLongerForSomethingElseDoesNotMove() {
    Work work = land.work(ZONE, "W-2", PLANNED);
    Parcel parcel = waiting("W-04", work);
    land.run(
        ZONE,
        () ->
            recording.connection(
                ZONE,
                new Connection(
                    parcel.id(),
                    ConnectionKind.GAS,
                    "trunk",
                    null,
                    null,
                    null,
                    PLANNED.plusYears(1),
                    PLANNED.plusYears(1),
                    null,
                    "",
                    null,
                    null)));
    assertThat(land.in(ZONE, () -> questions.consequencesOf(ZONE, work.id(), PLANNED.plusDays(30))))
        .isEmpty();
  }

  @Test
  void paymentsNeverExceedTheApprovedEstimate() {
    Work work = land.work(ZONE, "W-3", PLANNED); // estimate 480
    pay(work, "300", "凭-1");
    assertThatThrownBy(() -> pay(work, "180.01", "凭-2"))
        .hasMessage("工程「变电所W-3」概算 480 万元，已付 300 万元，本次 180.01 万元超出；须先调整概算");
    pay(work, "180", "凭-3");
    assertThat(land.in(ZONE, () -> works.get(ZONE, work.id())).paid())
        .isEqualTo(Money.ofWan(new BigDecimal("480")));
    assertThatThrownBy(
            () ->
                land.run(
                    ZONE,
                    () -> {
                      jdbc.sql("SELECT begin_change(?, 0, 'x', 'x')")
                          .param(ZONE)
                          .query(Long.class)
                          .single();
                      jdbc.sql("UPDATE land_work SET paid = paid + 1 WHERE zone_id = ? AND id = ?")
                          .params(ZONE, work.id())
                          .update();
                    }))
        .hasStackTraceContaining("work_paid_within_the_estimate");
  }

  @Test
  void aPaperIsPaidOnce() {
    Work work = land.work(ZONE, "W-4", PLANNED);
    pay(work, "10", "凭-9");
    assertThatThrownBy(() -> pay(work, "10", "凭-9")).hasMessageContaining("已付过一次");
    assertThat(land.in(ZONE, () -> works.get(ZONE, work.id())).paid())
        .isEqualTo(Money.ofWan(BigDecimal.TEN));
  }

  @Test
  void aConnectionCountsOnlyAtTheRedLineWithEvidence() {
    Parcel parcel = land.parcel(ZONE, "W-05");
    assertThatThrownBy(() -> connect(parcel, "trunk", TODAY, "验收单"))
        .hasMessageContaining("红线处验收通达");
    assertThatThrownBy(() -> connect(parcel, "red-line", TODAY, " ")).hasMessageContaining("须有依据");
    assertThatThrownBy(() -> connect(parcel, "red-line", TODAY.plusDays(1), "验收单"))
        .hasMessageContaining("在今天之后");
    connect(parcel, "red-line", TODAY, "验收单");
  }

  @Test
  void aStepThatIsDoneNamesItsAuthority() {
    Parcel parcel = land.parcel(ZONE, "W-06");
    assertThatThrownBy(
            () ->
                land.run(
                    ZONE,
                    () ->
                        recording.step(
                            ZONE, new Step(parcel.id(), "clear", null, null, TODAY, "", "", null))))
        .hasMessageContaining("须写明主管部门");
  }

  @Test
  void aChemicalParcelIsNotLandableWhileTheParkIsUnknown() {
    land.zone(54);
    Parcel parcel =
        land.in(
            54,
            () ->
                parcels.create(
                    54,
                    NewParcel.of("C-01", "起步区", "三类工业", true),
                    null,
                    org.mujian.units.Area.ofMu(BigDecimal.TEN)));
    land.ready(54, parcel, TODAY.minusDays(3));
    ParcelState state = land.in(54, () -> parcels.get(54, parcel.id()));
    assertThat(state.status()).isEqualTo(ParcelStatus.BLOCKED);
    assertThat(state.supplyable().now()).isFalse();
    land.run(54, () -> recording.recognition(54, true, TODAY, "省工信厅", "批"));
    assertThat(land.in(54, () -> parcels.get(54, parcel.id())).status())
        .isEqualTo(ParcelStatus.SUPPLYABLE);
  }

  @Test
  void aForecastSaysWhyAndIsNotInThePast() {
    Work work = land.work(ZONE, "W-5", PLANNED);
    assertThatThrownBy(
            () -> land.in(ZONE, () -> works.forecast(ZONE, work.id(), TODAY.minusDays(1), "x")))
        .hasMessageContaining("今天或以后");
    assertThatThrownBy(() -> land.in(ZONE, () -> works.forecast(ZONE, work.id(), PLANNED, " ")))
        .hasMessageContaining("写明原因");
  }

  private Parcel waiting(String number, Work work) {
    Parcel parcel = land.parcel(ZONE, number);
    land.ready(ZONE, parcel, TODAY.minusDays(10), ConnectionKind.POWER);
    land.waitsFor(ZONE, parcel, work);
    return parcel;
  }

  private void connect(Parcel parcel, String reach, LocalDate actual, String evidence) {
    land.run(
        ZONE,
        () ->
            recording.connection(
                ZONE,
                new Connection(
                    parcel.id(),
                    ConnectionKind.ROAD,
                    reach,
                    null,
                    null,
                    null,
                    null,
                    null,
                    actual,
                    evidence,
                    null,
                    null)));
  }

  private void pay(Work work, String wan, String document) {
    land.run(
        ZONE, () -> works.pay(ZONE, work.id(), Money.ofWan(new BigDecimal(wan)), TODAY, document));
  }

  private void reserve(Parcel parcel) {
    land.in(
        ZONE,
        () ->
            reservations.reserve(
                ZONE,
                new Reservations.Ask(
                    parcel.id(), "project:7", "改性沥青二期", false, TODAY, TODAY.plusDays(300))));
  }

  private LocalDate on(Parcel parcel) {
    return land.in(ZONE, () -> parcels.supplyableOn(ZONE, parcel.id()).orElseThrow());
  }
}
