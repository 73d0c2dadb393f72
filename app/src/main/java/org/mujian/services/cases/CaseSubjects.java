package org.mujian.services.cases;

import java.util.List;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.mujian.projects.Project;
import org.mujian.projects.Projects;
import org.mujian.store.Scope;
import org.springframework.stereotype.Component;

/** Whom a case is for, as the registry and the projects' room know them. */
@Component
class CaseSubjects {

  private final Enterprises enterprises;
  private final Projects projects;

  CaseSubjects(Enterprises enterprises, Projects projects) {
    this.enterprises = enterprises;
    this.projects = projects;
  }

  record Named(Enterprise enterprise, String projectName) {}

  /**
   * @throws ServiceRefused for an enterprise or project that is not there, or do not belong
   *     together
   */
  Named name(long zone, CaseDraft draft) {
    Enterprise enterprise =
        enterprises
            .find(List.of(Scope.PROVINCE, zone), draft.enterprise())
            .orElseThrow(
                () -> new ServiceRefused("企业库里没有编号为 " + draft.enterprise() + " 的企业，或此园区看不到它"));
    Long id = draft.project();
    if (id == null) {
      return new Named(enterprise, "");
    }
    Project project =
        projects.find(zone, id).orElseThrow(() -> new ServiceRefused("本园区没有编号为 " + id + " 的项目"));
    Long owner = project.enterpriseId();
    if (owner != null && owner != enterprise.id()) {
      throw new ServiceRefused(
          "项目「%s」是%s的，不是%s的"
              .formatted(project.name(), project.enterpriseName(), enterprise.name()));
    }
    return new Named(enterprise, project.name());
  }
}
