package org.mujian.land;

import java.time.LocalDate;
import java.util.List;
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
    changes.join(zone, "新建工程 " + wanted.name());
    return rows.add(zone, wanted);
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

  List<WorkRows.Delivery> listDeliveries(long zone, long id) {
    return rows.listDeliveries(zone, id);
  }
}
