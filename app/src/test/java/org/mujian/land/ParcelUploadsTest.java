package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mujian.land.ParcelGeoJsonTest.feature;
import static org.mujian.land.ParcelGeoJsonTest.file;
import static org.mujian.land.ParcelGeoJsonTest.polygon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.documents.ImportKind;
import org.mujian.land.LandViews.Done;
import org.mujian.land.LandViews.Plan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parcels from files: shown as understood, then all good ones or none. */
@MujianTest
class ParcelUploadsTest {

  private static final long ZONE = 55;

  @Autowired LandFixture land;
  @Autowired ParcelUploads uploads;
  @Autowired Parcels parcels;
  @Autowired ParcelImport lists;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void zone() {
    land.zone(ZONE);
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    byte[] file = squares(0.5, "U-1", "U-2");
    assertThat(commit(file)).isEqualTo(new Done(2, 0, 0, 0));
    assertThat(commit(file)).isEqualTo(new Done(0, 0, 2, 0));
  }

  @Test
  void theAreaIsComputedInTheZonesProjection() {
    commit(squares(0.6, "U-3"));
    var area = land.in(ZONE, () -> parcels.findByNumber(ZONE, "U-3").orElseThrow()).parcel().area();
    // 0.002° by 0.002° at 41° north: about 168 m by 222 m
    assertThat(area.squareMetres().doubleValue()).isBetween(37_300.0, 37_450.0);
  }

  @Test
  void anOverlapIsMarkedBeforeAnythingIsWritten() {
    land.drawn(ZONE, "U-4", LandFixture.square(0.7, 0.1, 0.002));
    LandViews.Preview preview = preview(squares(0.701, "U-5"));
    assertThat(preview.lines().getFirst().plan()).isEqualTo(Plan.REFUSE);
    assertThat(preview.lines().getFirst().fault()).isEqualTo("overlaps");
    assertThat(preview.lines().getFirst().value()).isEqualTo("U-4");
  }

  @Test
  void aPromisedParcelKeepsItsOutline() {
    commit(squares(0.8, "U-6"));
    long id = land.in(ZONE, () -> parcels.findByNumber(ZONE, "U-6").orElseThrow()).parcel().id();
    land.run(
        ZONE,
        () ->
            land.recording()
                .step(
                    ZONE,
                    new Step(id, "listed", null, null, LandFixture.TODAY, "县自然资源局", "号", null)));
    assertThat(preview(squares(0.8001, "U-6")).lines().getFirst().fault()).isEqualTo("promised");
  }

  @Test
  void anotherZonesUploadLooksLikeNone() {
    long id = land.in(ZONE, () -> uploads.stage(ZONE, 1, "a.geojson", squares(0.9, "U-7")));
    assertThatThrownBy(() -> land.in(56, () -> uploads.preview(56, id)))
        .isInstanceOf(NoSuchLand.class);
  }

  @Test
  void aListOfParcelsIsBroughtInAndBroughtInAgain() {
    List<String[]> rows =
        List.of(
            new String[] {
              "L-1",
              "8266.666667",
              "起步区",
              "二类工业",
              "false",
              "2024-01-05",
              null,
              null,
              null,
              "2025-03-01",
              "县自然资源局"
            },
            new String[] {
              "L-2", "6666.666667", null, null, null, null, null, null, null, null, null
            });
    assertThat(commitList(71, rows))
        .isEqualTo(
            new ImportKind.Committed(2, 0, 0, java.util.Map.of("parcel-authority-missing", 0L)));
    assertThat(commitList(72, rows).unchanged()).isEqualTo(2);
    ParcelState state = land.in(ZONE, () -> parcels.findByNumber(ZONE, "L-1").orElseThrow());
    assertThat(state.clear()).isTrue();
    assertThat(state.parcel().area().mu(2)).isEqualByComparingTo("12.4");
  }

  @Test
  void cellsOfAListAreReadOrMarked() {
    assertThat(ParcelImport.date("2026年3月5日")).isEqualTo(new ImportKind.Cell.Value("2026-03-05"));
    assertThat(ParcelImport.date("2026/2/30"))
        .isEqualTo(new ImportKind.Cell.Fault("parcel-date-bad"));
    assertThat(ParcelImport.date("—")).isEqualTo(new ImportKind.Cell.Value(null));
    assertThat(ParcelImport.area("1,234.5亩")).isEqualTo(new ImportKind.Cell.Value("823000.000000"));
    assertThat(ParcelImport.area("约十亩")).isEqualTo(new ImportKind.Cell.Fault("parcel-area-bad"));
    assertThat(ParcelImport.area("0")).isEqualTo(new ImportKind.Cell.Fault("parcel-area-bad"));
    assertThat(ParcelImport.number("A 07"))
        .isEqualTo(new ImportKind.Cell.Fault("parcel-number-bad"));
  }

  private ImportKind.Committed commitList(long importId, List<String[]> rows) {
    return land.in(
        ZONE,
        () -> {
          land.changes().begin(ZONE, "导入");
          for (int i = 0; i < rows.size(); i++) {
            jdbc.sql(
                    "INSERT INTO import_row (import_id, row_no, good, values, reasons) VALUES (?,"
                        + " ?, true, ?, '{}')")
                .params(importId, i, rows.get(i))
                .update();
          }
          return lists.commit(new ImportKind.Staged(importId, ZONE, rows.size()));
        });
  }

  private LandViews.Preview preview(byte[] file) {
    long id = land.in(ZONE, () -> uploads.stage(ZONE, 1, "a.geojson", file));
    return land.in(ZONE, () -> uploads.preview(ZONE, id));
  }

  private Done commit(byte[] file) {
    long id = land.in(ZONE, () -> uploads.stage(ZONE, 1, "a.geojson", file));
    return land.in(ZONE, () -> uploads.commit(ZONE, id));
  }

  /** Squares side by side, 0.002° each, from 122° + x. */
  private static byte[] squares(double x, String... numbers) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      double west = 122 + x + i * 0.002;
      features.add(
          feature(
              "\"number\":\"" + numbers[i] + "\"",
              polygon(
                  "[[[%1$s,41.1],[%2$s,41.1],[%2$s,41.102],[%1$s,41.102],[%1$s,41.1]]]"
                      .formatted(west, west + 0.002))));
    }
    return file("", features.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8);
  }
}
