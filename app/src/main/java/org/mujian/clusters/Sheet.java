package org.mujian.clusters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a cluster's members, to be added up by month. Pure: what was not reported is
 * counted as missing and never as 0.
 */
final class Sheet {

  private final List<Member> members;
  private final Map<YearMonth, Map<Long, Report>> reports = new HashMap<>();

  Sheet(List<Member> members, List<Report> reports) {
    this.members = List.copyOf(members);
    for (Report report : reports) {
      this.reports
          .computeIfAbsent(report.month(), month -> new HashMap<>())
          .put(report.enterpriseId(), report);
    }
  }

  /**
   * @param members of the cluster in that month
   * @param reported how many of them have the figure
   * @param value of those who have it; null when nobody has
   */
  record Sum(
      Item item,
      YearMonth month,
      int members,
      int reported,
      @Nullable BigDecimal value,
      Growth year,
      Growth before) {

    boolean isWhole() {
      return members > 0 && reported == members;
    }
  }

  /**
   * How the members that have the figure in both months moved together: who joined or did not
   * report moves nothing.
   *
   * @param percent rounded half up to one decimal; null when {@code pairs} is 0 or they had nothing
   *     (or less) before
   * @param pairs how many members have it in both months
   */
  record Growth(@Nullable BigDecimal percent, int pairs) {}

  /** The members whose enterprise was in the cluster by the end of the month. */
  List<Member> members(YearMonth month) {
    return members.stream()
        .filter(m -> m.since() == null || !YearMonth.from(m.since()).isAfter(month))
        .toList();
  }

  /** The members of the month without any report of it. */
  List<Member> listMissing(YearMonth month) {
    return members(month).stream()
        .filter(member -> find(month, member.enterpriseId()).isEmpty())
        .toList();
  }

  Optional<Report> find(YearMonth month, long enterprise) {
    return Optional.ofNullable(reports.getOrDefault(month, Map.of()).get(enterprise));
  }

  Sum sum(Item item, YearMonth month) {
    Map<Long, BigDecimal> values = values(item, month);
    return new Sum(
        item,
        month,
        members(month).size(),
        values.size(),
        values.isEmpty() ? null : add(values),
        growth(values, values(item, month.minusYears(1))),
        growth(values, values(item, month.minusMonths(1))));
  }

  /** What each member of the month that has the figure reported, by enterprise. */
  Map<Long, BigDecimal> values(Item item, YearMonth month) {
    Map<Long, BigDecimal> values = new TreeMap<>();
    for (Member member : members(month)) {
      find(month, member.enterpriseId())
          .flatMap(report -> report.find(item))
          .ifPresent(value -> values.put(member.enterpriseId(), value));
    }
    return values;
  }

  private static BigDecimal add(Map<Long, BigDecimal> values) {
    return values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Growth growth(Map<Long, BigDecimal> now, Map<Long, BigDecimal> before) {
    Map<Long, BigDecimal> both = new TreeMap<>(now);
    both.keySet().retainAll(before.keySet());
    BigDecimal base =
        both.keySet().stream()
            .map(id -> Objects.requireNonNull(before.get(id)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (base.signum() <= 0) {
      return new Growth(null, both.size());
    }
    BigDecimal percent =
        add(both)
            .subtract(base)
            .multiply(BigDecimal.valueOf(100))
            .divide(base, 1, RoundingMode.HALF_UP);
    return new Growth(percent, both.size());
  }
}
