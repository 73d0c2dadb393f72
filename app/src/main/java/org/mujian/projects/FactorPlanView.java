package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.jobs.JobLine;

/** A plan's page. */
public record FactorPlanView(
    long id,
    String name,
    String status,
    String period,
    List<String> assumed,
    List<String> objectives,
    List<Part> parts,
    List<In> chosen,
    List<Out> refused,
    List<Limit> limits,
    List<String> conflict,
    List<String> notes,
    List<String> released,
    List<String> rules,
    Record record,
    @Nullable Running running,
    List<ProjectView.Choice> others,
    int epsg,
    boolean mayWrite) {

  /** What is reached of an objective, and how good that is. */
  public record Part(String name, String value, String proof, boolean proven) {}

  /**
   * A project that the plan takes in.
   *
   * @param parcels ids, apart by blanks
   * @param part in which it is supported; empty in full
   * @param preparation what is still to be spent on its parcels, 万元
   * @param hand {@code free}, {@code pinned} or {@code forbidden}
   */
  public record In(
      String id,
      String name,
      String href,
      String lots,
      String mu,
      String parcels,
      String from,
      String points,
      String part,
      String preparation,
      String displaces,
      boolean promised,
      boolean started,
      String hand) {}

  public record Out(
      String id,
      String name,
      String href,
      String points,
      List<String> reasons,
      boolean promised,
      String hand) {}

  /**
   * A factor.
   *
   * @param price of one more unit, in points; empty when it is worth nothing
   * @param lacking how many refused projects lack it
   */
  public record Limit(
      String name,
      String unit,
      String supply,
      String used,
      String left,
      String price,
      int lacking,
      boolean binds) {}

  /** The record of the decision. */
  public record Record(
      String sha256,
      String asOf,
      String seed,
      String work,
      String seconds,
      String made,
      String adopted,
      @Nullable Named follows,
      List<Named> weights) {}

  /**
   * @param href may be empty
   */
  public record Named(String name, String text, String href) {}

  /**
   * A search under way.
   *
   * @param line of its job; null when the job is gone
   * @param points as they came, the newest first
   */
  public record Running(@Nullable JobLine line, List<Moment> points, boolean over) {}

  public record Moment(String at, String value, String bound) {}

  public boolean solving() {
    return status.equals("solving");
  }

  public boolean adopted() {
    return status.equals("adopted");
  }

  public boolean found() {
    return adopted() || status.equals("solved");
  }

  /** Whether any of it rests on what no record says. */
  public boolean supposed() {
    return !assumed.isEmpty();
  }
}
