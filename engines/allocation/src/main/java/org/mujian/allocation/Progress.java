package org.mujian.allocation;

import java.util.OptionalLong;

/**
 * How far a search is.
 *
 * @param value of the best solution so far; empty while there is none
 * @param bound that no solution can beat
 * @param work units done, over all threads and stages
 */
public record Progress(OptionalLong value, long bound, long work) {}
