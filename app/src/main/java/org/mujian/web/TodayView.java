package org.mujian.web;

import java.util.List;

/** A part of the page 今日. */
public record TodayView(String title, List<Line> lines) {

  /** One thing to do. */
  public record Line(
      Light light, String text, String note, String owner, String due, String href) {}
}
