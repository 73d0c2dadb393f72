package org.mujian.allocation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mujian.allocation.assignment.AssignmentFile;
import org.mujian.allocation.assignment.AssignmentSearch;
import org.mujian.allocation.knapsack.KnapsackFile;
import org.mujian.allocation.knapsack.KnapsackSearch;
import org.mujian.allocation.schedule.WorksFile;
import org.mujian.allocation.schedule.WorksSearch;

/** An instance of one of the world's public sets, ready to be solved by its kernel. */
public final class StandardInstance {

  /** The kernels, by the names under which their sets are known. */
  public enum Kind {
    /** Multidimensional knapsack: greatest value. OR-Library's mknap files. */
    MKP,
    /** Generalised assignment: least cost. OR-Library's gap files. */
    GAP,
    /** Resource-constrained project scheduling: shortest. PSPLIB's .sm files. */
    RCPSP
  }

  /**
   * What was found.
   *
   * @param outcome as the numbers of the solution: the items taken or each job's agent, from 1; the
   *     tasks' starts, from 0
   * @param faults that the independent checker found: there should be none
   */
  public record Solved(Outcome<List<Integer>> outcome, List<Fault> faults) {}

  private final Function<Effort, Solved> kernel;

  private StandardInstance(Function<Effort, Solved> kernel) {
    this.kernel = kernel;
  }

  /**
   * @param text of the whole file
   * @return its instances, one or more
   * @throws InstanceRefused naming the line and the way out
   */
  public static List<StandardInstance> read(Kind kind, String text) {
    return switch (kind) {
      case MKP ->
          KnapsackFile.read(text).stream()
              .map(
                  knapsack ->
                      new StandardInstance(
                          effort ->
                              solved(
                                  KnapsackSearch.solve(knapsack, effort),
                                  chosen -> chosen.check(knapsack),
                                  chosen -> fromOne(chosen.items()))))
              .toList();
      case GAP ->
          AssignmentFile.read(text).stream()
              .map(
                  assignment ->
                      new StandardInstance(
                          effort ->
                              solved(
                                  AssignmentSearch.solve(assignment, effort),
                                  placed -> placed.check(assignment),
                                  placed -> fromOne(placed.agents()))))
              .toList();
      case RCPSP -> {
        var works = WorksFile.read(text);
        yield List.of(
            new StandardInstance(
                effort ->
                    solved(
                        WorksSearch.solve(works, effort),
                        timed -> timed.check(works),
                        timed -> timed.starts())));
      }
    };
  }

  public Solved solve(Effort effort) {
    return kernel.apply(effort);
  }

  private static <S> Solved solved(
      Outcome<S> outcome, Function<S, List<Fault>> check, Function<S, List<Integer>> numbers) {
    List<Fault> faults = outcome.found().map(check).orElse(List.of());
    Optional<List<Integer>> found = outcome.found().map(numbers);
    return new Solved(
        new Outcome<>(
            found, outcome.value(), outcome.bound(), outcome.impossible(), outcome.work()),
        faults);
  }

  private static List<Integer> fromOne(List<Integer> numbers) {
    return numbers.stream().map(n -> n + 1).toList();
  }
}
