package org.mujian.allocation.assignment;

/**
 * An assignment laid out by job, then by agent, as the searches walk it.
 *
 * @param cost {@link #NEVER} where the job alone is more than the agent can take
 */
record Grid(int jobs, int agents, int[] cost, int[] use, int[] capacity) {

  static final int NEVER = Integer.MAX_VALUE;

  static Grid of(Assignment assignment) {
    int jobs = assignment.jobs();
    int agents = assignment.agents();
    int[] cost = new int[jobs * agents];
    int[] use = new int[jobs * agents];
    int[] capacity = new int[agents];
    for (int i = 0; i < agents; i++) {
      capacity[i] = (int) assignment.capacities()[i];
      for (int j = 0; j < jobs; j++) {
        use[j * agents + i] = (int) assignment.uses()[i][j];
        cost[j * agents + i] =
            use[j * agents + i] > capacity[i] ? NEVER : (int) assignment.costs()[i][j];
      }
    }
    return new Grid(jobs, agents, cost, use, capacity);
  }

  /** Whether some job fits nowhere even alone. */
  boolean hasJobWithoutAgent() {
    for (int j = 0; j < jobs; j++) {
      boolean fits = false;
      for (int i = 0; i < agents && !fits; i++) {
        fits = cost[j * agents + i] != NEVER;
      }
      if (!fits) {
        return true;
      }
    }
    return false;
  }
}
