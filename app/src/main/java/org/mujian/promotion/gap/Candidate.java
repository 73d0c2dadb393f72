package org.mujian.promotion.gap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise elsewhere in the province that could fill a link, with its points explained. It
 * carries nothing by which an owner or an origin could be told: order is blind to both.
 *
 * @param words that placed it in the link, as its scope has them
 * @param neighbours links next to this one in which it works too
 */
public record Candidate(
    long enterpriseId,
    @Nullable String city,
    List<String> words,
    List<Integer> starts,
    boolean leading,
    @Nullable BigDecimal yuan,
    int neighbours) {

  /** One reason and what it counts. {@code known} false: nothing is known and nothing counted. */
  public record Point(String key, int points, int most, boolean known) {}

  private static final int ROLE = 40;
  private static final int EACH_WORD = 5;
  private static final int MOST_WORDS = 20;
  private static final int LEADING = 10;
  private static final int EACH_NEIGHBOUR = 5;
  private static final int MOST_NEIGHBOURS = 15;
  private static final int MOST_CAPITAL = 15;
  private static final BigDecimal MILLION = new BigDecimal("1000000");

  public List<Point> points() {
    return List.of(
        new Point("role", ROLE, ROLE, true),
        new Point("words", Math.min(MOST_WORDS, EACH_WORD * distinctWords()), MOST_WORDS, true),
        new Point("leading", leading ? LEADING : 0, LEADING, true),
        new Point(
            "neighbours",
            Math.min(MOST_NEIGHBOURS, EACH_NEIGHBOUR * neighbours),
            MOST_NEIGHBOURS,
            true),
        new Point("capital", capital(), MOST_CAPITAL, yuan != null),
        new Point("distance", 0, 0, false));
  }

  public int total() {
    return points().stream().mapToInt(Point::points).sum();
  }

  private int distinctWords() {
    return (int) words.stream().distinct().count();
  }

  /** Under 1 million yuan 0, from 1 million 5, from 10 million 10, from 100 million 15. */
  private int capital() {
    BigDecimal capital = yuan;
    if (capital == null || capital.compareTo(MILLION) < 0) {
      return 0;
    }
    if (capital.compareTo(MILLION.scaleByPowerOfTen(1)) < 0) {
      return 5;
    }
    return capital.compareTo(MILLION.scaleByPowerOfTen(2)) < 0 ? 10 : MOST_CAPITAL;
  }
}
