package org.mujian.clusters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a monthly report says: its columns. Money is in 万元, energy in 吨标准煤, as typed, kept and
 * shown.
 */
public enum Item {
  OUTPUT("industrial-output", "万元", "产值", "工业总产值", "总产值", "当月产值", "工业产值", "Output"),
  REVENUE("revenue", "万元", "营业收入", "主营业务收入", "销售收入", "Revenue"),
  TAX("tax", "万元", "税金", "税收", "入库税金", "实缴税金", "税金总额", "Tax"),
  EXPORTS("exports", "万元", "出口额", "出口", "出口交货值", "出口总额", "Exports"),
  EMPLOYEES(null, "人", "从业人员", "期末从业人员", "职工人数", "从业人数", "Employees"),
  ENERGY("energy-use", "吨标准煤", "综合能耗", "综合能源消费量", "能源消费量", "能耗", "Energy");

  private final @Nullable String measure;
  private final String unit;
  private final List<String> names;

  Item(@Nullable String measure, String unit, String... names) {
    this.measure = measure;
    this.unit = unit;
    this.names = List.of(names);
  }

  /** The column, the API's name, and the last part of message keys. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure of the facts under which the cluster's sum is put in; null when there is none. */
  @Nullable String measure() {
    return measure;
  }

  public String unit() {
    return unit;
  }

  /** Headers by which a file's column is known. */
  List<String> names() {
    return names;
  }

  /** Headcount is a stock: it is never added over months. */
  public boolean isStock() {
    return this == EMPLOYEES;
  }

  static Optional<Item> find(String code) {
    return Arrays.stream(values()).filter(item -> item.code().equals(code)).findFirst();
  }
}
