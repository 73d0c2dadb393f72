package org.mujian.projects;

import java.util.List;

/** The page of the weights. */
public record WeightsView(List<Line> lines, String why, String refused, boolean mayWrite) {

  public record Line(String measure, String name, String points, String unit, String usual) {}
}
