package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mujian.land.LandFixture.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Credentials;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A parcel is never promised twice, whoever asks at the same time. */
@MujianTest
class ReservationsTest {

  private static final long ZONE = 51;

  @Autowired LandFixture land;
  @Autowired Reservations reservations;
  @Autowired Parcels parcels;
  @Autowired Splits splits;
  @Autowired Recording recording;
  @Autowired Credentials credentials;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void zone() {
    land.zone(ZONE);
  }

  @Test
  void theSecondIsToldWhoHoldsItAndForWhichPeriod() {
    Parcel parcel = land.parcel(ZONE, "R-01");
    reserve(parcel, "改性沥青二期", TODAY, TODAY.plusDays(90));
    assertThatThrownBy(() -> reserve(parcel, "管材", TODAY.plusDays(90), TODAY.plusDays(120)))
        .isInstanceOf(LandRefused.class)
        .hasMessage(
            "地块 R-01 已由「改性沥青二期」意向预留（%s 至 %s）；可等其到期或释放，或另选地块".formatted(TODAY, TODAY.plusDays(90)));
  }

  @Test
  void theDayAfterItIsFreeAgain() {
    Parcel parcel = land.parcel(ZONE, "R-02");
    ParcelReservation first = reserve(parcel, "甲", TODAY, TODAY.plusDays(90));
    reserve(parcel, "乙", TODAY.plusDays(91), TODAY.plusDays(120));
    assertThat(state(parcel).commitment()).isEqualTo(Commitment.RESERVED);
    assertThat(state(parcel).reservation()).isEqualTo(first);
  }

  @Test
  void aReleasedParcelCanBeReservedAgain() {
    Parcel parcel = land.parcel(ZONE, "R-03");
    ParcelReservation held = reserve(parcel, "甲", TODAY, TODAY.plusDays(90));
    land.run(ZONE, () -> reservations.release(ZONE, held.id(), "项目改址"));
    reserve(parcel, "乙", TODAY, TODAY.plusDays(30));
    assertThatThrownBy(() -> land.run(ZONE, () -> reservations.release(ZONE, held.id(), "再次")))
        .hasMessageContaining("已结束：项目改址");
  }

  @Test
  void anExtensionStopsBeforeTheNextHolder() {
    Parcel parcel = land.parcel(ZONE, "R-04");
    ParcelReservation held = reserve(parcel, "甲", TODAY, TODAY.plusDays(30));
    reserve(parcel, "乙", TODAY.plusDays(60), TODAY.plusDays(90));
    land.in(ZONE, () -> reservations.extend(ZONE, held.id(), TODAY.plusDays(59)));
    assertThatThrownBy(
            () -> land.in(ZONE, () -> reservations.extend(ZONE, held.id(), TODAY.plusDays(60))))
        .hasMessageContaining("已由「乙」意向预留");
  }

  @Test
  void ofManyAtOnceExactlyOneGetsIt() throws Exception {
    Parcel parcel = land.parcel(ZONE, "R-05");
    assertThat(race(parcel, 40)).isEqualTo(1);
  }

  /** The promise is the database's: without its constraint all of them get the parcel. */
  @Test
  void withoutTheConstraintManyGetIt() throws Exception {
    Parcel parcel = land.parcel(ZONE, "R-06");
    try (var owner = TestDatabase.superuser(credentials);
        var sql = owner.createStatement()) {
      sql.execute(
          "ALTER TABLE parcel_reservation_piece DROP CONSTRAINT piece_never_promised_twice");
      assertThat(race(parcel, 8)).isEqualTo(8);
      sql.execute("ALTER TABLE parcel_reservation_piece DISABLE TRIGGER USER");
      sql.execute(
          "UPDATE parcel_reservation_piece SET active = false WHERE piece_id IN"
              + " (SELECT id FROM parcel_piece WHERE parcel_id = "
              + parcel.id()
              + ")");
      sql.execute("ALTER TABLE parcel_reservation_piece ENABLE TRIGGER USER");
      sql.execute(
          "ALTER TABLE parcel_reservation_piece ADD CONSTRAINT piece_never_promised_twice EXCLUDE"
              + " USING gist (zone_id WITH =, piece_id WITH =, during WITH &&) WHERE (active)");
    }
  }

  @Test
  void aListedParcelIsReservedByNobody() {
    Parcel parcel = land.parcel(ZONE, "R-07");
    done(parcel, "listed", null);
    assertThatThrownBy(() -> reserve(parcel, "甲", TODAY, TODAY.plusDays(1)))
        .hasMessageContaining("已进入公告/挂牌");
  }

  @Test
  void anIntentionFallsWhenAnotherWinsTheListing() {
    Parcel parcel = land.parcel(ZONE, "R-08");
    ParcelReservation loser = reserve(parcel, "甲", TODAY, TODAY.plusDays(90));
    done(parcel, "contracted", "enterprise:77");
    ParcelReservation after =
        land.in(ZONE, () -> reservations.find(ZONE, loser.id()).orElseThrow());
    assertThat(after.active()).isFalse();
    assertThat(after.endedWhy()).contains("由他人竞得");
    assertThat(state(parcel).commitment()).isEqualTo(Commitment.CONTRACTED);
  }

  @Test
  void anIntentionOfTheWinnerStays() {
    Parcel parcel = land.parcel(ZONE, "R-09");
    ParcelReservation winner = reserve(parcel, "甲", TODAY, TODAY.plusDays(90));
    done(parcel, "contracted", winner.holder());
    assertThat(land.in(ZONE, () -> reservations.find(ZONE, winner.id()).orElseThrow()).active())
        .isTrue();
  }

  @Test
  void aChemicalProjectNeedsARecognisedPark() {
    Parcel parcel = land.parcel(ZONE, "R-10");
    var ask =
        new Reservations.Ask(parcel.id(), "project:1", "精细化工", true, TODAY, TODAY.plusDays(30));
    assertThatThrownBy(() -> land.in(ZONE, () -> reservations.reserve(ZONE, ask)))
        .hasMessageContaining("不可落地：园区认定未录入");
    land.run(
        ZONE, () -> recording.recognition(ZONE, true, TODAY.minusDays(5), "省工信厅", "辽工信〔示例〕1号"));
    land.in(ZONE, () -> reservations.reserve(ZONE, ask));
    land.run(ZONE, () -> recording.recognition(ZONE, false, TODAY.minusDays(1), "省工信厅", "取消"));
    Parcel other = land.parcel(ZONE, "R-11");
    assertThatThrownBy(
            () ->
                land.in(
                    ZONE,
                    () ->
                        reservations.reserve(
                            ZONE,
                            new Reservations.Ask(
                                other.id(), "project:2", "二", true, TODAY, TODAY))))
        .hasMessageContaining("不可落地");
  }

  @Test
  void aSplitTakesTheIntentionToEveryPart() {
    Parcel parcel = land.drawn(ZONE, "S-01", LandFixture.square(0.1, 0.1, 0.002));
    ParcelReservation held = reserve(parcel, "甲", TODAY, TODAY.plusDays(90));
    var line = line(122.101, 41.099, 122.101, 41.103);
    List<Parcel> parts = land.in(ZONE, () -> splits.split(ZONE, parcel.id(), line));
    assertThat(parts).extracting(Parcel::number).containsExactly("S-01-1", "S-01-2");
    assertThat(parts.get(0).area().plus(parts.get(1).area()).squareMetres().doubleValue())
        .isCloseTo(
            parcel.area().squareMetres().doubleValue(), org.assertj.core.data.Offset.offset(1.0));
    assertThat(land.in(ZONE, () -> reservations.listHeldBy(ZONE, held.holder())))
        .extracting(ParcelReservation::parcelId)
        .containsExactlyInAnyOrder(parts.get(0).id(), parts.get(1).id());
    assertThatThrownBy(() -> reserve(parcel, "乙", TODAY.plusDays(200), TODAY.plusDays(201)))
        .hasMessageContaining("已分割");
    assertThatThrownBy(() -> reserve(parts.getFirst(), "乙", TODAY, TODAY))
        .hasMessageContaining("「甲」");
  }

  @Test
  void aLineThatDoesNotCutThroughIsRefused() {
    Parcel parcel = land.drawn(ZONE, "S-02", LandFixture.square(0.2, 0.1, 0.002));
    assertThatThrownBy(
            () ->
                land.in(
                    ZONE,
                    () -> splits.split(ZONE, parcel.id(), line(122.201, 41.1, 122.201, 41.1005))))
        .hasMessageContaining("从一边贯穿到另一边");
    assertThat(state(parcel).parcel().retired()).isFalse();
  }

  @Test
  void twoParcelsNeverOverlap() {
    land.drawn(ZONE, "O-01", LandFixture.square(0.3, 0.1, 0.002));
    land.drawn(ZONE, "O-02", LandFixture.square(0.302, 0.1, 0.002)); // they touch
    assertThatThrownBy(() -> land.drawn(ZONE, "O-03", LandFixture.square(0.303, 0.1, 0.002)))
        .hasMessageContaining("地块 O-03 与地块 O-02 重叠");
  }

  @Test
  void anotherZonesParcelLooksLikeNone() {
    Parcel parcel = land.parcel(ZONE, "R-12");
    assertThatThrownBy(
            () ->
                land.in(
                    52,
                    () ->
                        reservations.reserve(
                            52,
                            new Reservations.Ask(
                                parcel.id(), "project:1", "外", false, TODAY, TODAY))))
        .isInstanceOf(NoSuchLand.class);
  }

  @Test
  void aPeriodOfNonsenseIsRefused() {
    Parcel parcel = land.parcel(ZONE, "R-13");
    assertThatThrownBy(() -> reserve(parcel, "甲", TODAY, TODAY.minusDays(1)))
        .hasMessageContaining("预留期限不对");
    assertThatThrownBy(() -> reserve(parcel, "甲", TODAY, TODAY.plusYears(4)))
        .hasMessageContaining("至多 3 年");
  }

  private int race(Parcel parcel, int threads) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    int got = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int n = i;
        results.add(
            pool.submit(
                () -> {
                  start.await();
                  try {
                    reserve(parcel, "第" + n, TODAY.plusDays(n % 5), TODAY.plusDays(60));
                    return true;
                  } catch (LandRefused refused) {
                    assertThat(refused.getMessage()).contains("已由「第");
                    return false;
                  }
                }));
      }
      start.countDown();
      for (Future<Boolean> result : results) {
        got += result.get() ? 1 : 0;
      }
    }
    return got;
  }

  private ParcelReservation reserve(Parcel parcel, String name, LocalDate from, LocalDate until) {
    return land.in(
        ZONE,
        () ->
            reservations.reserve(
                ZONE,
                new Reservations.Ask(parcel.id(), "project:" + name, name, false, from, until)));
  }

  private void done(Parcel parcel, String step, @org.jspecify.annotations.Nullable String holder) {
    land.run(
        ZONE,
        () ->
            recording.step(
                ZONE, new Step(parcel.id(), step, null, null, TODAY, "县自然资源局", "号", holder)));
  }

  private ParcelState state(Parcel parcel) {
    return land.in(ZONE, () -> parcels.get(ZONE, parcel.id()));
  }

  private static org.locationtech.jts.geom.LineString line(
      double x1, double y1, double x2, double y2) {
    return Shapes.DEGREES.createLineString(
        new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
  }
}
