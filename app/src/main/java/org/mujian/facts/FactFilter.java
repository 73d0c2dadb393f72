package org.mujian.facts;

/** What the list's form was asked, as text. */
public record FactFilter(
    String measure, String basis, String kind, String period, String asof, String problem) {

  boolean isAny() {
    return !(measure + basis + kind + period + asof).isEmpty();
  }
}
