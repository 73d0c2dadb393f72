package org.mujian.clusters;

import java.util.HashMap;
import java.util.Map;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.projects.ProjectClusters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cluster of each member, by the enterprise's name. */
@Component
@Transactional(readOnly = true)
class ClusterOfEnterprise implements ProjectClusters {

  private final Clusters clusters;
  private final ZoneEnterprises own;

  ClusterOfEnterprise(Clusters clusters, ZoneEnterprises own) {
    this.clusters = clusters;
    this.own = own;
  }

  @Override
  public Map<String, String> byEnterprise(long zone) {
    Map<Long, String> names = new HashMap<>();
    clusters.list(zone).forEach(cluster -> names.put(cluster.id(), cluster.name()));
    Map<Long, String> clusterOf = new HashMap<>();
    for (Member member : clusters.listMembers(zone)) {
      clusterOf.putIfAbsent(member.enterpriseId(), names.getOrDefault(member.clusterId(), ""));
    }
    Map<String, String> byName = new HashMap<>();
    for (Enterprise enterprise : own.list(zone)) {
      String cluster = clusterOf.get(enterprise.id());
      if (cluster != null) {
        byName.put(enterprise.name(), cluster);
      }
    }
    return byName;
  }
}
