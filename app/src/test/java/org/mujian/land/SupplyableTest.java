package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mujian.web.Light;

/** The supplyable day is the latest of what is needed, and its light tells the truth. */
class SupplyableTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  @Test
  void aClearParcelWithAllConnectionsIsSupplyable() {
    Supplyable s = Supplyable.of(clear("2026-01-10"), all("2026-03-02"), TODAY);
    assertThat(s.now()).isTrue();
    assertThat(s.on()).isEqualTo("2026-03-02");
    assertThat(s.state()).isEqualTo(Light.State.OK);
  }

  @Test
  void theLastConnectionDecidesAndIsNamed() {
    var connections = all("2026-03-02");
    connections.put(
        ConnectionKind.POWER, forecast(ConnectionKind.POWER, "2026-12-31", "2027-03-31"));
    Supplyable s = Supplyable.of(clear("2026-01-10"), connections, TODAY);
    assertThat(s.on()).isEqualTo("2027-03-31");
    assertThat(s.now()).isFalse();
    assertThat(s.state()).isEqualTo(Light.State.BAD);
    assertThat(s.reason().values()).contains(ConnectionKind.POWER, "（曙光变电所）", 90L);
  }

  @Test
  void waitingAsPlannedIsAWarningAndNotAlarm() {
    var connections = all("2026-03-02");
    connections.put(ConnectionKind.GAS, forecast(ConnectionKind.GAS, "2027-03-31", "2027-03-31"));
    assertThat(Supplyable.of(clear("2026-01-10"), connections, TODAY).state())
        .isEqualTo(Light.State.WARN);
  }

  @Test
  void aForecastThatHasPassedIsNotBelieved() {
    var connections = all("2026-03-02");
    connections.put(ConnectionKind.HEAT, forecast(ConnectionKind.HEAT, "2026-10-01", "2026-11-01"));
    Supplyable s = Supplyable.of(clear("2026-01-10"), connections, TODAY);
    assertThat(s.on()).isNull();
    assertThat(s.state()).isEqualTo(Light.State.BAD);
    assertThat(s.reason().key()).isEqualTo("land.reason.missed");
  }

  @Test
  void withoutClearTitleNothingIsSupplyable() {
    Supplyable s = Supplyable.of(null, all("2026-03-02"), TODAY);
    assertThat(s.on()).isNull();
    assertThat(s.now()).isFalse();
    assertThat(s.reason().values()).containsExactly(LegalStep.CLEAR);
  }

  @Test
  void oneMissingConnectionIsEnough() {
    for (ConnectionKind kind : ConnectionKind.values()) {
      var connections = all("2026-03-02");
      connections.remove(kind);
      Supplyable s = Supplyable.of(clear("2026-01-10"), connections, TODAY);
      assertThat(s.now()).as(kind.code()).isFalse();
      assertThat(s.reason().values()).containsExactly(kind);
    }
  }

  @Property(tries = 200)
  void theDayIsTheLatestOfAllForecasts(
      @ForAll @Size(10) java.util.List<@IntRange(min = 0, max = 900) Integer> days) {
    Map<ConnectionKind, Connection> connections = new EnumMap<>(ConnectionKind.class);
    for (ConnectionKind kind : ConnectionKind.values()) {
      String day = TODAY.plusDays(days.get(kind.ordinal())).toString();
      connections.put(kind, forecast(kind, day, day));
    }
    LocalDate title = TODAY.plusDays(days.get(9));
    Supplyable s =
        Supplyable.of(new Step(1, "clear", null, title, null, "", "", null), connections, TODAY);
    int latest = days.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(s.on()).isEqualTo(TODAY.plusDays(latest));
    assertThat(s.now()).isFalse();
  }

  private static Step clear(String day) {
    return new Step(1, "clear", null, null, LocalDate.parse(day), "征收办", "", null);
  }

  private static Map<ConnectionKind, Connection> all(String day) {
    Map<ConnectionKind, Connection> connections = new EnumMap<>(ConnectionKind.class);
    for (ConnectionKind kind : ConnectionKind.values()) {
      connections.put(kind, connection(kind, "red-line", null, null, LocalDate.parse(day), null));
    }
    return connections;
  }

  private static Connection forecast(ConnectionKind kind, String planned, String forecast) {
    return connection(
        kind, "none", LocalDate.parse(planned), LocalDate.parse(forecast), null, "曙光变电所");
  }

  private static Connection connection(
      ConnectionKind kind,
      String reach,
      @Nullable LocalDate planned,
      @Nullable LocalDate forecast,
      @Nullable LocalDate actual,
      @Nullable String work) {
    return new Connection(
        1, kind, reach, null, null, null, planned, forecast, actual, "验收单", null, work);
  }
}
