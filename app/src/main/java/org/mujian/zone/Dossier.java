package org.mujian.zone;

import java.util.List;

/** All that is known of a zone itself (一园一档). */
public record Dossier(
    Zone zone,
    Profile profile,
    List<Programme> programmes,
    List<Department> departments,
    List<Target> targets,
    List<Feature> features) {

  /** The targets of the plan year. */
  public List<Target> current() {
    return targets.stream().filter(target -> target.year() == profile.planYear()).toList();
  }
}
