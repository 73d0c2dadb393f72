package org.mujian.promotion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasGraph;
import org.mujian.chain.Link;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.web.Figure;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the shape of a chain tells the city: what breaks without a link, what to fill first, who
 * replaces whom, and the shortest way of supply between two links.
 */
@Controller
class StructurePages {

  private static final int SUBSTITUTES = 3;

  private final Atlases atlases;
  private final Gaps gaps;
  private final ChainWords words;

  StructurePages(Atlases atlases, Gaps gaps, ChainWords words) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.words = words;
  }

  @GetMapping("/z/{zone}/promotion/structure/{chain}")
  String structure(
      Page page,
      @PathVariable String chain,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    Atlas atlas = atlases.find(chain).orElseThrow(() -> new NoSuchChain(chain));
    String division = ChainPages.zone(page).division();
    Optional<Coverage> coverage = gaps.coverage(atlas, division);
    Map<String, Gap> byLink =
        gaps.list(atlas, division).stream()
            .collect(Collectors.toMap(gap -> gap.link().code(), Function.identity()));
    AtlasGraph graph = new AtlasGraph(atlas);
    model.addAttribute("atlas", atlas);
    model.addAttribute("name", ChainWords.name(page, atlas));
    model.addAttribute("completeness", completeness(page, atlas, byLink, coverage));
    model.addAttribute("missing", missing(page, atlas, graph, byLink, coverage));
    model.addAttribute(
        "lines",
        atlas.links().stream()
            .map(link -> line(page, atlas, graph, link, byLink, coverage))
            .sorted(Comparator.comparingInt((Shown.Structure line) -> -line.breaks().size()))
            .toList());
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("asked", atlas.find(from).isPresent() && atlas.find(to).isPresent());
    model.addAttribute("path", path(page, atlas, graph, from, to));
    return "promotion/structure";
  }

  /** Links that are present in the city, of all. */
  private Figure completeness(
      Page page, Atlas atlas, Map<String, Gap> byLink, Optional<Coverage> coverage) {
    Figure.Line formula =
        new Figure.Line(
            page.t("promotion.source.formula"), page.t("promotion.completeness.formula"), null);
    if (coverage.isEmpty()) {
      return Figure.missing(page.t("promotion.untagged"), "", formula);
    }
    long present =
        byLink.values().stream().filter(gap -> gap.verdict() != Gap.Verdict.MISSING).count();
    BigDecimal share =
        BigDecimal.valueOf(100 * present)
            .divide(BigDecimal.valueOf(atlas.links().size()), 1, RoundingMode.HALF_UP);
    return Figure.of(
        share.toPlainString(),
        "%",
        formula,
        new Figure.Line(
            page.t("promotion.source.inputs"), present + " ÷ " + atlas.links().size(), null),
        new Figure.Line(
            page.t("promotion.source.source"),
            page.t("promotion.source.source-is", coverage.get().version()),
            null));
  }

  private List<Shown.Structure> missing(
      Page page,
      Atlas atlas,
      AtlasGraph graph,
      Map<String, Gap> byLink,
      Optional<Coverage> coverage) {
    if (coverage.isEmpty()) {
      return List.of();
    }
    return graph
        .missing(
            byLink.values().stream()
                .filter(gap -> gap.verdict() != Gap.Verdict.MISSING)
                .map(gap -> gap.link().code())
                .collect(Collectors.toSet()))
        .stream()
        .map(missing -> line(page, atlas, graph, missing.link(), byLink, coverage))
        .toList();
  }

  private Shown.Structure line(
      Page page,
      Atlas atlas,
      AtlasGraph graph,
      Link link,
      Map<String, Gap> byLink,
      Optional<Coverage> coverage) {
    Gap gap = java.util.Objects.requireNonNull(byLink.get(link.code()));
    return new Shown.Structure(
        ChainWords.name(page, link),
        href(page, atlas, link),
        link.group().code(),
        coverage.map(c -> words.light(page, gap)).orElse(null),
        gap.verdict().code(),
        gap.neighbours(),
        graph.brokenWithout(link).stream().map(each -> ChainWords.name(page, each)).toList(),
        graph.substitutes(link).stream()
            .limit(SUBSTITUTES)
            .map(
                each ->
                    "%s %d%%"
                        .formatted(
                            ChainWords.name(page, each.link()), Math.round(100 * each.shared())))
            .toList());
  }

  private static List<Shown.Step> path(
      Page page, Atlas atlas, AtlasGraph graph, String from, String to) {
    Optional<Link> first = atlas.find(from);
    Optional<Link> last = atlas.find(to);
    if (first.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    return graph.shortestPath(first.get(), last.get()).stream()
        .map(link -> new Shown.Step(ChainWords.name(page, link), href(page, atlas, link)))
        .toList();
  }

  static String href(Page page, Atlas atlas, Link link) {
    return page.in("promotion/chains/" + atlas.code() + "/" + link.code());
  }
}
