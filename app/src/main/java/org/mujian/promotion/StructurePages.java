package org.mujian.promotion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasGraph;
import org.mujian.chain.Link;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.RegistryScan;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.chain.Shapes;
import org.mujian.promotion.gap.Candidate;
import org.mujian.promotion.gap.Candidates;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.store.Scope;
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
  private static final int NAMED = 4;

  private final Atlases atlases;
  private final Shapes shapes;
  private final Gaps gaps;
  private final Candidates candidates;
  private final RegistryScan registry;
  private final ChainWords words;

  StructurePages(
      Atlases atlases,
      Shapes shapes,
      Gaps gaps,
      Candidates candidates,
      RegistryScan registry,
      ChainWords words) {
    this.atlases = atlases;
    this.shapes = shapes;
    this.gaps = gaps;
    this.candidates = candidates;
    this.registry = registry;
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
    Shapes.Shape shape = shapes.of(atlas);
    List<Shown.Fill> missing =
        coverage.isEmpty() ? List.of() : missing(page, atlas, shape, byLink, division);
    List<Shown.Structure> lines =
        atlas.links().stream()
            .map(link -> line(page, atlas, shape, link))
            .sorted(Comparator.comparingInt((Shown.Structure line) -> -line.breaks().size()))
            .toList();
    model.addAttribute("atlas", atlas);
    model.addAttribute("name", ChainWords.name(page, atlas));
    model.addAttribute("coverage", coverage.map(c -> ChainWords.coverage(page, c)).orElse(""));
    model.addAttribute("completeness", completeness(page, atlas, byLink, coverage));
    model.addAttribute("near", missing.stream().filter(line -> line.candidates() > 0).toList());
    model.addAttribute("far", missing.stream().filter(line -> line.candidates() == 0).toList());
    model.addAttribute("lines", lines.stream().filter(l -> !l.breaks().isEmpty()).toList());
    model.addAttribute("rest", lines.stream().filter(l -> l.breaks().isEmpty()).toList());
    model.addAttribute("from", from.isEmpty() ? atlas.links().getFirst().code() : from);
    model.addAttribute("to", to.isEmpty() ? atlas.links().getLast().code() : to);
    model.addAttribute("asked", atlas.find(from).isPresent() && atlas.find(to).isPresent());
    model.addAttribute("path", path(page, atlas, shape.graph(), from, to));
    model.addAttribute("city", words.place(division.substring(0, 4)));
    model.addAttribute("province", words.place(division.substring(0, 2)));
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

  /** What to fill first: most neighbours present, then most makers elsewhere in the province. */
  private List<Shown.Fill> missing(
      Page page, Atlas atlas, Shapes.Shape shape, Map<String, Gap> byLink, String division) {
    List<Link> links =
        shape
            .graph()
            .missing(
                byLink.values().stream()
                    .filter(gap -> gap.verdict() != Gap.Verdict.MISSING)
                    .map(gap -> gap.link().code())
                    .collect(Collectors.toSet()))
            .stream()
            .map(AtlasGraph.Missing::link)
            .toList();
    Map<String, List<Candidate>> found = candidates.listByLink(atlas, links, division);
    Map<Long, String> names =
        registry
            .listByIds(
                List.of(Scope.PROVINCE),
                found.values().stream().map(list -> list.getFirst().enterpriseId()).toList())
            .stream()
            .collect(Collectors.toMap(Enterprise::id, Enterprise::name));
    return links.stream()
        .map(
            link ->
                fill(page, atlas, link, byLink, found.getOrDefault(link.code(), List.of()), names))
        .sorted(
            Comparator.comparingInt((Shown.Fill line) -> -line.neighbours())
                .thenComparing(line -> -line.candidates()))
        .toList();
  }

  private Shown.Fill fill(
      Page page,
      Atlas atlas,
      Link link,
      Map<String, Gap> byLink,
      List<Candidate> found,
      Map<Long, String> names) {
    List<String> present =
        Stream.concat(atlas.upstreamOf(link).stream(), atlas.downstreamOf(link).stream())
            .filter(
                each ->
                    java.util.Objects.requireNonNull(byLink.get(each.code())).verdict()
                        != Gap.Verdict.MISSING)
            .map(each -> ChainWords.name(page, each))
            .toList();
    String listed = String.join("、", present.subList(0, Math.min(NAMED, present.size())));
    Candidate best = found.isEmpty() ? null : found.getFirst();
    return new Shown.Fill(
        ChainWords.name(page, link),
        href(page, atlas, link),
        link.group().code(),
        present.size(),
        present.isEmpty()
            ? page.t("promotion.fill.none-near")
            : present.size() > NAMED
                ? page.t("promotion.fill.near-more", present.size(), listed)
                : page.t("promotion.fill.near", present.size(), listed),
        found.size(),
        best == null ? "" : names.getOrDefault(best.enterpriseId(), ""),
        best == null ? "" : page.in("enterprises/" + best.enterpriseId()),
        best == null ? "" : words.place(best.city()),
        best == null ? 0 : best.total());
  }

  private static Shown.Structure line(Page page, Atlas atlas, Shapes.Shape shape, Link link) {
    return new Shown.Structure(
        ChainWords.name(page, link),
        href(page, atlas, link),
        shape.breaks().getOrDefault(link.code(), List.of()).stream()
            .map(each -> ChainWords.name(page, each))
            .toList(),
        shape.substitutes().getOrDefault(link.code(), List.of()).stream()
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
