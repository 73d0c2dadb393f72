/**
 * Placing: generalised assignment. Each job goes to one agent of limited capacity, at the least
 * cost.
 *
 * <p>Method: prices of the capacities by subgradient steps, as strong as the linear relaxation;
 * from them prices of the jobs, with each agent's knapsack solved exactly, in whole numbers: the
 * certified bound, raised further by refuting that a placement costs no more. The search anneals
 * over placements that may overload agents at a price, with moves that send a job to a likely agent
 * and another on from there; then it betters what lies between two good placements by ejection
 * chains, and now and then places the jobs of a few agents anew, exactly, by branch and bound at
 * prices of their own. Small cases are solved by branch and bound, which also proves that there is
 * no placement.
 *
 * <p>Literature: Yagiura, Ibaraki, Glover (2004), An ejection chain approach for the generalized
 * assignment problem, and (2006) A path relinking approach with ejection chains; Posta, Ferland,
 * Michelon (2012), An exact method with variable fixing; Fisher (1981), The Lagrangian relaxation
 * method; Camerini, Fratta, Maffioli (1975) on directions.
 */
@NullMarked
package org.mujian.allocation.assignment;

import org.jspecify.annotations.NullMarked;
