package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What makes a project worth a zone's factors. The weights are published; who owns the firm and
 * where it comes from is not among them.
 */
public enum Measure {
  /** 亿元. */
  INVESTMENT("100"),
  /** 亿元 a year at full production. */
  OUTPUT("50"),
  /** 万元 a year at full production. */
  TAX("0.05"),
  /** People. */
  JOBS("0.2"),
  /** 1 when it fills a link that the zone's chains lack. */
  LINK("100"),
  /** 吨标准煤 a year: a cost, its points are taken off. */
  ENERGY("0.01");

  private final BigDecimal points;

  Measure(String points) {
    this.points = new BigDecimal(points);
  }

  /** A unit's points until the zone says otherwise. */
  public BigDecimal usualPoints() {
    return points;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isCost() {
    return this == ENERGY;
  }
}
