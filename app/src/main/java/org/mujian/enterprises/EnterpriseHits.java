package org.mujian.enterprises;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Enterprises in the search box. */
@Component
class EnterpriseHits implements SearchSource {

  private final EnterpriseSearch search;
  private final Words words;

  EnterpriseHits(EnterpriseSearch search, Words words) {
    this.search = search;
    this.words = words;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String titleKey() {
    return "enterprises.title";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    List<String> terms = SearchTerms.termsOf(q);
    if (terms.isEmpty()) {
      return List.of();
    }
    var query =
        new EnterpriseQuery(
            List.of(Scope.PROVINCE, EnterprisePages.zone(page).id()),
            terms,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            EnterpriseQuery.Sort.BEST,
            1,
            limit);
    return search.find(query).items().stream()
        .map(
            e -> {
              EnterpriseLine line = words.line(e, false);
              String note = line.creditCode().isEmpty() ? line.place() : line.creditCode();
              return new Hit(e.name(), note, page.in("enterprises/" + e.id()));
            })
        .toList();
  }

  @Override
  public @Nullable String allHref(Page page, String q) {
    return Filters.of(Map.of("q", q)).address(page.in("enterprises"));
  }
}
