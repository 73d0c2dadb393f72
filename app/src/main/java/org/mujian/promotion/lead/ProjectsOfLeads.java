package org.mujian.promotion.lead;

import org.mujian.projects.ProjectRefused;
import org.mujian.projects.Projects;
import org.mujian.units.Money;
import org.springframework.stereotype.Component;

/** The projects' room takes a lead: once per lead, in the transaction at hand. */
@Component
class ProjectsOfLeads implements LeadProjects {

  private final Projects projects;

  ProjectsOfLeads(Projects projects) {
    this.projects = projects;
  }

  @Override
  public long propose(Lead lead, String name, Money investment) {
    try {
      return projects.propose(
          lead.zoneId(), name, lead.enterpriseId(), lead.name(), "lead:" + lead.id(), investment);
    } catch (ProjectRefused refused) {
      throw new LeadRefused(String.valueOf(refused.getMessage()));
    }
  }
}
