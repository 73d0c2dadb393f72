package org.mujian.projects.dispatch;

/**
 * One cell that differs.
 *
 * @param reason why it is asked about or refused; empty when it is ready
 */
public record Change(Column column, String before, String after, State state, String reason) {

  /** What may become of it. */
  public enum State {
    READY,
    /** The amount jumps a hundredfold: 万元 or 亿元? */
    ASK_UNIT,
    REFUSED
  }

  static Change ready(Column column, String before, String after) {
    return new Change(column, before, after, State.READY, "");
  }

  static Change refused(Column column, String before, String after, String reason) {
    return new Change(column, before, after, State.REFUSED, reason);
  }
}
