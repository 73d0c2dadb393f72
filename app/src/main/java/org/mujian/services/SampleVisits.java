package org.mujian.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mujian.services.visit.Requests;
import org.mujian.services.visit.Visits;
import org.springframework.stereotype.Component;

/** The sample's visits and what came of them, invented. */
@Component
class SampleVisits {

  private final Visits visits;
  private final Requests requests;
  private final FirmChoice firms;

  SampleVisits(Visits visits, Requests requests, FirmChoice firms) {
    this.visits = visits;
    this.requests = requests;
    this.firms = firms;
  }

  void load(long zone, LocalDate today) {
    visit(zone, "示例精细化工有限公司", today.minusDays(40), "满负荷生产，计划扩建", null, null);
    visit(zone, "示例合成橡胶有限公司", today.minusDays(26), "出口订单增加，缺熟练工", null, null);
    visit(
        zone, "示例工程塑料有限公司", today.minusDays(18), "二季度产量持平，电费上升", "夜间电压波动，停机两次", today.minusDays(4));
    visit(
        zone,
        "示例防水卷材有限公司",
        today.minusDays(9),
        "新厂房已封顶，送去技改政策",
        "厂区门前道路未接通，大车绕行",
        today.plusDays(1));
    visit(zone, "示例石油装备有限公司", today.minusDays(5), "检维修基地等土地挂牌", "请说明挂牌时间安排", today.plusDays(10));
    visit(zone, "示例陆港物流有限公司", today.minusDays(2), "云仓试运行", null, null);
    requests.raise(
        zone,
        firms.get(zone, "示例精细化工有限公司"),
        "示例：扩建后需增加蒸汽每小时 12 吨，希望协调供热",
        today.minusDays(1),
        true);
  }

  private void visit(
      long zone,
      String firm,
      LocalDate on,
      String findings,
      @Nullable String problem,
      @Nullable LocalDate due) {
    visits.record(
        zone,
        firms.get(zone, firm),
        on,
        "行政服务局 王、李（示例）",
        "示例：" + findings,
        problem == null ? null : new Visits.Problem("示例：" + problem, "行政服务局（示例）", due),
        true);
  }
}
