package org.mujian.services;

import java.util.ArrayList;
import java.util.List;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Standing;
import org.mujian.services.visit.Request;
import org.mujian.services.visit.Requests;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** Cases in work and the most urgent of them; requests that nobody has taken on. */
@Component
class ServicesPanel implements Panel {

  private static final int CASES = 2;

  private final CaseStandings standings;
  private final Requests requests;
  private final CaseWords words;

  ServicesPanel(CaseStandings standings, Requests requests, CaseWords words) {
    this.standings = standings;
    this.requests = requests;
    this.words = words;
  }

  @Override
  public int programme() {
    return 5;
  }

  @Override
  public Content content(Page page) {
    long zone = CasePages.zone(page);
    List<Standing> open = standings.list(zone, CaseQuery.OPEN);
    List<Request> asked = requests.list(zone, false, null, null);
    if (open.isEmpty() && asked.isEmpty()) {
      return new Content(
          null,
          "",
          null,
          List.of(),
          new Todo(page.t("services.panel.empty"), page.t("services.title"), page.in("services")));
    }
    List<Line> lines = new ArrayList<>();
    open.stream()
        .filter(standing -> standing.state() != Light.State.OK)
        .limit(CASES)
        .map(standing -> words.line(page.language(), standing))
        .forEach(
            line ->
                lines.add(
                    new Line(
                        line.standing().file().enterpriseName() + " · " + line.matter(),
                        line.light().reason())));
    if (!asked.isEmpty()) {
      long waiting = asked.stream().filter(request -> request.owner() == null).count();
      lines.add(
          new Line(
              page.t("services.requests"),
              page.t("services.panel.requests", asked.size(), waiting)));
    }
    return new Content(
        String.valueOf(open.size()),
        page.t("services.panel.cases"),
        light(page, open),
        lines,
        null);
  }

  private static Light light(Page page, List<Standing> open) {
    long late = CasePages.count(open, Light.State.BAD);
    if (late > 0) {
      return new Light(Light.State.BAD, page.t("services.panel.late", late));
    }
    long near = CasePages.count(open, Light.State.WARN);
    return near > 0
        ? new Light(Light.State.WARN, page.t("services.panel.near", near))
        : new Light(Light.State.OK, page.t("services.panel.fine"));
  }
}
