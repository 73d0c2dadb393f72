package org.mujian.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mujian.units.Money;
import org.mujian.web.Figure;
import org.mujian.web.GoalSource;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** The year's targets that land counts: what is paid for works, and what can be supplied. */
@Component
class LandGoals implements GoalSource {

  private final Parcels parcels;
  private final Works works;

  LandGoals(Parcels parcels, Works works) {
    this.parcels = parcels;
    this.works = works;
  }

  @Override
  public Optional<Reached> reached(Page page, String target) {
    if (target.contains("基础设施投资")) {
      return paid(page);
    }
    return target.contains("可供地") ? supplyable(page) : Optional.empty();
  }

  private Optional<Reached> paid(Page page) {
    long zone = Objects.requireNonNull(page.zone()).id();
    List<Work> all = works.list(zone);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int year = page.today().getYear();
    Money paid = works.paidIn(zone, year);
    BigDecimal wan = paid.wan().setScale(0, RoundingMode.HALF_UP);
    long late =
        all.stream().filter(w -> WorkPages.light(page, w).state() == Light.State.BAD).count();
    return Optional.of(
        new Reached(
            Figure.of(
                page.number(wan),
                "",
                new Figure.Line(
                    page.t("land.goal.formula"),
                    page.t("land.goal.paid", String.valueOf(year)),
                    null),
                new Figure.Line(
                    page.t("land.goal.source"), page.t("land.works"), page.in("land/works"))),
            late == 0
                ? new Light(Light.State.OK, page.t("land.panel.on-plan"))
                : new Light(Light.State.BAD, page.t("land.panel.late", late))));
  }

  private Optional<Reached> supplyable(Page page) {
    List<ParcelState> all = parcels.list(Objects.requireNonNull(page.zone()).id());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<ParcelState> ready =
        all.stream().filter(s -> s.status() == ParcelStatus.SUPPLYABLE).toList();
    List<ParcelState> waiting =
        all.stream().filter(s -> s.status() == ParcelStatus.WAITING).toList();
    boolean late = waiting.stream().anyMatch(s -> s.supplyable().state() == Light.State.BAD);
    return Optional.of(
        new Reached(
            Figure.of(
                LandPages.area(ready).mu(1).toPlainString(),
                "",
                new Figure.Line(
                    page.t("land.goal.formula"),
                    page.t("land.goal.supplyable", ready.size()),
                    null),
                new Figure.Line(
                    page.t("land.goal.source"),
                    page.t("land.parcels"),
                    page.in("land?status=supplyable"))),
            new Light(
                late ? Light.State.BAD : Light.State.OK,
                page.t("land.goal.waiting", waiting.size()))));
  }
}
