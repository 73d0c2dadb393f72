package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.mujian.clusters.Standing.Computed;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** Last month's output of all clusters, and which of them wait for reports or fall. */
@Component
class ClustersPanel implements Panel {

  private final Standing standing;

  ClustersPanel(Standing standing) {
    this.standing = standing;
  }

  @Override
  public int programme() {
    return 4;
  }

  @Override
  public Content content(Page page) {
    YearMonth month = standing.month(Standing.zone(page).id(), page.today());
    List<Computed> all = standing.list(Standing.zone(page), month);
    if (all.isEmpty()) {
      boolean mayWork = Rights.mayWork(page.account(), Standing.zone(page).id());
      return new Content(
          null,
          "",
          null,
          List.of(),
          new Todo(
              page.t("clusters.empty"),
              mayWork ? page.t("clusters.new") : null,
              mayWork ? page.in("clusters/new") : null));
    }
    List<Line> lines = new ArrayList<>();
    all.stream()
        .sorted(
            Comparator.comparing((Computed c) -> ClusterWords.light(page, c).state()).reversed())
        .forEach(c -> lines.add(new Line(c.cluster().name(), inShort(page, c))));
    // An enterprise in two clusters is added once; every sheet has all reports of the zone.
    List<Report> reports = new ArrayList<>();
    List<Member> members = Standing.distinct(all);
    for (Member member : members) {
      all.getFirst().sheet().find(month, member.enterpriseId()).ifPresent(reports::add);
    }
    Sheet.Sum sum = new Sheet(members, reports).sum(Item.OUTPUT, month);
    BigDecimal value = sum.value();
    return new Content(
        value == null ? null : ClusterWords.number(page, value),
        page.t("clusters.panel", month.toString(), sum.reported(), sum.members()),
        worst(page, all),
        lines,
        null);
  }

  /** How many reports are missing, or how output moves. */
  private static String inShort(Page page, Computed of) {
    int missing = of.sheet().listMissing(of.month()).size();
    int members = of.sheet().members(of.month()).size();
    if (missing > 0) {
      return page.t("clusters.panel.missing", missing, members);
    }
    String year = ClusterWords.growth(of.sheet().sum(Item.OUTPUT, of.month()).year());
    return year.isEmpty()
        ? ClusterWords.light(page, of).reason()
        : page.t("clusters.panel.year", year);
  }

  private static Light worst(Page page, List<Computed> all) {
    List<Light.State> states = all.stream().map(c -> ClusterWords.light(page, c).state()).toList();
    Light.State worst = Collections.max(states);
    return new Light(
        worst, page.t("clusters.panel." + worst.style(), Collections.frequency(states, worst)));
  }
}
