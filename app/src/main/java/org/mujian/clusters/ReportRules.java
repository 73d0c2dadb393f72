package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.ImportKind.RowFault;
import org.mujian.documents.ImportKind.RowRule;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a row of a monthly report must be, beyond cells that can be read. */
@Component
@Transactional(readOnly = true)
class ReportRules {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final YearMonth EARLIEST = YearMonth.of(1990, 1);

  private final ZoneEnterprises enterprises;
  private final Reports reports;
  private final Clock clock;

  ReportRules(ZoneEnterprises enterprises, Reports reports, Clock clock) {
    this.enterprises = enterprises;
    this.reports = reports;
    this.clock = clock;
  }

  YearMonth thisMonth() {
    return YearMonth.now(clock.withZone(CHINA));
  }

  /** The zone's own enterprises by code and by name; a name that two have finds none. */
  static final class Known {
    private final Map<String, Enterprise> byCode = new HashMap<>();
    private final Map<String, Enterprise> byName = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    Known(List<Enterprise> all) {
      for (Enterprise enterprise : all) {
        String code = enterprise.creditCode();
        if (code != null) {
          byCode.put(code, enterprise);
        }
        if (byName.put(enterprise.name(), enterprise) != null) {
          twice.add(enterprise.name());
        }
      }
    }

    boolean isTwice(String name) {
      return twice.contains(name);
    }

    Optional<Enterprise> find(@Nullable String code, String name) {
      if (code != null) {
        return Optional.ofNullable(byCode.get(code.toUpperCase(java.util.Locale.ROOT)));
      }
      return twice.contains(name) ? Optional.empty() : Optional.ofNullable(byName.get(name));
    }
  }

  private record Key(long enterprise, YearMonth month) {}

  Known known(long zone) {
    return new Known(enterprises.list(zone));
  }

  /** For one reading of a file. */
  RowRule of(long zone) {
    Known known = known(zone);
    YearMonth now = thisMonth();
    Map<Key, Report> standing = new HashMap<>();
    reports
        .list(zone, EARLIEST, now)
        .forEach(report -> standing.put(new Key(report.enterpriseId(), report.month()), report));
    Set<Key> seen = new HashSet<>();
    return row -> findFault(row, known, now, standing, seen);
  }

  private static @Nullable RowFault findFault(
      List<@Nullable String> row,
      Known known,
      YearMonth now,
      Map<Key, Report> standing,
      Set<Key> seen) {
    String name = Objects.requireNonNull(row.get(ReportImport.NAME));
    @Nullable String code = row.get(ReportImport.CODE);
    Optional<Enterprise> enterprise = known.find(code, name);
    if (enterprise.isEmpty()) {
      boolean unclear = code == null && known.isTwice(name);
      return new RowFault("name", unclear ? "enterprise-unclear" : "enterprise-not-in-zone");
    }
    YearMonth month = YearMonth.parse(Objects.requireNonNull(row.get(ReportImport.MONTH)));
    if (month.isAfter(now)) {
      return new RowFault("month", "month-future");
    }
    Map<Item, BigDecimal> values = ReportImport.values(row);
    if (values.isEmpty()) {
      return new RowFault("name", "no-figures");
    }
    Key key = new Key(enterprise.get().id(), month);
    if (!seen.add(key)) {
      return new RowFault("month", "month-twice");
    }
    Report report = standing.get(key);
    return report == null ? null : differing(report, values);
  }

  private static @Nullable RowFault differing(Report report, Map<Item, BigDecimal> values) {
    for (Item item : Item.values()) {
      BigDecimal before = report.values().get(item);
      BigDecimal now = values.get(item);
      if (before != null && now != null && before.compareTo(now) != 0) {
        return new RowFault(item.code(), "month-stands");
      }
    }
    return null;
  }
}
