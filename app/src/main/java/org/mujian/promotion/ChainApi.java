package org.mujian.promotion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.identity.May;
import org.mujian.jobs.Job;
import org.mujian.jobs.Jobs;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Candidate;
import org.mujian.promotion.gap.Candidates;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.gap.Tagging;
import org.mujian.store.Scope;
import org.mujian.web.ApiZone;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Chains, the gaps of a zone's city in them, and candidates for a gap. */
@RestController
@RequestMapping("/api/v1/chains")
@Tag(name = "chains", description = "产业链图谱、空白与候选企业")
class ChainApi {

  private static final int LARGEST = 200;

  private final Atlases atlases;
  private final Gaps gaps;
  private final Candidates candidates;
  private final ApiZone apiZone;
  private final Zones zones;
  private final Jobs jobs;

  ChainApi(
      Atlases atlases, Gaps gaps, Candidates candidates, ApiZone apiZone, Zones zones, Jobs jobs) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.candidates = candidates;
    this.apiZone = apiZone;
    this.zones = zones;
    this.jobs = jobs;
  }

  /** A chain in a list. */
  public record ChainInShort(
      String code, String name, String nameEn, String version, boolean draft, int links) {}

  /**
   * A link in the zone's city against the province.
   *
   * @param counts the role by which enterprises are counted
   * @param quotient (inCity ÷ cityEnterprises) ÷ (inProvince ÷ provinceEnterprises); null when it
   *     cannot be computed
   */
  public record LinkGap(
      String link,
      String name,
      String group,
      String verdict,
      String counts,
      long inCity,
      long inProvince,
      @Nullable Double quotient,
      Gap.Counts city,
      Gap.Counts province,
      int neighbours) {}

  /**
   * @param coverage null before the first tagging: then no verdict is given either
   */
  public record ChainGaps(
      String chain,
      String zone,
      String formula,
      @Nullable Coverage coverage,
      List<LinkGap> links) {}

  /** A candidate with its points explained. */
  public record Explained(int total, Candidate candidate, List<Candidate.Point> points) {}

  @Operation(summary = "The chains that the program ships")
  @GetMapping
  List<ChainInShort> list() {
    return atlases.listAll().stream()
        .map(
            a ->
                new ChainInShort(
                    a.code(), a.name(), a.nameEn(), a.version(), a.draft(), a.links().size()))
        .toList();
  }

  @Operation(summary = "One chain with its links, keywords and edges")
  @GetMapping("/{id}")
  ChainWhole get(@PathVariable String id) {
    return ChainWhole.of(atlas(id));
  }

  @Operation(
      summary = "The links in the zone's city against its province",
      description = "By the shared registry as last tagged; what it covers stands in coverage.")
  @GetMapping("/{id}/gaps")
  ChainGaps gaps(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String zone,
      HttpServletRequest request) {
    Atlas atlas = atlas(id);
    Zone asked = zone(request, zone);
    Coverage coverage = gaps.coverage(atlas, asked.division()).orElse(null);
    return new ChainGaps(
        id,
        asked.code(),
        "(inCity / city.enterprises) / (inProvince / province.enterprises)",
        coverage,
        coverage == null
            ? List.of()
            : gaps.list(atlas, asked.division()).stream().map(ChainApi::of).toList());
  }

  private static LinkGap of(Gap gap) {
    Link link = gap.link();
    return new LinkGap(
        link.code(),
        link.name(),
        link.group().code(),
        gap.verdict().code(),
        link.counts().code(),
        gap.inCity(),
        gap.inProvince(),
        gap.quotient(),
        gap.city(),
        gap.province(),
        gap.neighbours());
  }

  @Operation(summary = "Candidates for a link: makers elsewhere in the province, points explained")
  @GetMapping("/{id}/links/{link}/candidates")
  List<Explained> candidates(
      @PathVariable String id,
      @PathVariable String link,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(defaultValue = "50") int size,
      HttpServletRequest request) {
    Atlas atlas = atlas(id);
    Link asked = atlas.find(link).orElseThrow(() -> new NoSuchChain(link));
    return candidates.list(atlas, asked, zone(request, zone).division()).stream()
        .limit(Math.clamp(size, 1, LARGEST))
        .map(c -> new Explained(c.total(), c, c.points()))
        .toList();
  }

  @Operation(
      summary = "Tag the shared registry by every chain",
      description = "A job; only for the province's administrators.")
  @PostMapping("/tagging")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Long> tag(HttpServletRequest request) {
    if (!Rights.mayTag(CurrentAccount.get(request))) {
      throw new AccessDeniedException("not an administrator of the province");
    }
    Job job = jobs.submit(Scope.PROVINCE, Tagging.KIND, "按产业链图谱给企业打标", Map.of());
    return Map.of("job", job.id());
  }

  private Atlas atlas(String code) {
    return atlases.find(code).orElseThrow(() -> new NoSuchChain(code));
  }

  private Zone zone(HttpServletRequest request, @Nullable String code) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    long id = apiZone.of(account, code);
    return zones
        .find(id)
        .orElseThrow(
            () ->
                new ResponseStatusException(HttpStatus.BAD_REQUEST, "请用 ?zone=<园区代码> 指明看哪个园区所在的市"));
  }
}
