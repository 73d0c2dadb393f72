package org.mujian.chain;

/** What an enterprise does with a product, by the verbs of its scope; the strongest first. */
public enum Role {
  MAKES(60),
  TRADES(30),
  SERVES(40),
  /** The scope lists the product without a verb. */
  UNSTATED(20);

  private final int points;

  Role(int points) {
    this.points = points;
  }

  /** What the role adds to a tag's score. */
  public int points() {
    return points;
  }

  /** As the database, the API and message keys write it. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  Role orStronger(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
