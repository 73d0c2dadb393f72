package org.mujian.projects.course;

import java.util.List;

/**
 * A light and its reason.
 *
 * @param key the reason's message key ends with it
 * @param values the reason's values: stages and kinds of evidence stand for their names
 */
public record Verdict(State state, String key, List<Object> values) {

  /** From calm to urgent. */
  public enum State {
    OK,
    WARN,
    BAD
  }

  static Verdict of(State state, String key, Object... values) {
    return new Verdict(state, key, List.of(values));
  }
}
