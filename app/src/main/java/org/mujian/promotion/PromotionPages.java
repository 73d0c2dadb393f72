package org.mujian.promotion;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.jobs.Job;
import org.mujian.jobs.Jobs;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.gap.Tagging;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.Leads;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The room's first page: the chains with their gaps, and the leads that wait. */
@Controller
class PromotionPages {

  private static final int LEADS = 10;

  private final Atlases atlases;
  private final Gaps gaps;
  private final Leads leads;
  private final LeadWords words;
  private final Stewards stewards;
  private final Jobs jobs;

  PromotionPages(
      Atlases atlases, Gaps gaps, Leads leads, LeadWords words, Stewards stewards, Jobs jobs) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.leads = leads;
    this.words = words;
    this.stewards = stewards;
    this.jobs = jobs;
  }

  @GetMapping("/z/{zone}/promotion")
  String room(Page page, Model model) {
    Zone zone = ChainPages.zone(page);
    List<Steward> all = stewards.list(zone.id());
    List<Shown.LeadLine> lines =
        words.lines(page.language(), zone.id(), leads.list(zone.id(), LeadQuery.OPEN));
    model.addAttribute("coverage", coverage(page, zone));
    model.addAttribute(
        "chains", atlases.listAll().stream().map(atlas -> chain(page, zone, atlas, all)).toList());
    model.addAttribute("lines", lines.stream().limit(LEADS).toList());
    model.addAttribute("open", lines.size());
    model.addAttribute("late", lines.stream().filter(Shown.LeadLine::isLate).count());
    model.addAttribute("mayWork", Rights.mayWork(page.account(), zone.id()));
    model.addAttribute("mayTag", Rights.mayTag(page.account()));
    return "promotion/room";
  }

  private Shown.Chain chain(Page page, Zone zone, Atlas atlas, List<Steward> all) {
    Optional<Coverage> coverage = gaps.coverage(atlas, zone.division());
    List<Gap> list = gaps.list(atlas, zone.division());
    return new Shown.Chain(
        ChainWords.name(page, atlas),
        page.in("promotion/chains/" + atlas.code()),
        atlas,
        count(list, Gap.Verdict.MISSING),
        count(list, Gap.Verdict.WEAK),
        count(list, Gap.Verdict.PRESENT),
        coverage.isPresent(),
        coverage.map(Coverage::version).orElse(""),
        first(page, atlas, list),
        all.stream().filter(s -> s.chain().equals(atlas.code())).toList());
  }

  /** What all chains stand on, once; where they were tagged apart, the latest. */
  private String coverage(Page page, Zone zone) {
    return atlases.listAll().stream()
        .flatMap(atlas -> gaps.coverage(atlas, zone.division()).stream())
        .max(Comparator.comparing(Coverage::taggedAt))
        .map(latest -> ChainWords.coverageOfAll(page, latest))
        .orElse("");
  }

  /** The missing link with most neighbours in the city, of those that the province has. */
  private static Shown.@Nullable First first(Page page, Atlas atlas, List<Gap> list) {
    return list.stream()
        .filter(gap -> gap.verdict() == Gap.Verdict.MISSING && gap.inProvince() > 0)
        .max(Comparator.comparingInt(Gap::neighbours).thenComparingLong(Gap::inProvince))
        .map(
            gap ->
                new Shown.First(
                    ChainWords.name(page, gap.link()),
                    StructurePages.href(page, atlas, gap.link()),
                    page.t("promotion.first.why", gap.neighbours(), gap.inProvince())))
        .orElse(null);
  }

  private static long count(List<Gap> gaps, Gap.Verdict verdict) {
    return gaps.stream().filter(gap -> gap.verdict() == verdict).count();
  }

  @PostMapping("/z/{zone}/promotion/tagging")
  String tag(Page page) {
    if (!Rights.mayTag(page.account())) {
      throw new AccessDeniedException("not an administrator of the province");
    }
    Job job =
        jobs.submit(Scope.PROVINCE, Tagging.KIND, page.t("promotion.tagging.title"), Map.of());
    return "redirect:" + page.in("jobs/" + job.id());
  }
}
