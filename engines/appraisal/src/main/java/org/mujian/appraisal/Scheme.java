package org.mujian.appraisal;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is appraised and for how much, as data.
 *
 * @param points declared for the whole, for example 1000
 */
public record Scheme(String name, BigDecimal points, List<IndicatorClass> classes) {

  /**
   * @throws SchemeRefused when the points do not add up, with the sums by class, or when a code of
   *     an indicator or a class stands twice
   */
  public Scheme {
    classes = List.copyOf(classes);
    Weights weights = Weights.of(points, classes);
    Set<String> codes = new HashSet<>();
    for (IndicatorClass c : classes) {
      if (!codes.add("class " + c.code())) {
        throw new SchemeRefused("类别 " + c.code() + " 出现两次", weights);
      }
      for (Indicator indicator : c.indicators()) {
        if (!codes.add(indicator.code())) {
          throw new SchemeRefused("指标编号 " + indicator.code() + " 出现两次", weights);
        }
      }
    }
    if (!weights.addUp()) {
      throw new SchemeRefused("「" + name + "」的分值加起来不等于总分：" + weights, weights);
    }
  }

  public List<Indicator> indicators() {
    return classes.stream().flatMap(c -> c.indicators().stream()).toList();
  }
}
