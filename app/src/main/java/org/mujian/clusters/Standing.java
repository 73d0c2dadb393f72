package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.promotion.ChainPlace;
import org.mujian.promotion.ChainPlaces;
import org.mujian.promotion.ChainStanding;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The zone's clusters with all that is computed from their members' reports. */
@Component
@Transactional(readOnly = true)
class Standing {

  private static final int YEARS_BACK = 2;

  private final Clusters clusters;
  private final Reports reports;
  private final ChainPlaces places;
  private final ZoneEnterprises own;
  private final Enterprises enterprises;

  Standing(
      Clusters clusters,
      Reports reports,
      ChainPlaces places,
      ZoneEnterprises own,
      Enterprises enterprises) {
    this.clusters = clusters;
    this.reports = reports;
    this.places = places;
    this.own = own;
    this.enterprises = enterprises;
  }

  /**
   * One cluster, computed.
   *
   * @param due by which day the month's reports are due
   */
  record Computed(
      Cluster cluster,
      List<Member> members,
      Sheet sheet,
      YearMonth month,
      LocalDate due,
      Concentration concentration,
      ChainStanding standing) {}

  static Zone zone(Page page) {
    return Objects.requireNonNull(page.zone());
  }

  /** The last month that is over: the one whose reports are due or were. */
  static YearMonth ended(LocalDate today) {
    return YearMonth.from(today).minusMonths(1);
  }

  /** The month to show when none is asked for: the latest reported one that is over. */
  YearMonth month(long zone, LocalDate today) {
    YearMonth ended = ended(today);
    return reports.findLatest(zone).filter(latest -> latest.isBefore(ended)).orElse(ended);
  }

  List<Computed> list(Zone zone, YearMonth month) {
    List<Report> all = reports.list(zone.id(), month.minusYears(YEARS_BACK), month);
    Map<Long, List<Member>> members =
        clusters.listMembers(zone.id()).stream().collect(Collectors.groupingBy(Member::clusterId));
    LocalDate due = reports.due(month);
    return clusters.list(zone.id()).stream()
        .map(c -> compute(zone, c, members.getOrDefault(c.id(), List.of()), all, month, due))
        .toList();
  }

  Computed get(Zone zone, long id, YearMonth month) {
    Cluster cluster = clusters.get(zone.id(), id);
    return compute(
        zone,
        cluster,
        clusters.listMembers(zone.id(), id),
        reports.list(zone.id(), month.minusYears(YEARS_BACK), month),
        month,
        reports.due(month));
  }

  private Computed compute(
      Zone zone,
      Cluster cluster,
      List<Member> members,
      List<Report> all,
      YearMonth month,
      LocalDate due) {
    Sheet sheet = new Sheet(members, all);
    List<BigDecimal> zoneOutputs =
        all.stream()
            .filter(report -> report.month().equals(month))
            .flatMap(report -> report.find(Item.OUTPUT).stream())
            .toList();
    return new Computed(
        cluster,
        members,
        sheet,
        month,
        due,
        Concentration.of(sheet.values(Item.OUTPUT, month).values(), zoneOutputs),
        places.standing(zone.division(), places(cluster)));
  }

  List<ChainPlace> places(Cluster cluster) {
    return cluster.links().stream()
        .flatMap(link -> places.find(link.chain(), link.link()).stream())
        .toList();
  }

  /** The names of the members, also of such as are no longer of the zone. */
  Map<Long, String> names(long zone, List<Member> members) {
    Map<Long, String> names =
        own.list(zone).stream().collect(Collectors.toMap(Enterprise::id, Enterprise::name));
    for (Member member : members) {
      names.computeIfAbsent(member.enterpriseId(), id -> name(zone, id));
    }
    return names;
  }

  String name(long zone, long enterprise) {
    Optional<Enterprise> found = enterprises.find(List.of(0L, zone), enterprise);
    return found.map(Enterprise::name).orElse("#" + enterprise);
  }

  /** Every member once, for sums over all clusters. */
  static List<Member> distinct(List<Computed> all) {
    Map<Long, Member> once =
        all.stream()
            .flatMap(c -> c.members().stream())
            .collect(Collectors.toMap(Member::enterpriseId, m -> m, (first, second) -> first));
    return new ArrayList<>(once.values());
  }
}
