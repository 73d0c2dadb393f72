package org.mujian.promotion.lead;

import org.mujian.units.Money;

/** What this room asks of the projects' room. */
@FunctionalInterface
interface LeadProjects {

  /**
   * Makes a project of a lead, in the transaction at hand; once per lead.
   *
   * @return the project's id
   */
  long propose(Lead lead, String name, Money investment);
}
