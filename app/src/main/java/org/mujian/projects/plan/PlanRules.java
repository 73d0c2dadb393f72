package org.mujian.projects.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mujian.projects.plan.PlanAsk.Pair;

/**
 * What people ask among projects beside pairs that go together or apart. Kinds are those that
 * projects say of themselves (邻里类别), so that a rule is the same for all who are of a kind.
 *
 * @param instead projects that do one another's work: one of them at most
 * @param safety kinds that keep a distance
 * @param near kinds that wish to be neighbours
 * @param atLeast so many starts
 * @param parts projects that may be supported in part
 */
public record PlanRules(
    List<Pair> instead,
    List<Safety> safety,
    List<Near> near,
    List<AtLeast> atLeast,
    List<Part> parts) {

  public static final PlanRules NONE =
      new PlanRules(List.of(), List.of(), List.of(), List.of(), List.of());

  static final int LONGEST_KIND = 20;
  private static final int FARTHEST = 5_000;
  private static final int MOST_POINTS = 100_000;
  private static final int MOST_PROJECTS = 10_000;

  /** Whoever comes first, the other keeps that many metres away. */
  public record Safety(String kind, String other, int metres) {
    public Safety {
      kind = named(kind);
      other = named(other);
      within(metres, 1, FARTHEST, "安全距离（米）", "a safety distance in metres");
    }
  }

  /**
   * A project of that kind wants one of the other within so many metres.
   *
   * @param points of each wish that is met
   */
  public record Near(String kind, String other, int metres, int points) {
    public Near {
      kind = named(kind);
      other = named(other);
      within(metres, 0, FARTHEST, "相邻距离（米）", "a neighbour's distance in metres");
      within(points, 1, MOST_POINTS, "相邻愿望的分值", "the points of a wish");
    }
  }

  /**
   * @param by the last quarter that counts, 0 being the current
   */
  public record AtLeast(int count, int by) {
    public AtLeast {
      within(count, 1, MOST_PROJECTS, "最低开工数", "a least number of starts");
      within(by, 0, PlanAsk.MOST_QUARTERS - 1, "最低开工数的季度", "the quarter of a least number");
    }
  }

  /**
   * @param percent of its factors that would do, for as much of its value
   */
  public record Part(long project, int percent) {
    public Part {
      within(percent, 1, 99, "部分支持（%）", "support in part, in per cent,");
    }
  }

  public PlanRules {
    instead = List.copyOf(instead);
    safety = List.copyOf(safety);
    near = List.copyOf(near);
    atLeast = List.copyOf(atLeast);
    parts = List.copyOf(parts);
  }

  /** The parts in which a project may be supported, the largest first. */
  public List<Part> parts(long project) {
    return parts.stream()
        .filter(part -> part.project() == project)
        .sorted(Comparator.comparing(Part::percent).reversed())
        .toList();
  }

  /** The farthest that any rule looks; 0 when none asks how far. */
  public int farthest() {
    return IntStream.concat(
            safety.stream().mapToInt(Safety::metres), near.stream().mapToInt(Near::metres))
        .max()
        .orElse(0);
  }

  /** Whether any rule asks how far parcels lie apart. */
  public boolean measures() {
    return !safety.isEmpty() || !near.isEmpty();
  }

  private static String named(String kind) {
    String bare = kind.strip();
    if (bare.isEmpty() || bare.length() > LONGEST_KIND) {
      throw new PlanRefused(
          "距离和相邻规则要写明两个邻里类别，各 1 到 " + LONGEST_KIND + " 个字：「" + kind + "」",
          "rules of distance name two kinds of 1 to " + LONGEST_KIND + " characters: " + kind);
    }
    return bare;
  }

  private static void within(int number, int least, int most, String chinese, String english) {
    if (number < least || number > most) {
      throw new PlanRefused(
          chinese + " " + number + " 应在 " + least + " 到 " + most + " 之间",
          english + " " + number + ": not within " + least + " and " + most);
    }
  }
}
