package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mujian.allocation.Progress;
import org.springframework.stereotype.Component;

/** The searches that run in this process, as they improve. */
@Component
class PlanWatch {

  private static final int MOST_POINTS = 500;

  private final Map<Long, List<PlanJson.Point>> running = new ConcurrentHashMap<>();

  void begin(long plan) {
    running.put(plan, new CopyOnWriteArrayList<>());
  }

  void hear(long plan, long millis, Progress progress) {
    List<PlanJson.Point> points = running.get(plan);
    if (points != null && points.size() < MOST_POINTS) {
      OptionalLong value = progress.value();
      points.add(
          new PlanJson.Point(
              millis,
              value.isPresent() ? value.getAsLong() : null,
              progress.bound(),
              progress.work()));
    }
  }

  /** What was heard so far; empty when nothing runs. */
  List<PlanJson.Point> of(long plan) {
    return List.copyOf(running.getOrDefault(plan, List.of()));
  }

  List<PlanJson.Point> end(long plan) {
    List<PlanJson.Point> points = running.remove(plan);
    return points == null ? new ArrayList<>() : List.copyOf(points);
  }
}
