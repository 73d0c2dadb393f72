package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mujian.land.ParcelGeoJson.Contents;
import org.mujian.land.ParcelGeoJson.Item;

/** Parcels from GeoJSON: what is wrong is said by feature, what is hopeless of the file. */
class ParcelGeoJsonTest {

  private static final String SQUARE =
      "[[[122,41],[122.002,41],[122.002,41.002],[122,41.002],[122,41]]]";

  @Test
  void aPolygonWithChinesePropertiesIsRead() {
    Item item =
        only(
            feature(
                "\"编号\":\"A-07\",\"片区\":\"起步区\",\"用途\":\"二类工业\",\"化工\":\"是\"", polygon(SQUARE)));
    assertThat(item.fault()).isNull();
    assertThat(item.parcel().number()).isEqualTo("A-07");
    assertThat(item.parcel().chemical()).isTrue();
    assertThat(item.outline()).isNotNull();
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    Contents contents =
        ParcelGeoJson.read(
            ("\uFEFF" + file("", feature("\"number\":\"A\"", polygon(SQUARE))))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(contents.items()).hasSize(1);
    assertThat(contents.systemNamed()).isFalse();
  }

  @Test
  void onlyTheReferenceSystem4490IsTaken() {
    for (String name : List.of("urn:ogc:def:crs:EPSG::4490", "EPSG:4490")) {
      assertThat(read(crs(name), feature("\"number\":\"A\"", polygon(SQUARE))).systemNamed())
          .isTrue();
    }
    for (String name :
        List.of(
            "urn:ogc:def:crs:EPSG::4550",
            "EPSG:4326",
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "EPSG:44900",
            "")) {
      assertThatThrownBy(() -> read(crs(name), feature("\"number\":\"A\"", polygon(SQUARE))))
          .as(name)
          .isInstanceOf(LandRefused.class)
          .hasMessageContaining("只收 CGCS2000 经纬度（EPSG:4490）");
    }
  }

  @Test
  void whatIsWrongWithAFeatureIsSaidWithItsValue() {
    assertFault("swapped", polygon("[[[41,122],[41,122.002],[41.002,122.002],[41,122]]]"));
    assertFault(
        "metres",
        polygon("[[[407900,4559650],[408000,4559650],[408000,4559750],[407900,4559650]]]"));
    assertFault("outside", polygon("[[[10,41],[10.1,41],[10.1,41.1],[10,41]]]"));
    assertFault("ring-open", polygon("[[[122,41],[122.002,41],[122.002,41.002],[122,41.002]]]"));
    assertFault("ring-short", polygon("[[[122,41],[122.002,41],[122,41]]]"));
    assertFault(
        "crosses-itself",
        polygon("[[[122,41],[122.002,41.002],[122.002,41],[122,41.002],[122,41]]]"));
    assertFault(
        "point-unreadable", polygon("[[[122,\"x\"],[122.002,41],[122.002,41.002],[122,41]]]"));
    assertFault("outline-kind", "{\"type\":\"Point\",\"coordinates\":[122,41]}");
    assertFault("outline-missing", "null");
    assertFault("outline-missing", polygon("[]"));
  }

  @Test
  void aNumberStandsOnceInAFile() {
    Contents contents =
        read(
            "",
            feature("\"number\":\"A\"", polygon(SQUARE)),
            feature("\"number\":\"A\"", polygon(SQUARE)),
            feature("\"x\":1", polygon(SQUARE)),
            feature("\"number\":\"A B\"", polygon(SQUARE)));
    assertThat(contents.items())
        .extracting(Item::fault)
        .containsExactly(null, "number-repeated", "number-missing", "number-bad");
  }

  @Test
  void whatIsNoGeoJsonIsRefusedInWords() {
    for (String text : List.of("", "{", "[]", "{\"type\":\"Feature\"}", "PK\u0003\u0004", "null")) {
      assertThatThrownBy(() -> ParcelGeoJson.read(text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isInstanceOf(LandRefused.class);
    }
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    assertThatThrownBy(
            () -> ParcelGeoJson.read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(LandRefused.class);
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefusedAndNothingElse(@ForAll @Size(max = 200) byte[] bytes) {
    survives(bytes);
  }

  /** A good file with bytes changed anywhere. */
  @Property(tries = 500)
  void aDamagedFileIsReadOrRefusedAndNothingElse(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100_000) Integer> places,
      @ForAll @Size(min = 6, max = 6) byte[] values) {
    byte[] file =
        file(crs("EPSG:4490"), feature("\"number\":\"A-07\",\"block\":\"起步区\"", polygon(SQUARE)))
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < places.size(); i++) {
      file[places.get(i) % file.length] = values[i];
    }
    survives(file);
  }

  private static void survives(byte[] file) {
    try {
      for (Item item : ParcelGeoJson.read(file).items()) {
        assertThat(item.outline() == null).isEqualTo(item.fault() != null);
      }
    } catch (LandRefused refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 200)
  void whatWasDrawnIsReadOrRefusedAndNothingElse(@ForAll String json) {
    try {
      assertThat(DrawnOutline.read(json).isValid()).isTrue();
    } catch (LandRefused refused) {
      assertThat(refused.getMessage()).contains("重画");
    }
  }

  private static void assertFault(String fault, String geometry) {
    assertThat(only(feature("\"number\":\"A\"", geometry)).fault()).isEqualTo(fault);
  }

  private static Item only(String feature) {
    return read("", feature).items().getFirst();
  }

  private static Contents read(String crs, String... features) {
    return ParcelGeoJson.read(file(crs, features).getBytes(StandardCharsets.UTF_8));
  }

  static String file(String crs, String... features) {
    return "{\"type\":\"FeatureCollection\","
        + crs
        + "\"features\":["
        + String.join(",", features)
        + "]}";
  }

  private static String crs(String name) {
    return "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}},";
  }

  static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + "}";
  }

  static String polygon(String coordinates) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
  }
}
