package org.mujian.clusters;

import java.util.List;

/**
 * A cluster (产业集群).
 *
 * @param code unique in the zone
 */
public record Cluster(
    long zoneId,
    long id,
    String code,
    String name,
    Kind kind,
    String note,
    boolean sample,
    int version,
    List<Place> links) {

  /** A link of a chain, by the atlas' codes. */
  public record Place(String chain, String link) {
    public String code() {
      return chain + "/" + link;
    }
  }
}
