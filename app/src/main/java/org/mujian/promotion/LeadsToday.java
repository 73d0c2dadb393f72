package org.mujian.promotion;

import java.util.ArrayList;
import java.util.List;
import org.mujian.promotion.lead.LeadClock;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.Leads;
import org.mujian.web.Page;
import org.mujian.web.TodaySource;
import org.springframework.stereotype.Component;

/** What the clocks of open leads ask for. */
@Component
class LeadsToday implements TodaySource {

  private final Leads leads;
  private final LeadWords words;

  LeadsToday(Leads leads, LeadWords words) {
    this.leads = leads;
    this.words = words;
  }

  @Override
  public List<Item> today(Page page) {
    long zone = ChainPages.zone(page).id();
    List<Item> items = new ArrayList<>();
    for (Shown.LeadLine line :
        words.lines(page.language(), zone, leads.list(zone, LeadQuery.OPEN))) {
      LeadClock.Due due = line.due();
      if (due != null) {
        items.add(
            new Item(
                Kind.DUE,
                page.t("promotion.today", line.act()),
                line.lead().name(),
                line.lead().owner(),
                due.dueOn(),
                page.in("promotion/leads/" + line.lead().id())));
      }
    }
    return items;
  }
}
