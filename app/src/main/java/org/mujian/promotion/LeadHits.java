package org.mujian.promotion;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.Leads;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Leads in the search box. */
@Component
class LeadHits implements SearchSource {

  private final Leads leads;
  private final LeadWords words;

  LeadHits(Leads leads, LeadWords words) {
    this.leads = leads;
    this.words = words;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String titleKey() {
    return "promotion.hits";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    if (q.isBlank()) {
      return List.of();
    }
    LeadQuery query = new LeadQuery(null, true, null, null, null, q.strip());
    return leads.list(ChainPages.zone(page).id(), query).stream()
        .limit(limit)
        .map(
            lead ->
                new Hit(
                    lead.name(),
                    words.stage(page.language(), lead.stage()) + " · " + lead.owner(),
                    page.in("promotion/leads/" + lead.id())))
        .toList();
  }

  @Override
  public @Nullable String allHref(Page page, String q) {
    return page.in("promotion/leads?closed=1&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }
}
