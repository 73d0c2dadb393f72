package org.mujian.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Area;
import org.mujian.units.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Parcels and works for tests, in a zone of their own. */
@Component
record LandFixture(
    Parcels parcels,
    Works works,
    Recording recording,
    Changes changes,
    JdbcClient jdbc,
    TransactionTemplate transaction) {

  static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

  /** Makes the zone if it is missing. */
  void zone(long id) {
    Scope.ofProgram(0, id)
        .run(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      changes.begin(0, "zone");
                      jdbc.sql(
                              """
                              INSERT INTO zone (id, code, name, short_name, division, central_meridian)
                              VALUES (?, ?, ?, ?, '211122', 123) ON CONFLICT DO NOTHING
                              """)
                          .params(id, "zone-" + id, "园区" + id, "园" + id)
                          .update();
                    }));
  }

  <T> T in(long zone, Supplier<T> work) {
    return Scope.ofProgram(zone)
        .call(() -> java.util.Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  void run(long zone, Runnable work) {
    in(
        zone,
        () -> {
          work.run();
          return 0;
        });
  }

  Parcel parcel(long zone, String number) {
    return in(
        zone,
        () ->
            parcels.create(
                zone,
                NewParcel.of(number, "起步区", "二类工业", false),
                null,
                Area.ofMu(new BigDecimal("12.4"))));
  }

  /** A square of {@code side} degrees whose south-west corner is at (122+x, 41+y). */
  static Geometry square(double x, double y, double side) {
    return Shapes.DEGREES.toGeometry(new Envelope(122 + x, 122 + x + side, 41 + y, 41 + y + side));
  }

  Parcel drawn(long zone, String number, Geometry outline) {
    return in(
        zone,
        () -> parcels.create(zone, NewParcel.of(number, "起步区", "二类工业", false), outline, null));
  }

  /** All there since {@code day}, but for what {@code but} says. */
  void ready(long zone, Parcel parcel, LocalDate day, ConnectionKind... but) {
    run(
        zone,
        () -> {
          recording.step(
              zone, new Step(parcel.id(), "clear", null, null, day, "县自然资源局", "净地确认书", null));
          for (ConnectionKind kind : ConnectionKind.values()) {
            if (!java.util.List.of(but).contains(kind)) {
              recording.connection(
                  zone,
                  new Connection(
                      parcel.id(),
                      kind,
                      "red-line",
                      null,
                      null,
                      null,
                      day,
                      null,
                      day,
                      "验收单",
                      null,
                      null));
            }
          }
        });
  }

  Work work(long zone, String number, LocalDate finish) {
    return in(
        zone,
        () ->
            works.create(
                zone,
                new WorkRows.New(
                    number,
                    "变电所" + number,
                    "",
                    Money.ofWan(BigDecimal.valueOf(500)),
                    Money.ofWan(BigDecimal.valueOf(480)),
                    null,
                    finish,
                    finish,
                    null,
                    "",
                    false)));
  }

  /** The parcel waits for the work's power. */
  void waitsFor(long zone, Parcel parcel, Work work) {
    run(
        zone,
        () ->
            recording.connection(
                zone,
                new Connection(
                    parcel.id(),
                    ConnectionKind.POWER,
                    "none",
                    BigDecimal.TEN,
                    null,
                    null,
                    work.plannedFinish(),
                    null,
                    null,
                    "",
                    work.id(),
                    null)));
  }
}
