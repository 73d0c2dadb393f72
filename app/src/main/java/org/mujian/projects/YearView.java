package org.mujian.projects;

import java.util.List;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/** The year plan's page. */
public record YearView(
    int year, List<Batch> batches, List<Named> stock, List<Named> delayed, boolean mayWrite) {

  /** A batch with its months and the projects counted. */
  public record Batch(
      String code,
      String name,
      Figure figure,
      Light light,
      String pace,
      List<Month> months,
      List<Named> counted,
      List<Named> toCome,
      List<Named> unfiled) {}

  /** Cumulative plan and actual; what is to come is "–". */
  public record Month(int month, String plan, String actual, List<Named> entered, boolean behind) {}

  /** A project by name, with the day it entered or can enter. */
  public record Named(String name, String href, String note) {}
}
