package org.mujian.projects;

import java.util.List;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Finds projects by name, code or enterprise in the search box. */
@Component
class ProjectSearch implements SearchSource {

  private final Projects projects;

  ProjectSearch(Projects projects) {
    this.projects = projects;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String titleKey() {
    return "projects.search";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    if (!Rights.mayRead(page.account())) {
      return List.of();
    }
    return projects.search(ProjectPages.zone(page), q.strip(), limit).stream()
        .map(p -> new Hit(p.name(), p.shownCode(), page.in("projects/" + p.id())))
        .toList();
  }

  @Override
  public String allHref(Page page, String q) {
    return page.in("projects")
        + "?q="
        + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8);
  }
}
