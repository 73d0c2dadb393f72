package org.mujian.allocation.assignment;

import java.util.ArrayList;
import java.util.List;
import org.mujian.allocation.Fault;

/**
 * Each job's agent.
 *
 * @param cost as the search says it
 * @param agents from 0, by job
 */
public record Placed(long cost, List<Integer> agents) {

  public Placed {
    agents = List.copyOf(agents);
  }

  /** Verifies from the instance alone, without anything of the search. */
  public List<Fault> check(Assignment assignment) {
    List<Fault> faults = new ArrayList<>();
    if (agents.size() != assignment.jobs()) {
      faults.add(new Fault("job-missing", agents.size() + " jobs placed of " + assignment.jobs()));
      return faults;
    }
    long sum = 0;
    long[] used = new long[assignment.agents()];
    for (int j = 0; j < agents.size(); j++) {
      int agent = agents.get(j);
      if (agent < 0 || agent >= assignment.agents()) {
        faults.add(new Fault("unknown-agent", "job " + (j + 1) + ": no agent " + (agent + 1)));
        return faults;
      }
      used[agent] += assignment.uses()[agent][j];
      sum += assignment.costs()[agent][j];
    }
    for (int i = 0; i < used.length; i++) {
      if (used[i] > assignment.capacities()[i]) {
        faults.add(
            new Fault(
                "over-capacity",
                "agent " + (i + 1) + ": " + used[i] + " used of " + assignment.capacities()[i]));
      }
    }
    if (sum != cost) {
      faults.add(new Fault("wrong-cost", "the places cost " + sum + ", not " + cost));
    }
    return faults;
  }
}
