package org.mujian.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** What matters first about land: how much can be supplied, and which works are late. */
@Component
class LandPanel implements Panel {

  private static final int LINES = 3;

  private final Parcels parcels;
  private final Works works;

  LandPanel(Parcels parcels, Works works) {
    this.parcels = parcels;
    this.works = works;
  }

  @Override
  public int programme() {
    return 1;
  }

  @Override
  public Content content(Page page) {
    long zone = Objects.requireNonNull(page.zone()).id();
    List<ParcelState> all = parcels.list(zone);
    if (all.isEmpty()) {
      Todo todo = new Todo(page.t("land.empty"), page.t("land.import"), page.in("land/import"));
      return new Content(null, "", null, List.of(), todo);
    }
    List<ParcelState> ready =
        all.stream().filter(s -> s.status() == ParcelStatus.SUPPLYABLE).toList();
    List<Work> late = works.list(zone).stream().filter(work -> isLate(page, work)).toList();
    return new Content(
        LandPages.area(ready).mu(1).toPlainString(),
        page.t("land.panel.label", ready.size(), all.size()),
        light(page, late),
        lines(page, all, late),
        null);
  }

  private static boolean isLate(Page page, Work work) {
    return WorkPages.light(page, work).state() == Light.State.BAD;
  }

  private static @Nullable Light light(Page page, List<Work> late) {
    return late.isEmpty()
        ? new Light(Light.State.OK, page.t("land.panel.on-plan"))
        : new Light(Light.State.BAD, page.t("land.panel.late", late.size()));
  }

  private List<Line> lines(Page page, List<ParcelState> all, List<Work> late) {
    List<Line> lines = new ArrayList<>();
    for (Work work : late) {
      long waiting = waiting(all, work);
      lines.add(
          new Line(
              page.t("land.panel.work", work.name(), waiting), String.valueOf(work.forecast())));
    }
    long blocked = all.stream().filter(s -> s.status() == ParcelStatus.BLOCKED).count();
    if (blocked > 0) {
      lines.add(new Line(page.t("land.panel.blocked", blocked), page.t("land.status.blocked")));
    }
    all.stream()
        .filter(s -> s.status() == ParcelStatus.IDLE)
        .sorted(Comparator.comparing(s -> s.parcel().number()))
        .forEach(
            s ->
                lines.add(
                    new Line(
                        page.t("land.panel.idle", s.parcel().number()),
                        s.parcel().area().mu(1) + " " + page.t("land.mu"))));
    return lines.stream().limit(LINES).toList();
  }

  /** Parcels whose connections this work still owes. */
  private long waiting(List<ParcelState> all, Work work) {
    long zone = work.zoneId();
    List<Long> inUse = all.stream().map(s -> s.parcel().id()).toList();
    return works.listDeliveries(zone, work.id()).stream()
        .filter(d -> d.actual() == null && inUse.contains(d.parcelId()))
        .map(WorkRows.Delivery::parcelId)
        .distinct()
        .count();
  }
}
