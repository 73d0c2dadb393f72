package org.mujian.services;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.Cases;
import org.mujian.services.matter.Law;
import org.mujian.services.matter.Matters;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Cases in the search box: by number, outside number, enterprise or project. */
@Component
class CaseHits implements SearchSource {

  private final Cases cases;
  private final Matters matters;

  CaseHits(Cases cases, Matters matters) {
    this.cases = cases;
    this.matters = matters;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String titleKey() {
    return "services.cases";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    if (q.isBlank()) {
      return List.of();
    }
    long zone = CasePages.zone(page);
    Law law = matters.law(zone);
    return cases.list(zone, new CaseQuery(null, true, null, null, q.strip())).stream()
        .limit(limit)
        .map(
            file ->
                new Hit(
                    file.enterpriseName(),
                    file.number()
                        + " · "
                        + law.find(file.matter(), page.today())
                            .map(matter -> CaseWords.name(page.language(), matter))
                            .orElse(file.matter()),
                    page.in("services/cases/" + file.number())))
        .toList();
  }

  @Override
  public String allHref(Page page, String q) {
    return page.in("services?closed=1&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }
}
