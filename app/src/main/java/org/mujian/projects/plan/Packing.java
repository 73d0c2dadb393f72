package org.mujian.projects.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mujian.allocation.Plan;
import org.mujian.projects.plan.Question.Piece;
import org.mujian.projects.plan.Question.Place;

/**
 * Gives the projects of a plan whole parcels. Those who share a place are laid out one behind the
 * other; each may take up to one parcel more than it needs, which its option has counted.
 */
public final class Packing {

  private Packing() {}

  /** By project; a project without a place is absent. */
  public static Map<String, List<Piece>> of(Question question, Plan plan) {
    Map<String, List<String>> sharing = new TreeMap<>();
    plan.placed()
        .forEach(
            (project, spot) -> {
              if (!spot.place().isEmpty()) {
                sharing.computeIfAbsent(spot.place(), p -> new ArrayList<>()).add(project);
              }
            });
    Map<String, List<Piece>> given = new LinkedHashMap<>();
    sharing.forEach(
        (id, projects) -> {
          Place place = question.findPlace(id).orElseThrow();
          if (place.owner() != null) {
            given.put(projects.getFirst(), place.lots());
          } else if (projects.size() == 1) {
            given.put(
                projects.getFirst(), closest(place.lots(), need(question, projects.getFirst())));
          } else {
            inTurn(question, place, projects, given);
          }
        });
    return given;
  }

  private static long need(Question question, String project) {
    Long land = question.project(project).landM2();
    return land == null ? 0 : land;
  }

  /** The run of neighbours that is large enough and wastes least. */
  static List<Piece> closest(List<Piece> lots, long need) {
    List<Piece> best = lots;
    long least = Long.MAX_VALUE;
    for (int from = 0; from < lots.size(); from++) {
      long area = 0;
      for (int to = from; to < lots.size() && area < need; to++) {
        area += lots.get(to).areaM2();
        if (area >= need && area < least) {
          least = area;
          best = lots.subList(from, to + 1);
        }
      }
    }
    return List.copyOf(best);
  }

  private static void inTurn(
      Question question, Place place, List<String> projects, Map<String, List<Piece>> given) {
    int at = 0;
    for (String project : projects) {
      long need = need(question, project);
      List<Piece> own = new ArrayList<>();
      long area = 0;
      while (area < need) {
        if (at == place.lots().size()) {
          throw new IllegalStateException("place " + place.id() + " was given twice");
        }
        area += place.lots().get(at).areaM2();
        own.add(place.lots().get(at++));
      }
      given.put(project, List.copyOf(own));
    }
  }
}
