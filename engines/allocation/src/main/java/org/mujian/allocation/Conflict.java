package org.mujian.allocation;

import com.google.ortools.sat.CpSolverStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Session;
import org.mujian.allocation.search.Worker;

/**
 * The smallest set of demands that cannot be met together: drops one pinned project or minimum
 * after another while the rest still cannot. Halted, it has dropped fewer; what it names cannot be
 * met together all the same.
 */
final class Conflict {

  private static final double UNITS = 2;

  private final Scenario scenario;
  private final Session session;
  private final boolean hasNative;

  Conflict(Scenario scenario, Session session, boolean hasNative) {
    this.scenario = scenario;
    this.session = session;
    this.hasNative = hasNative;
  }

  List<String> find() {
    List<String> demands =
        new ArrayList<>(
            Stream.concat(
                    scenario.projects().stream()
                        .filter(project -> project.hand() == Scenario.Hand.PINNED)
                        .map(Scenario.Project::id),
                    scenario.rules().minimums().stream().map(Rules.Minimum::name))
                .toList());
    for (String demand : List.copyOf(demands)) {
      List<String> fewer = new ArrayList<>(demands);
      fewer.remove(demand);
      Answer answer = ask(with(new HashSet<>(fewer)));
      if (answer == Answer.HALTED) {
        return demands;
      }
      demands = answer == Answer.IMPOSSIBLE ? fewer : demands;
    }
    return demands;
  }

  private enum Answer {
    IMPOSSIBLE,
    NOT_SHOWN,
    HALTED
  }

  private Answer ask(Scenario fewer) {
    if (hasNative) {
      Question question = new Question(fewer);
      session.run(List.of(question), 1, () -> false);
      return question.answer;
    }
    PlanBranching branching = new PlanBranching(fewer, Map.of());
    session.run(List.of(branching), 1, () -> !branching.isFinished());
    if (!branching.isFinished()) {
      return Answer.HALTED;
    }
    return branching.isWhole() && branching.best() == null ? Answer.IMPOSSIBLE : Answer.NOT_SHOWN;
  }

  private Scenario with(Set<String> demands) {
    return new Scenario(
        scenario.periods(),
        scenario.factors(),
        scenario.places(),
        scenario.projects().stream()
            .map(
                project ->
                    project.hand() == Scenario.Hand.PINNED && !demands.contains(project.id())
                        ? project.by(Scenario.Hand.FREE)
                        : project)
            .toList(),
        List.of(),
        scenario
            .rules()
            .with(
                scenario.rules().minimums().stream()
                    .filter(minimum -> demands.contains(minimum.name()))
                    .toList()));
  }

  /** Whether a scenario has a plan at all. */
  private static final class Question implements Worker {
    private final Scenario scenario;
    private final NativeSolver solver = new NativeSolver(UNITS, 1);
    private Answer answer = Answer.HALTED;

    Question(Scenario scenario) {
      this.scenario = scenario;
    }

    @Override
    public void halt() {
      solver.halt();
    }

    @Override
    public void tick() throws Abandoned {
      CpSolverStatus status = new PlanModel(scenario).solve(solver);
      answer = status == CpSolverStatus.INFEASIBLE ? Answer.IMPOSSIBLE : Answer.NOT_SHOWN;
    }
  }
}
