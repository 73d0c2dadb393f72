package org.mujian.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Industries;
import org.mujian.enterprises.RegistryScan;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Candidate;
import org.mujian.promotion.gap.Candidates;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.Leads;
import org.mujian.store.Scope;
import org.mujian.web.Chip;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One link: what it is, who stands in it with which words, and whom to look for elsewhere. */
@Controller
class LinkPages {

  private static final int SIZE = 50;
  private static final int CANDIDATES = 20;

  private final Atlases atlases;
  private final Gaps gaps;
  private final Candidates candidates;
  private final ChainTags tags;
  private final RegistryScan registry;
  private final Industries industries;
  private final Leads leads;
  private final ChainWords words;

  LinkPages(
      Atlases atlases,
      Gaps gaps,
      Candidates candidates,
      ChainTags tags,
      RegistryScan registry,
      Industries industries,
      Leads leads,
      ChainWords words) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.candidates = candidates;
    this.tags = tags;
    this.registry = registry;
    this.industries = industries;
    this.leads = leads;
    this.words = words;
  }

  @GetMapping("/z/{zone}/promotion/chains/{chain}/{link}")
  String link(
      Page page,
      @PathVariable String chain,
      @PathVariable String link,
      @RequestParam(defaultValue = "") String where,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    Atlas atlas = atlases.find(chain).orElseThrow(() -> new NoSuchChain(chain));
    Link shown = atlas.find(link).orElseThrow(() -> new NoSuchChain(link));
    Zone zone = ChainPages.zone(page);
    Optional<Coverage> coverage = gaps.coverage(atlas, zone.division());
    Map<String, Gap> byLink =
        gaps.list(atlas, zone.division()).stream()
            .collect(Collectors.toMap(gap -> gap.link().code(), Function.identity()));
    Gap gap = java.util.Objects.requireNonNull(byLink.get(link));
    model.addAttribute("atlas", atlas);
    model.addAttribute("chainName", ChainWords.name(page, atlas));
    model.addAttribute("link", shown);
    model.addAttribute("name", ChainWords.name(page, shown));
    model.addAttribute("gap", gap);
    model.addAttribute("light", coverage.map(c -> words.light(page, gap)).orElse(null));
    model.addAttribute("figure", coverage.map(c -> words.figure(page, gap, c)).orElse(null));
    model.addAttribute("coverage", coverage.map(c -> ChainWords.coverage(page, c)).orElse(""));
    model.addAttribute("upstream", neighbours(page, atlas, atlas.upstreamOf(shown), byLink));
    model.addAttribute("downstream", neighbours(page, atlas, atlas.downstreamOf(shown), byLink));
    model.addAttribute("industries", industries(shown));
    model.addAttribute("inputs", inputs(page, atlas, shown));
    model.addAttribute("city", words.place(zone.division().substring(0, 4)));
    model.addAttribute("province", words.place(zone.division().substring(0, 2)));
    model.addAttribute("mayWork", Rights.mayWork(page.account(), zone.id()));
    enterprises(page, atlas, shown, gap, where, role, Math.max(at, 0), model);
    model.addAttribute("choices", choices(page, atlas, shown, zone, model));
    return "promotion/link";
  }

  private List<Shown.Neighbour> neighbours(
      Page page, Atlas atlas, List<Link> links, Map<String, Gap> gaps) {
    return links.stream()
        .map(
            link ->
                new Shown.Neighbour(
                    ChainWords.name(page, link),
                    page.in("promotion/chains/" + atlas.code() + "/" + link.code()),
                    java.util.Objects.requireNonNull(gaps.get(link.code())).verdict()))
        .toList();
  }

  private static List<Shown.Taken> inputs(Page page, Atlas atlas, Link link) {
    return link.inputs().stream()
        .map(
            input -> {
              Link from = atlas.find(input.of()).orElseThrow();
              return new Shown.Taken(
                  ChainWords.name(page, from),
                  page.in("promotion/chains/" + atlas.code() + "/" + from.code()),
                  input.perTonne().toPlainString() + " t",
                  input.source());
            })
        .toList();
  }

  private List<String> industries(Link link) {
    return link.industries().stream()
        .map(code -> code + " " + industries.findName(code).orElse(""))
        .toList();
  }

  /** Of the city, of the province, or those that the zone alone knows. */
  private void enterprises(
      Page page, Atlas atlas, Link link, Gap gap, String where, String role, int at, Model model) {
    Zone zone = ChainPages.zone(page);
    boolean own = where.equals("own");
    String place = own ? "" : zone.division().substring(0, where.equals("province") ? 2 : 4);
    String asked =
        Stream.of("makes", "trades", "serves", "unstated")
            .filter(role::equals)
            .findFirst()
            .orElse(null);
    List<EnterpriseTag> found =
        tags.listIn(
            own ? zone.id() : Scope.PROVINCE,
            atlas.code(),
            link.code(),
            place,
            asked,
            at * SIZE,
            SIZE);
    Map<Long, Enterprise> known =
        known(zone, found.stream().map(EnterpriseTag::enterpriseId).toList());
    model.addAttribute(
        "lines",
        found.stream()
            .filter(tag -> known.containsKey(tag.enterpriseId()))
            .map(tag -> line(page, tag, known))
            .toList());
    long total =
        own ? found.size() : total(where.equals("province") ? gap.province() : gap.city(), asked);
    model.addAttribute("total", total);
    model.addAttribute("at", at);
    model.addAttribute("size", SIZE);
    String path = page.in("promotion/chains/" + atlas.code() + "/" + link.code());
    model.addAttribute(
        "pages", path + "?where=" + where + "&role=" + (asked == null ? "" : asked) + "&page=");
    model.addAttribute("chips", chips(page, path, gap, where, asked));
  }

  private static long total(Gap.Counts counts, @Nullable String role) {
    return role == null
        ? counts.makes() + counts.trades() + counts.serves() + counts.unstated()
        : counts.of(org.mujian.chain.Role.of(role));
  }

  private List<Chip> chips(Page page, String path, Gap gap, String where, @Nullable String role) {
    List<Chip> chips = new ArrayList<>();
    for (String place : List.of("", "province", "own")) {
      chips.add(
          new Chip(
              page.t("promotion.where." + (place.isEmpty() ? "city" : place)),
              path + "?where=" + place + (role == null ? "" : "&role=" + role),
              where.equals(place),
              false));
    }
    Gap.Counts counts = where.equals("province") ? gap.province() : gap.city();
    for (String one : List.of("makes", "trades", "serves", "unstated")) {
      boolean on = one.equals(role);
      String n = where.equals("own") ? "" : " " + ChainWords.number(total(counts, one));
      chips.add(
          new Chip(
              page.t("promotion.role." + one) + n,
              path + "?where=" + where + (on ? "" : "&role=" + one),
              on,
              true));
    }
    return chips;
  }

  private Shown.Member line(Page page, EnterpriseTag tag, Map<Long, Enterprise> known) {
    Enterprise enterprise = java.util.Objects.requireNonNull(known.get(tag.enterpriseId()));
    return new Shown.Member(
        tag,
        enterprise.name(),
        words.place(tag.city()),
        page.in("enterprises/" + tag.enterpriseId()),
        Marked.of(enterprise.scope(), tag.words(), tag.starts()));
  }

  private List<Shown.Choice> choices(Page page, Atlas atlas, Link link, Zone zone, Model model) {
    List<Candidate> all = candidates.list(atlas, link, zone.division());
    model.addAttribute("candidatesInAll", all.size());
    List<Candidate> best = all.stream().limit(CANDIDATES).toList();
    Map<Long, Enterprise> known = known(zone, best.stream().map(Candidate::enterpriseId).toList());
    Map<Long, Lead> held =
        leads.list(zone.id(), LeadQuery.OPEN).stream()
            .filter(lead -> lead.enterpriseId() != null)
            .collect(
                Collectors.toMap(
                    lead -> java.util.Objects.requireNonNull(lead.enterpriseId()),
                    Function.identity()));
    return best.stream()
        .filter(one -> known.containsKey(one.enterpriseId()))
        .map(
            one -> {
              Enterprise enterprise =
                  java.util.Objects.requireNonNull(known.get(one.enterpriseId()));
              return new Shown.Choice(
                  one,
                  enterprise.name(),
                  enterprise.creditCode(),
                  words.place(one.city()),
                  ChainWords.wan(one.yuan()),
                  page.in("enterprises/" + one.enterpriseId()),
                  Marked.of(enterprise.scope(), one.words(), one.starts()),
                  held.get(one.enterpriseId()));
            })
        .toList();
  }

  private Map<Long, Enterprise> known(Zone zone, List<Long> ids) {
    return registry.listByIds(List.of(Scope.PROVINCE, zone.id()), ids).stream()
        .collect(Collectors.toMap(Enterprise::id, Function.identity()));
  }
}
