package org.mujian.projects;

import java.util.Map;

/** What the room of clusters knows of the firms behind projects. */
public interface ProjectClusters {

  /** Enterprise by name → the cluster that it is in; of several the first. */
  Map<String, String> byEnterprise(long zone);
}
