package org.mujian.governance;

import java.math.BigDecimal;
import java.util.List;
import org.mujian.appraisal.IndicatorClass;
import org.mujian.appraisal.Scheme;
import org.mujian.appraisal.Weights;

/**
 * A scheme as it is brought.
 *
 * @param own ships with the program: ours, not the province's
 * @param points declared for the whole
 */
record SchemeDraft(
    String name,
    boolean own,
    BigDecimal points,
    String source,
    boolean sample,
    List<ClassDraft> classes) {

  /** A class with what it declares. */
  record ClassDraft(String code, String name, BigDecimal points, List<IndicatorDraft> indicators) {
    IndicatorClass asClass() {
      return new IndicatorClass(
          code, name, points, indicators.stream().map(IndicatorDraft::indicator).toList());
    }
  }

  Weights weights() {
    return Weights.of(points, classes.stream().map(ClassDraft::asClass).toList());
  }

  /**
   * @throws org.mujian.appraisal.SchemeRefused when it cannot be
   */
  Scheme scheme() {
    return new Scheme(name, points, classes.stream().map(ClassDraft::asClass).toList());
  }
}
