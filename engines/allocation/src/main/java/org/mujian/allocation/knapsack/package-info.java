/**
 * Choosing under many limits: the multidimensional knapsack, 0-1.
 *
 * <p>Method: the linear relaxation by a simplex of our own gives prices of the limits; with prices
 * in whole numbers the bound is exact. Items whose reduced value alone uses up what lies between
 * bound and best are settled; the rest is the core, searched by branch and bound where it is small
 * and by a genetic search with repair and exchanges where it is not.
 *
 * <p>Literature: Chu, Beasley (1998), A genetic algorithm for the multidimensional knapsack
 * problem; Balas, Zemel (1980) on cores.
 */
@NullMarked
package org.mujian.allocation.knapsack;

import org.jspecify.annotations.NullMarked;
