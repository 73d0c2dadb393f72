package org.mujian.reports;

/**
 * A number in a report.
 *
 * @param value as printed, with no more digits than the data have
 * @param unit printed behind it; may be empty
 * @param what it counts, for the list of references
 * @param source formula, basis, as-of day: how it was computed
 * @param href the page that shows it or what it was computed from
 */
public record Quoted(String value, String unit, String what, String source, String href) {

  public Quoted {
    if (value.isBlank() || what.isBlank() || source.isBlank() || !href.startsWith("/")) {
      throw new IllegalArgumentException("A number in a report has a value, a source and a page");
    }
  }
}
