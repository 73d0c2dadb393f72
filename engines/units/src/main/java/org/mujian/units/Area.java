package org.mujian.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A land area, kept in square metres with six decimals (as the database column {@code
 * numeric(18,6)} keeps it).
 *
 * <p>1 亩 (mu) is exactly 2000/3 m², so a mu value with up to four decimals comes back unchanged
 * from {@link #ofMu} and {@link #mu}: the rounding to 10⁻⁶ m² is worth at most 7.5·10⁻¹⁰ mu. 1
 * hectare is 15 mu, 1 km² is 1,500 mu.
 */
public record Area(BigDecimal squareMetres) implements Comparable<Area> {

  public static final Area ZERO = ofSquareMetres(BigDecimal.ZERO);

  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal TWO_THOUSAND = BigDecimal.valueOf(2000);

  public Area {
    if (squareMetres.signum() < 0) {
      throw new IllegalArgumentException("An area is never negative: " + squareMetres + " m²");
    }
    squareMetres = squareMetres.setScale(6, RoundingMode.HALF_EVEN);
  }

  public static Area ofSquareMetres(BigDecimal squareMetres) {
    return new Area(squareMetres);
  }

  public static Area ofMu(BigDecimal mu) {
    return new Area(mu.multiply(TWO_THOUSAND).divide(THREE, 6, RoundingMode.HALF_EVEN));
  }

  public static Area ofHectares(BigDecimal hectares) {
    return new Area(hectares.movePointRight(4));
  }

  public static Area ofSquareKilometres(BigDecimal squareKilometres) {
    return new Area(squareKilometres.movePointRight(6));
  }

  /** In mu, rounded to four decimals. */
  public BigDecimal mu() {
    return mu(4);
  }

  /** In mu, rounded once, here, to the decimals that will be shown. */
  public BigDecimal mu(int decimals) {
    return squareMetres.multiply(THREE).divide(TWO_THOUSAND, decimals, RoundingMode.HALF_UP);
  }

  /** In square kilometres, exact. */
  public BigDecimal squareKilometres() {
    return squareMetres.movePointLeft(6);
  }

  /** In hectares, exact. */
  public BigDecimal hectares() {
    return squareMetres.movePointLeft(4);
  }

  public Area plus(Area other) {
    return new Area(squareMetres.add(other.squareMetres));
  }

  /**
   * @throws IllegalArgumentException when {@code other} is the larger one
   */
  public Area minus(Area other) {
    return new Area(squareMetres.subtract(other.squareMetres));
  }

  @Override
  public int compareTo(Area other) {
    return squareMetres.compareTo(other.squareMetres);
  }
}
