/**
 * Putting works into time: resource-constrained project scheduling, the shortest schedule.
 *
 * <p>Method: a genetic search over task lists, each child pushed right and left again
 * (forward-backward improvement); bounds from chains and from the crews' work between heads and
 * tails, raised by CP-SAT that refutes lengths.
 *
 * <p>Literature: Kolisch, Hartmann (2006) on heuristics; Valls, Ballestín, Quintanilla (2005),
 * Justification and RCPSP; Hartmann (1998), A competitive genetic algorithm.
 */
@NullMarked
package org.mujian.allocation.schedule;

import org.jspecify.annotations.NullMarked;
