package org.mujian.promotion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.identity.CurrentAccount;
import org.mujian.identity.May;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.chain.Shapes;
import org.mujian.promotion.gap.Candidate;
import org.mujian.promotion.gap.Candidates;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.gap.LinkProfile;
import org.mujian.promotion.gap.Profiles;
import org.mujian.promotion.pull.Draw;
import org.mujian.promotion.pull.IoTable;
import org.mujian.promotion.pull.Pulls;
import org.mujian.web.ApiZone;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Profiles of links, the structure of chains and pull-through, as the pages show them. */
@RestController
@RequestMapping("/api/v1/chains/{id}")
@Tag(name = "chains", description = "产业链图谱、空白与候选企业")
class ChainFiguresApi {

  private final Atlases atlases;
  private final Shapes shapes;
  private final Gaps gaps;
  private final Profiles profiles;
  private final Candidates candidates;
  private final Pulls pulls;
  private final ApiZone apiZone;
  private final Zones zones;

  ChainFiguresApi(
      Atlases atlases,
      Shapes shapes,
      Gaps gaps,
      Profiles profiles,
      Candidates candidates,
      Pulls pulls,
      ApiZone apiZone,
      Zones zones) {
    this.atlases = atlases;
    this.shapes = shapes;
    this.gaps = gaps;
    this.profiles = profiles;
    this.candidates = candidates;
    this.pulls = pulls;
    this.apiZone = apiZone;
    this.zones = zones;
  }

  /**
   * @param counts the role by which enterprises are counted
   * @param coverage null before the first tagging: then there is no profile either
   */
  public record ProfileOfLink(
      String chain,
      String link,
      String zone,
      String counts,
      @Nullable Coverage coverage,
      @Nullable Double quotient,
      @Nullable LinkProfile profile) {}

  /**
   * @param completeness present links ÷ all links; null before the first tagging
   */
  public record Structure(
      String chain, String zone, @Nullable Double completeness, List<LinkShape> links) {}

  /**
   * @param verdict null before the first tagging
   * @param breaks links that no beginning reaches without this one
   * @param best the enterprise to call on first, for links that the city lacks
   */
  public record LinkShape(
      String link,
      String name,
      @Nullable String verdict,
      int neighbours,
      List<String> breaks,
      List<OneSubstitute> substitutes,
      int candidates,
      @Nullable Long best) {}

  /**
   * @param shared of the links that either feeds, those that both feed
   */
  public record OneSubstitute(String link, double shared) {}

  /**
   * Amounts in 万元.
   *
   * @param missing links drawn that the city lacks; null before the first tagging
   */
  public record Pulled(
      String chain,
      String link,
      String zone,
      BigDecimal output,
      TableUsed table,
      List<LinkPulled> links,
      double beyondUp,
      double beyondDown,
      @Nullable List<String> missing) {}

  /** Which input-output table the answer stands on. */
  public record TableUsed(
      long id, String name, @Nullable Integer year, String source, boolean sample, int sectors) {}

  /**
   * @param perTonne tonnes in a tonne of the leader's product, where the atlas knows
   * @param weighed whether the sector's demand was shared out by {@code perTonne}; else in equal
   *     parts
   * @param verdict null before the first tagging
   */
  public record LinkPulled(
      String link,
      String name,
      String sector,
      double upstream,
      double downstream,
      @Nullable BigDecimal perTonne,
      boolean weighed,
      @Nullable String verdict) {}

  @Operation(
      summary = "Who stands in a link in the zone's city and its province",
      description =
          "Counts by role, capital, and entries by year of registration with the location quotient"
              + " of entries. The registry keeps no dates of closing: exits are not known.")
  @GetMapping("/links/{link}/profile")
  ProfileOfLink profile(
      @PathVariable String id,
      @PathVariable String link,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    Atlas atlas = atlas(id);
    Link asked = atlas.find(link).orElseThrow(() -> new NoSuchChain(link));
    Zone of = zone(request, zone);
    Coverage coverage = gaps.coverage(atlas, of.division()).orElse(null);
    Gap gap = byLink(atlas, of).get(link);
    return new ProfileOfLink(
        id,
        link,
        of.code(),
        asked.counts().code(),
        coverage,
        coverage == null || gap == null ? null : gap.quotient(),
        coverage == null ? null : profiles.of(atlas, asked, of.division()));
  }

  @Operation(
      summary = "What the shape of a chain tells the zone's city",
      description =
          "What breaks without a link, who replaces it, and what to fill first with whom.")
  @GetMapping("/structure")
  Structure structure(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    Atlas atlas = atlas(id);
    Zone of = zone(request, zone);
    boolean tagged = gaps.coverage(atlas, of.division()).isPresent();
    Map<String, Gap> byLink = byLink(atlas, of);
    List<Link> missing =
        atlas.links().stream().filter(link -> tagged && isMissing(byLink, link)).toList();
    Map<String, List<Candidate>> found = candidates.listByLink(atlas, missing, of.division());
    Shapes.Shape shape = shapes.of(atlas);
    return new Structure(
        id,
        of.code(),
        tagged ? 1 - (double) missing.size() / atlas.links().size() : null,
        atlas.links().stream()
            .map(
                link ->
                    shape(
                        link,
                        shape,
                        tagged ? byLink.get(link.code()) : null,
                        found.getOrDefault(link.code(), List.of())))
            .toList());
  }

  private static boolean isMissing(Map<String, Gap> byLink, Link link) {
    Gap gap = byLink.get(link.code());
    return gap != null && gap.verdict() == Gap.Verdict.MISSING;
  }

  private static LinkShape shape(
      Link link, Shapes.Shape shape, @Nullable Gap gap, List<Candidate> found) {
    return new LinkShape(
        link.code(),
        link.name(),
        gap == null ? null : gap.verdict().code(),
        gap == null ? 0 : gap.neighbours(),
        shape.breaks().getOrDefault(link.code(), List.of()).stream().map(Link::code).toList(),
        shape.substitutes().getOrDefault(link.code(), List.of()).stream()
            .map(each -> new OneSubstitute(each.link().code(), each.shared()))
            .toList(),
        found.size(),
        found.isEmpty() ? null : found.getFirst().enterpriseId());
  }

  @Operation(
      summary = "What a leader in a link would draw, by the zone's input-output table",
      description =
          "Demand upstream (Leontief) and output made possible downstream (Ghosh), shared out to"
              + " the links of the chain. 422 when the zone has no table, or the link no sector in"
              + " it.")
  @GetMapping("/links/{link}/pull")
  Pulled pull(
      @PathVariable String id,
      @PathVariable String link,
      @Parameter(description = "yearly output of the leader in 万元") @RequestParam String output,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    Atlas atlas = atlas(id);
    atlas.find(link).orElseThrow(() -> new NoSuchChain(link));
    Zone of = zone(request, zone);
    Pulls.Answer answer = pulls.of(of.id(), of.division(), atlas, link, output);
    IoTable table = answer.table();
    Set<String> missing =
        answer.missing().stream().map(drawn -> drawn.link().code()).collect(Collectors.toSet());
    return new Pulled(
        id,
        link,
        of.code(),
        answer.output(),
        new TableUsed(
            table.id(),
            table.name(),
            table.year(),
            table.source(),
            table.sample(),
            table.sectors().size()),
        answer.draw().links().stream().map(drawn -> pulled(answer, drawn)).toList(),
        answer.draw().beyondUp(),
        answer.draw().beyondDown(),
        answer.gaps().isEmpty() ? null : missing.stream().sorted().toList());
  }

  private static LinkPulled pulled(Pulls.Answer answer, Draw.Drawn drawn) {
    Gap gap = answer.gap(drawn);
    return new LinkPulled(
        drawn.link().code(),
        drawn.link().name(),
        drawn.sector(),
        drawn.upstream(),
        drawn.downstream(),
        drawn.tonnes(),
        drawn.weighed(),
        gap == null ? null : gap.verdict().code());
  }

  private Map<String, Gap> byLink(Atlas atlas, Zone zone) {
    return gaps.list(atlas, zone.division()).stream()
        .collect(Collectors.toMap(gap -> gap.link().code(), Function.identity()));
  }

  private Atlas atlas(String code) {
    return atlases.find(code).orElseThrow(() -> new NoSuchChain(code));
  }

  private Zone zone(HttpServletRequest request, @Nullable String code) {
    May.SEE_COMMITTEE.check(CurrentAccount.get(request));
    return zones
        .find(apiZone.of(CurrentAccount.get(request), code))
        .orElseThrow(
            () ->
                new ResponseStatusException(HttpStatus.BAD_REQUEST, "请用 ?zone=<园区代码> 指明看哪个园区所在的市"));
  }
}
