package org.mujian.promotion;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.EnterpriseSection;
import org.mujian.promotion.chain.Atlases;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** On an enterprise's page: the links it stands in, with the words that say so. */
@Component
class ChainSection implements EnterpriseSection {

  private final ChainTags tags;
  private final Atlases atlases;

  ChainSection(ChainTags tags, Atlases atlases) {
    this.tags = tags;
    this.atlases = atlases;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String titleKey() {
    return "promotion.section";
  }

  @Override
  public Optional<Content> content(Page page, Enterprise enterprise) {
    List<EnterpriseTag> found = tags.listOf(ChainPages.zone(page).id(), enterprise.id());
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            output -> {
              output.writeContent("<ul class=\"next-to\">");
              for (EnterpriseTag tag : found) {
                output.writeContent("<li><a href=\"");
                output.writeUserContent(
                    page.in("promotion/chains/" + tag.chain() + "/" + tag.link()));
                output.writeContent("\">");
                output.writeUserContent(name(page, tag));
                output.writeContent("</a> <span>");
                output.writeUserContent(page.t("promotion.role." + tag.role()));
                output.writeContent(" · ");
                output.writeUserContent(String.join("、", tag.words().stream().distinct().toList()));
                output.writeContent("</span></li>");
              }
              output.writeContent("</ul><p class=\"mute small\">");
              output.writeUserContent(page.t("promotion.section.tags"));
              output.writeContent("</p>");
            });
  }

  private String name(Page page, EnterpriseTag tag) {
    Optional<Atlas> atlas = atlases.find(tag.chain());
    Optional<Link> link = atlas.flatMap(a -> a.find(tag.link()));
    return atlas.map(a -> ChainWords.name(page, a)).orElse(tag.chain())
        + "："
        + link.map(l -> ChainWords.name(page, l)).orElse(tag.link());
  }
}
