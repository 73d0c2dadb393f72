package org.mujian.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the shape of a chain tells: what breaks without a link, what is missing, who replaces whom.
 */
public final class AtlasGraph {

  private final Atlas atlas;
  private final Set<Link> beginnings;

  public AtlasGraph(Atlas atlas) {
    this.atlas = atlas;
    this.beginnings = new LinkedHashSet<>();
    for (Link link : atlas.links()) {
      if (atlas.upstreamOf(link).isEmpty()) {
        beginnings.add(link);
      }
    }
  }

  /** The links that no beginning reaches any more when {@code link} is gone. */
  public List<Link> brokenWithout(Link link) {
    Set<Link> left = reached(link);
    return atlas.links().stream().filter(l -> !l.equals(link) && !left.contains(l)).toList();
  }

  private Set<Link> reached(Link without) {
    Set<Link> seen = new HashSet<>();
    Deque<Link> queue = new ArrayDeque<>(beginnings);
    while (!queue.isEmpty()) {
      Link link = queue.remove();
      if (!link.equals(without) && seen.add(link)) {
        queue.addAll(atlas.downstreamOf(link));
      }
    }
    return seen;
  }

  /**
   * @param neighbours present ones that feed it or that it feeds
   */
  public record Missing(Link link, int neighbours) {}

  /** The links that are absent, those with most present neighbours first: fill these. */
  public List<Missing> missing(Set<String> present) {
    List<Missing> missing = new ArrayList<>();
    for (Link link : atlas.links()) {
      if (!present.contains(link.code())) {
        Set<Link> around = new HashSet<>(atlas.upstreamOf(link));
        around.addAll(atlas.downstreamOf(link));
        int near = (int) around.stream().filter(l -> present.contains(l.code())).count();
        missing.add(new Missing(link, near));
      }
    }
    missing.sort(Comparator.comparingInt(Missing::neighbours).reversed()); // stable: as the atlas
    return missing;
  }

  /** The fewest links from one to another, both with them; empty when no way leads there. */
  public List<Link> shortestPath(Link from, Link to) {
    Map<Link, Link> before = new HashMap<>();
    Deque<Link> queue = new ArrayDeque<>(List.of(from));
    before.put(from, from);
    while (!queue.isEmpty() && !before.containsKey(to)) {
      Link link = queue.remove();
      for (Link next : atlas.downstreamOf(link)) {
        if (before.putIfAbsent(next, link) == null) {
          queue.add(next);
        }
      }
    }
    List<Link> path = new ArrayList<>();
    for (Link at = before.containsKey(to) ? to : null; at != null; at = before.get(at)) {
      path.addFirst(at);
      if (at.equals(from)) {
        break;
      }
    }
    return path;
  }

  /**
   * @param shared of the links that either feeds, those that both feed: 0 to 1
   */
  public record Substitute(Link link, double shared) {}

  /** Links of the same column that feed the same links, the most alike first. */
  public List<Substitute> substitutes(Link link) {
    List<Substitute> found = new ArrayList<>();
    for (Link other : atlas.list(link.group())) {
      Set<String> both = new HashSet<>(link.feeds());
      both.retainAll(other.feeds());
      Set<String> either = new HashSet<>(link.feeds());
      either.addAll(other.feeds());
      if (!other.equals(link) && !both.isEmpty()) {
        found.add(new Substitute(other, both.size() / (double) either.size()));
      }
    }
    found.sort(Comparator.comparingDouble(Substitute::shared).reversed());
    return found;
  }
}
