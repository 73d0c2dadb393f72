package org.mujian.projects;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.mujian.projects.plan.Measure;
import org.mujian.projects.plan.Weights;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The zone's published weights. */
@Component
@Transactional
class PlanWeights {

  private final JdbcClient jdbc;
  private final Changes changes;

  PlanWeights(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  Weights get(long zone) {
    Map<Measure, BigDecimal> points = new EnumMap<>(Measure.class);
    jdbc.sql("SELECT measure, points FROM plan_weight WHERE zone_id = ?")
        .param(zone)
        .query(
            row -> {
              points.put(
                  Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT)),
                  row.getBigDecimal("points").stripTrailingZeros());
            });
    return new Weights(points);
  }

  /** From now on; plans that were made keep the weights they were made with. */
  void set(long zone, Weights weights, String why) {
    if (why.isBlank()) {
      throw new ProjectRefused("请写明依据：权重是公布的规则，改动要说得出出处");
    }
    changes.join(zone, "方案权重：" + why.strip());
    weights
        .points()
        .forEach(
            (measure, points) ->
                jdbc.sql(
                        """
                        INSERT INTO plan_weight (zone_id, measure, points) VALUES (?, ?, ?)
                        ON CONFLICT (zone_id, measure) DO UPDATE SET points = excluded.points
                          WHERE plan_weight.points <> excluded.points
                        """)
                    .params(zone, measure.code(), points)
                    .update());
  }
}
