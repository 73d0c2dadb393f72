package org.mujian.clusters;

import java.time.YearMonth;
import java.util.List;
import org.mujian.clusters.Standing.Computed;
import org.mujian.web.Page;
import org.mujian.web.TodaySource;
import org.springframework.stereotype.Component;

/** The reports of the month that is over and are not all in. */
@Component
class ClustersToday implements TodaySource {

  private final Standing standing;

  ClustersToday(Standing standing) {
    this.standing = standing;
  }

  @Override
  public List<Item> today(Page page) {
    YearMonth month = Standing.ended(page.today());
    return standing.list(Standing.zone(page), month).stream()
        .filter(c -> !c.sheet().listMissing(month).isEmpty())
        .map(c -> item(page, c))
        .toList();
  }

  private static Item item(Page page, Computed of) {
    return new Item(
        Kind.DUE,
        page.t(
            "clusters.today",
            of.month().toString(),
            of.sheet().listMissing(of.month()).size(),
            of.sheet().members(of.month()).size()),
        of.cluster().name(),
        page.t("clusters.bureau"),
        of.due(),
        page.in(
            "clusters/reports?month="
                + of.month()
                + "&cluster="
                + of.cluster().id()
                + "&missing=1"));
  }
}
