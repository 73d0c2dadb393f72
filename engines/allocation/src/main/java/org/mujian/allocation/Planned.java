package org.mujian.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A plan with its proof and its reasons.
 *
 * @param plan empty when there is none: then {@link #conflict} says why
 * @param parts by objective, in their order
 * @param refusals of the projects that are not in
 * @param displaces by project that is in, those that would fit in its stead
 * @param prices of one more unit of each factor, in value; rounded, of the linear relaxation
 * @param conflict pinned projects and minimums that cannot be met together; without any one of them
 *     the rest can, as far as the work sufficed to find out
 * @param work to repeat the run
 */
public record Planned(
    Optional<Plan> plan,
    List<Part> parts,
    List<Refusal> refusals,
    Map<String, List<String>> displaces,
    Map<String, Double> prices,
    List<String> conflict,
    List<Long> work) {

  /**
   * What is reached of an objective.
   *
   * @param bound that no plan can beat which is as good by the objectives before
   */
  public record Part(Objective objective, long value, long bound) {
    public boolean isProven() {
      return value == bound;
    }
  }

  /** What stands in a project's way. */
  public enum Limit {
    /** Too little is left of a factor. */
    FACTOR,
    /** Too little room is left at its nearest fit, or none was ever large enough. */
    PLACE,
    /** A project that it needs is not in. */
    NEEDS,
    /** A project beside which it cannot be is in. */
    EXCLUDES,
    /** One that does its work is in. */
    REPLACED,
    /** At its nearest fit it would be too near a project that is in. */
    TOO_NEAR,
    /** It, or its place, is ready only so many periods after the last one. */
    LATER,
    /** People forbade it. */
    FORBIDDEN,
    /** Nothing stands in its way; the objectives are better without it. */
    NO_GAIN
  }

  /**
   * One limit.
   *
   * @param name of the factor, the place or the other project
   * @param missing units, or periods, that it would take; 0 where units say nothing
   */
  public record Lack(Limit limit, String name, long missing) {}

  /**
   * Why a project is not in: the smallest set of limits that keep it out of this plan. Without
   * exactly these it fits in; each of them alone keeps it out.
   *
   * @param from the first period after the last one from which it fits beside this plan, by what is
   *     announced for then; empty when nothing that is announced is enough
   */
  public record Refusal(String project, List<Lack> lacks, OptionalInt from) {
    public Refusal(String project, List<Lack> lacks) {
      this(project, lacks, OptionalInt.empty());
    }
  }
}
