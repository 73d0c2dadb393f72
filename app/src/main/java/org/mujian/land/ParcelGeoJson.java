package org.mujian.land;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads parcels from GeoJSON in CGCS2000 degrees (EPSG:4490). The file as a whole is refused when
 * it is no GeoJSON or in another reference system; a feature that is wrong is marked and the others
 * stand.
 */
final class ParcelGeoJson {

  static final int MOST_FEATURES = 5_000;
  private static final int MOST_POINTS = 400_000;
  private static final Pattern EPSG =
      Pattern.compile("EPSG:{1,2}(?:[\\d.]*:)?(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ParcelGeoJson() {}

  /**
   * What a file holds.
   *
   * @param systemNamed whether the file names its reference system; without, 4490 is taken
   */
  record Contents(List<Item> items, boolean systemNamed) {}

  /**
   * A feature.
   *
   * @param place from 1, in the file
   * @param fault a stable code, whose message key is {@code land.fault.<code>}; null when good
   * @param value what is wrong, for the message
   */
  record Item(
      int place,
      NewParcel parcel,
      @Nullable Geometry outline,
      @Nullable String fault,
      String value) {}

  /**
   * @throws LandRefused when nothing of the file can be used
   */
  static Contents read(byte[] file) {
    JsonNode root = parse(file);
    JsonNode features = root.path("features");
    if (!root.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
      throw new LandRefused(
          "文件不是 GeoJSON 的 FeatureCollection；请从地图软件导出为 GeoJSON 再上传",
          "The file is no GeoJSON FeatureCollection: export it as GeoJSON from your map program");
    }
    boolean named = requireSystem(root.path("crs"));
    if (features.size() > MOST_FEATURES) {
      throw new LandRefused(
          "文件有 " + features.size() + " 个要素，至多 " + MOST_FEATURES + " 个；请拆分后再上传",
          "The file has " + features.size() + " features, at most " + MOST_FEATURES + ": split it");
    }
    Set<String> numbers = new HashSet<>();
    Budget budget = new Budget(MOST_POINTS);
    List<Item> items = new ArrayList<>();
    for (JsonNode feature : features) {
      items.add(item(items.size() + 1, feature, numbers, budget));
    }
    return new Contents(items, named);
  }

  private static JsonNode parse(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new LandRefused(
          "文件不是 JSON：" + place(e) + "无法读取；请确认上传的是 GeoJSON（UTF-8）",
          "The file is no JSON: " + place(e) + "; is it GeoJSON in UTF-8?");
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : "第 " + e.getLocation().getLineNr() + " 行第 " + e.getLocation().getColumnNr() + " 列";
  }

  private static boolean requireSystem(JsonNode crs) {
    if (crs.isMissingNode() || crs.isNull()) {
      return false;
    }
    String name = crs.path("properties").path("name").asString("");
    Matcher epsg = EPSG.matcher(name);
    if (epsg.find() && epsg.group(1).equals("4490")) {
      return true;
    }
    String shown = name.isEmpty() ? "未写明" : name.substring(0, Math.min(60, name.length()));
    throw new LandRefused(
        "文件的坐标系是 " + shown + "；只收 CGCS2000 经纬度（EPSG:4490），请转换后再上传",
        "The file's reference system is "
            + shown
            + "; only CGCS2000 degrees (EPSG:4490) are taken");
  }

  private static Item item(int place, JsonNode feature, Set<String> numbers, Budget budget) {
    JsonNode properties = feature.path("properties");
    NewParcel parcel =
        NewParcel.of(
            text(properties, "number", "地块编号", "编号", "地块号", "DKBH"),
            text(properties, "block", "片区", "区块"),
            text(properties, "use", "用途", "用地性质", "规划用途"),
            yes(text(properties, "chemical", "化工")));
    try {
      requireNumber(parcel.number(), numbers);
      Geometry outline = Outline.read(feature.path("geometry"), budget);
      requireValid(outline);
      return new Item(place, parcel, outline, null, "");
    } catch (Fault fault) {
      return new Item(place, parcel, null, fault.code, fault.value);
    }
  }

  private static void requireNumber(String number, Set<String> numbers) {
    if (number.isEmpty()) {
      throw new Fault("number-missing", "");
    }
    if (!number.matches("\\S{1,30}")) {
      throw new Fault("number-bad", number.substring(0, Math.min(40, number.length())));
    }
    if (!numbers.add(number)) {
      throw new Fault("number-repeated", number);
    }
  }

  private static void requireValid(Geometry outline) {
    var error = new IsValidOp(outline).getValidationError();
    if (error != null) {
      var at = error.getCoordinate();
      throw new Fault("crosses-itself", at == null ? "" : "%.6f, %.6f".formatted(at.x, at.y));
    }
    if (outline.getArea() <= 0) {
      throw new Fault("no-area", "");
    }
  }

  private static String text(JsonNode properties, String... names) {
    for (String name : names) {
      JsonNode value = properties.path(name);
      if (value.isString() || value.isNumber() || value.isBoolean()) {
        return value.asString().strip();
      }
    }
    return "";
  }

  private static boolean yes(String text) {
    return Set.of("true", "1", "是", "y", "yes").contains(text.toLowerCase(Locale.ROOT));
  }

  /** How many more points may be read. */
  static final class Budget {
    private int left;

    Budget(int left) {
      this.left = left;
    }

    void spend(int points) {
      left -= points;
      if (left < 0) {
        throw new LandRefused(
            "文件的坐标点超过 " + MOST_POINTS + " 个；请拆分或简化后再上传",
            "The file has more than " + MOST_POINTS + " points: split or simplify it");
      }
    }
  }

  /** What is wrong with one feature. */
  static final class Fault extends RuntimeException {
    final String code;
    final String value;

    Fault(String code, String value) {
      super(code, null, false, false);
      this.code = code;
      this.value = value;
    }
  }
}
