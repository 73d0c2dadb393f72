package org.mujian.web;

/** A light: colour, shape and word together, always with its reason in one line. */
public record Light(State state, String reason) {

  public enum State {
    OK("●", "ok"),
    WARN("▲", "warn"),
    BAD("■", "bad");

    private final String shape;
    private final String style;

    State(String shape, String style) {
      this.shape = shape;
      this.style = style;
    }

    public String shape() {
      return shape;
    }

    /** The style class. */
    public String style() {
      return style;
    }
  }
}
