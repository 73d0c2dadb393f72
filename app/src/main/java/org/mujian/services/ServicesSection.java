package org.mujian.services;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Optional;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.EnterpriseSection;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.visit.Requests;
import org.mujian.services.visit.Visit;
import org.mujian.services.visit.Visits;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** On an enterprise's page: its cases, its requests, the last visit, and the way to a new case. */
@Component
class ServicesSection implements EnterpriseSection {

  private final CaseStandings standings;
  private final Requests requests;
  private final Visits visits;
  private final CaseWords words;

  ServicesSection(CaseStandings standings, Requests requests, Visits visits, CaseWords words) {
    this.standings = standings;
    this.requests = requests;
    this.visits = visits;
    this.words = words;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String titleKey() {
    return "services.title";
  }

  @Override
  public Optional<Content> content(Page page, Enterprise enterprise) {
    long zone = CasePages.zone(page);
    List<Shown.CaseLine> cases =
        words.lines(page.language(), standings.list(zone, CaseQuery.ofEnterprise(enterprise.id())));
    List<Shown.RequestLine> asked =
        requests.list(zone, true, enterprise.id(), null).stream()
            .map(request -> words.request(page.language(), request, page.today()))
            .toList();
    List<Visit> seen = visits.list(zone, enterprise.id(), null);
    boolean mayWork = Rights.mayWork(page.account(), zone);
    if (cases.isEmpty() && asked.isEmpty() && seen.isEmpty() && !mayWork) {
      return Optional.empty();
    }
    return Optional.of(output -> write(output, page, enterprise, cases, asked, seen, mayWork));
  }

  private static void write(
      TemplateOutput output,
      Page page,
      Enterprise enterprise,
      List<Shown.CaseLine> cases,
      List<Shown.RequestLine> asked,
      List<Visit> seen,
      boolean mayWork) {
    output.writeContent("<ul class=\"next-to\">");
    for (Shown.CaseLine line : cases) {
      item(
          output,
          page.in("services/cases/" + line.standing().file().number()),
          line.matter() + " " + line.standing().file().number(),
          page.t("light." + line.light().state().style()) + " " + line.light().reason());
    }
    for (Shown.RequestLine line : asked) {
      item(
          output,
          page.in("services/requests/" + line.request().id()),
          page.t("services.request") + "：" + line.request().what(),
          line.light().reason());
    }
    output.writeContent("</ul>");
    if (!seen.isEmpty()) {
      output.writeContent("<p class=\"small\">");
      output.writeUserContent(
          page.t(
              "services.section.visited",
              seen.getFirst().visitedOn().toString(),
              seen.getFirst().visitors(),
              seen.getFirst().findings()));
      output.writeContent("</p>");
    }
    if (mayWork) {
      output.writeContent("<p class=\"row\">");
      link(
          output,
          page.in("services/cases/new?enterprise=" + enterprise.id()),
          page.t("services.new"));
      link(
          output,
          page.in("services/visits/new?enterprise=" + enterprise.id()),
          page.t("services.visit.new"));
      output.writeContent("</p>");
    }
  }

  private static void item(TemplateOutput output, String href, String text, String note) {
    output.writeContent("<li><a href=\"");
    output.writeUserContent(href);
    output.writeContent("\">");
    output.writeUserContent(text);
    output.writeContent("</a> <span class=\"mute\">");
    output.writeUserContent(note);
    output.writeContent("</span></li>");
  }

  private static void link(TemplateOutput output, String href, String text) {
    output.writeContent("<a class=\"button\" href=\"");
    output.writeUserContent(href);
    output.writeContent("\">");
    output.writeUserContent(text);
    output.writeContent("</a> ");
  }
}
