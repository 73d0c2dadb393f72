package org.mujian.clusters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.RowEdits;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.springframework.stereotype.Component;

/** Takes back a list of reports that went out as a file and was corrected in Excel. */
@Component
class ReportEdits implements RowEdits {

  private final Reports reports;
  private final Enterprises enterprises;

  ReportEdits(Reports reports, Enterprises enterprises) {
    this.reports = reports;
    this.enterprises = enterprises;
  }

  @Override
  public Map<Long, Current> current(long zone, Collection<Long> ids) {
    Map<Long, Current> rows = new HashMap<>();
    for (Report report : reports.list(zone, ids)) {
      rows.put(report.id(), new Current(report.version(), values(zone, report)));
    }
    return rows;
  }

  /** In the order of the import's columns. */
  private List<@Nullable String> values(long zone, Report report) {
    @Nullable Enterprise enterprise =
        enterprises.find(List.of(0L, zone), report.enterpriseId()).orElse(null);
    List<@Nullable String> values = new ArrayList<>();
    values.add(enterprise == null ? "" : enterprise.name());
    values.add(enterprise == null ? null : enterprise.creditCode());
    values.add(report.month().toString());
    for (Item item : Item.values()) {
      values.add(report.find(item).map(BigDecimal::toPlainString).orElse(null));
    }
    return values;
  }

  /**
   * A row whose enterprise or month was changed means another report: it is not written, and shows
   * as a conflict. Nor is one from which all figures were taken.
   */
  @Override
  public int apply(long zone, List<Edit> edits) {
    Map<Long, Report> standing = new HashMap<>();
    reports
        .list(zone, edits.stream().map(Edit::id).toList())
        .forEach(report -> standing.put(report.id(), report));
    int written = 0;
    for (Edit edit : edits) {
      Report report = standing.get(edit.id());
      Map<Item, BigDecimal> values = report == null ? Map.of() : changed(report, edit);
      if (!values.isEmpty()
          && reports.rewrite(zone, edit.id(), edit.version(), values, "Excel 更正")) {
        written++;
      }
    }
    return written;
  }

  private static Map<Item, BigDecimal> changed(Report report, Edit edit) {
    Map<Item, BigDecimal> values = new EnumMap<>(Item.class);
    values.putAll(report.values());
    for (Map.Entry<String, @Nullable String> cell : edit.values().entrySet()) {
      @Nullable Item item = Item.find(cell.getKey()).orElse(null);
      if (item == null) {
        return Map.of();
      }
      if (cell.getValue() == null) {
        values.remove(item);
      } else {
        values.put(item, new BigDecimal(Objects.requireNonNull(cell.getValue())));
      }
    }
    return values;
  }
}
