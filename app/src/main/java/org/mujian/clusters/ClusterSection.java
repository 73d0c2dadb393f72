package org.mujian.clusters;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Optional;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.EnterpriseSection;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** On an enterprise's page: its clusters, and what it reported of the last months. */
@Component
class ClusterSection implements EnterpriseSection {

  private static final int MONTHS = 6;

  private final Clusters clusters;
  private final Reports reports;

  ClusterSection(Clusters clusters, Reports reports) {
    this.clusters = clusters;
    this.reports = reports;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String titleKey() {
    return "clusters.section";
  }

  @Override
  public Optional<Content> content(Page page, Enterprise enterprise) {
    long zone = Standing.zone(page).id();
    List<Member> in =
        clusters.listMembers(zone).stream()
            .filter(m -> m.enterpriseId() == enterprise.id())
            .toList();
    List<Report> last = reports.listOf(zone, enterprise.id(), MONTHS);
    return in.isEmpty() && last.isEmpty()
        ? Optional.empty()
        : Optional.of(
            output -> {
              write(page, output, zone, in);
              write(page, output, last);
            });
  }

  private void write(Page page, TemplateOutput output, long zone, List<Member> in) {
    output.writeContent("<ul class=\"next-to\">");
    for (Member member : in) {
      output.writeContent("<li><a href=\"");
      output.writeUserContent(page.in("clusters/" + member.clusterId()));
      output.writeContent("\">");
      output.writeUserContent(
          clusters.find(zone, member.clusterId()).map(Cluster::name).orElse(""));
      output.writeContent("</a> <span>");
      output.writeUserContent(page.t("clusters.role." + member.role().code()));
      if (member.since() != null) {
        output.writeUserContent(" · " + page.t("clusters.since", member.since().toString()));
      }
      output.writeContent("</span></li>");
    }
    output.writeContent("</ul>");
  }

  private static void write(Page page, TemplateOutput output, List<Report> last) {
    if (last.isEmpty()) {
      return;
    }
    output.writeContent("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    output.writeUserContent(page.t("clusters.month"));
    output.writeContent("\"><table class=\"list\"><thead><tr><th scope=\"col\">");
    output.writeUserContent(page.t("clusters.month"));
    for (Item item : Item.values()) {
      output.writeContent("</th><th scope=\"col\" class=\"num\">");
      output.writeUserContent(page.t("clusters.item." + item.code()) + "（" + item.unit() + "）");
    }
    output.writeContent("</th></tr></thead><tbody>");
    for (Report report : last) {
      output.writeContent("<tr><th scope=\"row\">");
      output.writeUserContent(report.month().toString());
      output.writeContent("</th>");
      for (Item item : Item.values()) {
        output.writeContent("<td class=\"num\">");
        output.writeUserContent(
            report.find(item).map(v -> ClusterWords.number(page, v)).orElse("–"));
        output.writeContent("</td>");
      }
      output.writeContent("</tr>");
    }
    output.writeContent("</tbody></table></div>");
  }
}
