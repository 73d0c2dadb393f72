package org.mujian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number on a page, with where it comes from; the template {@code kit/figure} shows it.
 *
 * @param value as shown, with no more digits than the data have; null when there is none
 * @param unit may be empty
 * @param missing why there is no value; null when there is one
 * @param source formula, inputs, source, period, known-at: what applies
 */
public record Figure(
    @Nullable String value, String unit, @Nullable String missing, List<Line> source) {

  /**
   * @param href where the line leads, or null
   */
  public record Line(String name, String text, @Nullable String href) {}

  public Figure {
    if ((value == null) == (missing == null)) {
      throw new IllegalArgumentException("A figure has a value or says why it has none");
    }
  }

  public static Figure of(String value, String unit, Line... source) {
    return new Figure(value, unit, null, List.of(source));
  }

  public static Figure missing(String why, String unit, Line... source) {
    return new Figure(null, unit, why, List.of(source));
  }
}
