package org.mujian.allocation;

import java.util.HashMap;
import java.util.Map;

/** Looks distances up; whoever has no place is far from all. */
final class Distances {

  static final long FAR = Long.MAX_VALUE;

  private final Rules rules;
  private final Map<String, Map<String, Long>> metres = new HashMap<>();

  Distances(Rules rules) {
    this.rules = rules;
    for (Rules.Distance distance : rules.distances()) {
      put(distance.place(), distance.other(), distance.metres());
      put(distance.other(), distance.place(), distance.metres());
    }
  }

  private void put(String place, String other, long metres) {
    this.metres.computeIfAbsent(place, p -> new HashMap<>()).merge(other, metres, Math::min);
  }

  long between(String place, String other) {
    if (place.isEmpty() || other.isEmpty()) {
      return FAR;
    }
    return place.equals(other) ? 0 : metres.getOrDefault(place, Map.of()).getOrDefault(other, FAR);
  }

  /** What two kinds must keep between them; 0 where nothing is asked. */
  long least(String kind, String other) {
    long least = 0;
    for (Rules.Hazard hazard : rules.hazards()) {
      boolean concerns =
          hazard.kind().equals(kind) && hazard.other().equals(other)
              || hazard.kind().equals(other) && hazard.other().equals(kind);
      if (concerns) {
        least = Math.max(least, hazard.least());
      }
    }
    return least;
  }

  boolean tooNear(Scenario.Project project, String place, Scenario.Project other, String there) {
    return !rules.hazards().isEmpty()
        && between(place, there) < least(project.traits().kind(), other.traits().kind());
  }
}
