package org.mujian.promotion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.Leads;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** Leads in work and the most urgent of them; the chains' missing links. */
@Component
class PromotionPanel implements Panel {

  private static final int LEADS = 2;

  private final Atlases atlases;
  private final Gaps gaps;
  private final Leads leads;
  private final LeadWords words;

  PromotionPanel(Atlases atlases, Gaps gaps, Leads leads, LeadWords words) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.leads = leads;
    this.words = words;
  }

  @Override
  public int programme() {
    return 3;
  }

  @Override
  public Content content(Page page) {
    Zone zone = ChainPages.zone(page);
    List<Shown.LeadLine> lines =
        words.lines(page.language(), zone.id(), leads.list(zone.id(), LeadQuery.OPEN));
    List<Line> shown = new ArrayList<>();
    lines.stream()
        .filter(line -> line.isLate() || line.isNear())
        .limit(LEADS)
        .forEach(line -> shown.add(new Line(line.lead().name(), reason(line))));
    atlases.listDeep().forEach(atlas -> chain(page, zone, atlas).ifPresent(shown::add));
    if (lines.isEmpty() && shown.isEmpty()) {
      return new Content(
          null,
          "",
          null,
          List.of(),
          new Todo(page.t("promotion.panel.empty"), page.t("promotion"), page.in("promotion")));
    }
    return new Content(
        String.valueOf(lines.size()),
        page.t("promotion.panel.leads"),
        light(page, lines),
        shown,
        null);
  }

  private static String reason(Shown.LeadLine line) {
    Light light = line.light();
    return light == null ? "" : light.reason();
  }

  private static @Nullable Light light(Page page, List<Shown.LeadLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    long late = lines.stream().filter(Shown.LeadLine::isLate).count();
    if (late > 0) {
      return new Light(Light.State.BAD, page.t("promotion.panel.late", late));
    }
    long near = lines.stream().filter(Shown.LeadLine::isNear).count();
    return near > 0
        ? new Light(Light.State.WARN, page.t("promotion.panel.near", near))
        : new Light(Light.State.OK, page.t("promotion.panel.fine"));
  }

  private java.util.Optional<Line> chain(Page page, Zone zone, Atlas atlas) {
    if (gaps.coverage(atlas, zone.division()).isEmpty()) {
      return java.util.Optional.empty();
    }
    List<Gap> list = gaps.list(atlas, zone.division());
    long missing = list.stream().filter(gap -> gap.verdict() == Gap.Verdict.MISSING).count();
    long weak = list.stream().filter(gap -> gap.verdict() == Gap.Verdict.WEAK).count();
    return java.util.Optional.of(
        new Line(
            ChainWords.name(page, atlas),
            page.t("promotion.panel.chain", list.size(), missing, weak)));
  }
}
