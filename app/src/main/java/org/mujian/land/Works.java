package org.mujian.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mujian.store.Changes;
import org.mujian.units.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public works of a zone: schedule, payments, and what they deliver. */
@Component
@Transactional
public class Works {

  private final WorkRows rows;
  private final Land land;
  private final States states;
  private final Changes changes;
  private final ApplicationEventPublisher events;

  Works(
      WorkRows rows, Land land, States states, Changes changes, ApplicationEventPublisher events) {
    this.rows = rows;
    this.land = land;
    this.states = states;
    this.changes = changes;
    this.events = events;
  }

  public List<Work> list(long zone) {
    return rows.list(zone);
  }

  public Optional<Work> find(long zone, long id) {
    return rows.find(zone, id);
  }

  public Work get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchLand("工程 " + id));
  }

  Work create(long zone, WorkRows.New wanted) {
    check(wanted);
    changes.join(zone, "新建工程 " + wanted.name());
    return rows.add(zone, wanted);
  }

  /**
   * Corrects what a work is and what it may cost; its forecast, its payments and its completion
   * have acts of their own.
   *
   * @param version that the correction was made from
   */
  Work change(long zone, long id, int version, WorkRows.New by) {
    check(by);
    Work work = rows.lock(zone, id);
    Money estimate = by.estimate();
    Money cap = estimate == null ? Money.ZERO : estimate;
    if (work.paid().compareTo(cap) > 0) {
      throw new LandRefused(
          "工程「%s」已付 %s 万元，概算不能少于它".formatted(work.name(), wan(work.paid())),
          "%s: %s (10,000 yuan) is paid, the estimate cannot be less"
              .formatted(work.name(), wan(work.paid())));
    }
    LocalDate started = by.started();
    LocalDate finished = work.finished();
    if (started != null && finished != null && finished.isBefore(started)) {
      throw new LandRefused(
          "工程「%s」%s 已完工，开工不能晚于它".formatted(work.name(), finished),
          "%s was finished on %s and cannot have started later".formatted(work.name(), finished));
    }
    changes.join(zone, "修改工程 " + by.name());
    if (!rows.change(work, version, by)) {
      throw new LandRefused(
          "工程「" + work.name() + "」刚刚被别人改过；请重新读取后再改",
          work.name() + " was changed by somebody else; read it again");
    }
    return get(zone, id);
  }

  private void check(WorkRows.New by) {
    if (!by.number().matches("\\S{1,30}")) {
      throw new LandRefused(
          "工程编号「" + by.number() + "」不对：1 至 30 个字，不含空格",
          "The number '" + by.number() + "' is not 1 to 30 characters without blanks");
    }
    if (by.name().isBlank() || by.name().length() > 60) {
      throw new LandRefused("工程名称须为 1 至 60 个字", "A work's name has 1 to 60 characters");
    }
    Money estimate = by.estimate();
    if (by.budget().yuan().signum() < 0 || estimate != null && estimate.yuan().signum() < 0) {
      throw new LandRefused("预算和概算不能小于 0", "Budget and estimate are not below 0");
    }
    LocalDate start = by.plannedStart();
    if (start != null && by.plannedFinish().isBefore(start)) {
      throw new LandRefused(
          "计划完工 %s 早于计划开工 %s".formatted(by.plannedFinish(), start),
          "The planned finish %s is before the start %s".formatted(by.plannedFinish(), start));
    }
    LocalDate started = by.started();
    if (started != null && started.isAfter(states.today())) {
      throw new LandRefused(
          "开工日期 " + started + " 在今天之后", "The start " + started + " is after today");
    }
  }

  /**
   * Says when a work will be finished now; the parcels that wait for it move with it.
   *
   * @param why what happened, for the record
   * @return what moved
   */
  public List<Land.Moved> forecast(long zone, long id, LocalDate date, String why) {
    Work work = rows.lock(zone, id);
    if (work.finished() != null) {
      throw new LandRefused(
          "工程「" + work.name() + "」已完工，不再预测", work.name() + " is finished: no more forecasts");
    }
    if (date.isBefore(states.today()) || why.isBlank()) {
      throw new LandRefused("预测完工须在今天或以后，并写明原因", "A forecast is not in the past and says why");
    }
    List<Land.Moved> moved = land.consequencesOf(zone, id, date);
    changes.join(zone, "工程「" + work.name() + "」预测完工 " + work.forecast() + " → " + date + "：" + why);
    rows.setForecast(work, date);
    events.publishEvent(
        new WorkForecastChanged(
            zone, id, work.forecast(), date, moved.stream().map(Land.Moved::parcelId).toList()));
    return moved;
  }

  /** A work is finished by its acceptance paper; its connections still need their own. */
  void finish(long zone, long id, LocalDate date, String evidence) {
    Work work = rows.lock(zone, id);
    if (date.isAfter(states.today()) || evidence.isBlank()) {
      throw new LandRefused(
          "完工日期不晚于今天，并须写明验收依据", "A work is finished by today, with its acceptance paper");
    }
    changes.join(zone, "工程「" + work.name() + "」完工：" + evidence);
    rows.setFinished(work, date, evidence);
  }

  /**
   * @throws LandRefused when all payments together would exceed the approved estimate
   */
  void pay(long zone, long id, Money amount, LocalDate on, String document) {
    Work work = rows.find(zone, id).orElseThrow(() -> new NoSuchLand("工程 " + id));
    if (amount.yuan().signum() <= 0 || document.isBlank() || on.isAfter(states.today())) {
      throw new LandRefused(
          "付款须大于 0、日期不晚于今天，并写明凭证号", "A payment is above 0, not in the future, with its document");
    }
    changes.join(
        zone,
        "工程「" + work.name() + "」付款 " + amount.wan().stripTrailingZeros().toPlainString() + " 万元");
    if (!rows.pay(work, amount, on, document)) {
      Work now = get(zone, id);
      Money estimate = now.estimate();
      String cap = estimate == null ? "未批复" : wan(estimate) + " 万元";
      throw new LandRefused(
          "工程「%s」概算 %s，已付 %s 万元，本次 %s 万元超出；须先调整概算"
              .formatted(now.name(), cap, wan(now.paid()), wan(amount)),
          "%s: estimate %s, paid %s, this payment of %s (10,000 yuan) exceeds it"
              .formatted(
                  now.name(),
                  estimate == null ? "not approved" : wan(estimate),
                  wan(now.paid()),
                  wan(amount)));
    }
  }

  private static String wan(Money money) {
    java.math.BigDecimal bare = money.wan().stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  List<LandViews.Payment> listPayments(long zone, long id) {
    return rows.listPayments(zone, id);
  }

  /** What was paid for works within a year. */
  Money paidIn(long zone, int year) {
    return rows.paidIn(zone, year);
  }

  /** By work: how many parcels wait for it. */
  Map<Long, Long> countWaiting(long zone) {
    return rows.countWaiting(zone);
  }

  /**
   * What is still to be spent on each parcel: of works that it waits for, what is not yet paid of
   * the estimate (of the budget where none is approved), shared by area among all that wait. A
   * parcel that waits for a connection which no work delivers has no cost on record and is absent;
   * one that waits for nothing costs nothing.
   */
  public Map<Long, Money> stillToSpend(long zone) {
    return rows.stillToSpend(zone);
  }

  List<WorkRows.Delivery> listDeliveries(long zone, long id) {
    return rows.listDeliveries(zone, id);
  }
}
