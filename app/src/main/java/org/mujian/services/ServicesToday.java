package org.mujian.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Material;
import org.mujian.services.cases.Standing;
import org.mujian.services.visit.Request;
import org.mujian.services.visit.Requests;
import org.mujian.web.Page;
import org.mujian.web.TodaySource;
import org.springframework.stereotype.Component;

/** Cases and papers that are due, and requests: to be answered, or to be taken on. */
@Component
class ServicesToday implements TodaySource {

  private final CaseStandings standings;
  private final Requests requests;

  ServicesToday(CaseStandings standings, Requests requests) {
    this.standings = standings;
    this.requests = requests;
  }

  @Override
  public List<Item> today(Page page) {
    List<Item> items = new ArrayList<>();
    for (Standing standing : standings.list(CasePages.zone(page), CaseQuery.OPEN)) {
      LocalDate due = standing.due();
      if (due != null) {
        items.add(
            item(
                page,
                standing,
                page.t("services.today.case", CaseWords.name(page.language(), standing.matter())),
                due));
      }
      for (Material paper : standing.materials()) {
        boolean waits =
            paper.state() == Material.State.LATE || paper.state() == Material.State.PROMISED;
        if (waits && paper.due() != null) {
          items.add(
              item(
                  page,
                  standing,
                  page.t("services.today." + paper.state().code(), paper.name()),
                  paper.due()));
        }
      }
    }
    requests.list(CasePages.zone(page), false, null, null).forEach(r -> items.add(item(page, r)));
    return items;
  }

  private static Item item(Page page, Standing standing, String text, LocalDate due) {
    return new Item(
        Kind.DUE,
        text,
        standing.file().enterpriseName() + " · " + standing.file().number(),
        standing.file().agent(),
        due,
        page.in("services/cases/" + standing.file().number()));
  }

  private static Item item(Page page, Request request) {
    String owner = request.owner();
    return new Item(
        owner == null ? Kind.APPROVE : Kind.DUE,
        page.t(owner == null ? "services.today.waiting" : "services.today.request", request.what()),
        request.enterpriseName(),
        owner == null ? "" : owner,
        request.due(),
        page.in("services/requests/" + request.id()));
  }
}
