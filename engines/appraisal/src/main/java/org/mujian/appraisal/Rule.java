package org.mujian.appraisal;

import java.math.BigDecimal;
import java.util.List;

/** How an indicator earns its points. Every rule is monotone: better never earns less. */
public sealed interface Rule {

  /** The largest share of the points that can be earned; above 1 there is a bonus. */
  default BigDecimal most() {
    return BigDecimal.ONE;
  }

  /** Whether a smaller value is the better one. */
  boolean lowerIsBetter();

  boolean needsTarget();

  boolean needsBase();

  /**
   * Higher is better: value ÷ target of the points, at least none and at most {@code cap}.
   *
   * @param cap 1 to 2; 1 means that more than the target earns nothing more
   */
  record Completion(BigDecimal cap) implements Rule {
    public Completion {
      require(in(cap, "1", "2"), "cap is 1 to 2: " + cap);
    }

    @Override
    public BigDecimal most() {
      return cap;
    }

    @Override
    public boolean lowerIsBetter() {
      return false;
    }

    @Override
    public boolean needsTarget() {
      return true;
    }

    @Override
    public boolean needsBase() {
      return false;
    }
  }

  /** Lower is better: all points up to the target, above it target ÷ value of them. */
  record Reverse() implements Rule {
    @Override
    public boolean lowerIsBetter() {
      return true;
    }

    @Override
    public boolean needsTarget() {
      return true;
    }

    @Override
    public boolean needsBase() {
      return false;
    }
  }

  /**
   * Against the same period of the base year: reaching it earns {@code reached} of the points, and
   * each whole {@code step} of growth {@code more} points, up to all of them. Below the base:
   * {@code reached} × value ÷ base (× base ÷ value where lower is better), which the published
   * rules leave open.
   *
   * @param reached share of the points, usually 0.8
   * @param step of growth as a share, usually 0.05
   * @param more points for each step, usually 1
   */
  record BaseYear(BigDecimal reached, BigDecimal step, BigDecimal more, boolean lowerIsBetter)
      implements Rule {
    public BaseYear {
      require(in(reached, "0", "1"), "the share for reaching the base is 0 to 1: " + reached);
      require(step.signum() > 0, "the step of growth is above 0: " + step);
      require(more.signum() >= 0, "points for a step are not below 0: " + more);
    }

    @Override
    public boolean needsTarget() {
      return false;
    }

    @Override
    public boolean needsBase() {
      return true;
    }
  }

  /**
   * Absolute bands, the best first: the first limit that the value meets gives its share; a value
   * that meets none earns nothing.
   */
  record Bands(List<Band> bands, boolean lowerIsBetter) implements Rule {
    public Bands {
      bands = List.copyOf(bands);
      require(!bands.isEmpty(), "there is at least one band");
      for (Band band : bands) {
        require(in(band.share(), "0", "1"), "a band's share is 0 to 1: " + band.share());
      }
      for (int i = 1; i < bands.size(); i++) {
        int limits = bands.get(i).limit().compareTo(bands.get(i - 1).limit());
        require(
            (lowerIsBetter ? limits > 0 : limits < 0)
                && bands.get(i).share().compareTo(bands.get(i - 1).share()) <= 0,
            "bands run from the best to the worst: " + bands);
      }
    }

    @Override
    public BigDecimal most() {
      return bands.getFirst().share();
    }

    @Override
    public boolean needsTarget() {
      return false;
    }

    @Override
    public boolean needsBase() {
      return false;
    }
  }

  /** A limit that belongs to its band, and the share of the points that the band earns. */
  record Band(BigDecimal limit, BigDecimal share) {}

  /** All points at first; each unit of the value (each case) takes {@code each} points off. */
  record Deduction(BigDecimal each) implements Rule {
    public Deduction {
      require(each.signum() > 0, "points taken off are above 0: " + each);
    }

    @Override
    public boolean lowerIsBetter() {
      return true;
    }

    @Override
    public boolean needsTarget() {
      return false;
    }

    @Override
    public boolean needsBase() {
      return false;
    }
  }

  private static boolean in(BigDecimal number, String least, String most) {
    return number.compareTo(new BigDecimal(least)) >= 0
        && number.compareTo(new BigDecimal(most)) <= 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
