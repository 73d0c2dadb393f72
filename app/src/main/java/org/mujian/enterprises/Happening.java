package org.mujian.enterprises;

import java.util.List;

/**
 * An entry of an enterprise's timeline, in words.
 *
 * @param details what changed from what to what, a field each
 */
public record Happening(String at, String who, String what, List<String> details) {}
