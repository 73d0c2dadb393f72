package org.mujian.projects.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a project stands, as far as the rules ask.
 *
 * @param coded whether it has its national project code
 * @param phase whether it is a later phase of another project
 * @param entered stage code → day of entry
 * @param planned stage code → day planned
 * @param problems the open ones
 * @param site the parcel kept for it, or null
 */
public record Standing(
    long id,
    boolean coded,
    boolean phase,
    Map<String, LocalDate> entered,
    Map<String, LocalDate> planned,
    List<Proof> proofs,
    List<OpenProblem> problems,
    @Nullable Site site) {

  public Standing {
    entered = Map.copyOf(entered);
    planned = Map.copyOf(planned);
    proofs = List.copyOf(proofs);
    problems = List.copyOf(problems);
  }

  /** An open problem. */
  public record OpenProblem(long id, String what, String lead, LocalDate due) {}

  /**
   * The parcel kept for the project.
   *
   * @param supplyableOn the day from which it can be supplied; null when nothing believable says so
   * @param waitsFor why, in whatever form the page can word
   */
  public record Site(String name, @Nullable LocalDate supplyableOn, Object waitsFor) {}

  /** The same with another parcel, or another day of it. */
  public Standing at(@Nullable Site other) {
    return new Standing(id, coded, phase, entered, planned, proofs, problems, other);
  }

  /** A later phase counts by itself only when it is filed by itself, under a code of its own. */
  public boolean countsByItself() {
    return !phase || coded;
  }
}
