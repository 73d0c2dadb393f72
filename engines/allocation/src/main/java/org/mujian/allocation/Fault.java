package org.mujian.allocation;

/**
 * What a checker found wrong in a solution.
 *
 * @param rule a stable code
 * @param text the thing, its value and the limit
 */
public record Fault(String rule, String text) {}
