package org.mujian.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.web.Chip;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A chain of the atlas: its links as columns from upstream to downstream, or as a table. */
@Controller
class ChainPages {

  private final Atlases atlases;
  private final Gaps gaps;
  private final Stewards stewards;
  private final ChainWords words;

  ChainPages(Atlases atlases, Gaps gaps, Stewards stewards, ChainWords words) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.stewards = stewards;
    this.words = words;
  }

  @GetMapping("/z/{zone}/promotion/chains/{chain}")
  String chain(
      Page page,
      @PathVariable String chain,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String only,
      Model model) {
    Atlas atlas = atlases.find(chain).orElseThrow(() -> new NoSuchChain(chain));
    Zone zone = zone(page);
    Optional<Coverage> coverage = gaps.coverage(atlas, zone.division());
    List<Gap> all = gaps.list(atlas, zone.division());
    List<Shown.Box> boxes =
        all.stream()
            .filter(gap -> only.isEmpty() || gap.verdict().code().equals(only))
            .map(gap -> box(page, atlas, gap, coverage))
            .toList();
    boolean table = view.equals("table");
    model.addAttribute("name", ChainWords.name(page, atlas));
    model.addAttribute("atlas", atlas);
    model.addAttribute("coverage", coverage.map(c -> ChainWords.coverage(page, c)).orElse(""));
    model.addAttribute("columns", columns(atlas, boxes));
    model.addAttribute("boxes", table ? byNeed(boxes) : boxes);
    model.addAttribute("table", table);
    model.addAttribute(
        "chips", coverage.isEmpty() ? List.of() : chips(page, atlas, all, view, only));
    model.addAttribute(
        "stewards",
        stewards.list(zone.id()).stream().filter(s -> s.chain().equals(chain)).toList());
    model.addAttribute("city", words.place(zone.division().substring(0, 4)));
    model.addAttribute("province", words.place(zone.division().substring(0, 2)));
    model.addAttribute("mayTag", Rights.mayTag(page.account()));
    return "promotion/chain";
  }

  private Shown.Box box(Page page, Atlas atlas, Gap gap, Optional<Coverage> coverage) {
    Link link = gap.link();
    return new Shown.Box(
        link.code(),
        ChainWords.name(page, link),
        String.join("、", link.products()),
        gap,
        coverage.map(c -> words.light(page, gap)).orElse(null),
        coverage.map(c -> words.figure(page, gap, c)).orElse(null),
        page.in("promotion/chains/" + atlas.code() + "/" + link.code()));
  }

  private static List<Shown.Column> columns(Atlas atlas, List<Shown.Box> boxes) {
    return Arrays.stream(Link.Group.values())
        .filter(group -> !atlas.list(group).isEmpty())
        .map(
            group ->
                new Shown.Column(
                    group.code(),
                    boxes.stream().filter(box -> box.gap().link().group() == group).toList()))
        .toList();
  }

  /** Missing before weak before present; among equals, where neighbours stand and makers exist. */
  private static List<Shown.Box> byNeed(List<Shown.Box> boxes) {
    return boxes.stream()
        .sorted(
            Comparator.comparing((Shown.Box box) -> box.gap().verdict())
                .reversed()
                .thenComparing(box -> -box.gap().neighbours())
                .thenComparing(box -> -box.gap().inProvince()))
        .toList();
  }

  private static List<Chip> chips(Page page, Atlas atlas, List<Gap> all, String view, String only) {
    String path = page.in("promotion/chains/" + atlas.code());
    List<Chip> chips = new ArrayList<>();
    chips.add(
        new Chip(
            page.t("promotion.view.atlas"), address(path, "", only), !view.equals("table"), false));
    chips.add(
        new Chip(
            page.t("promotion.view.table"),
            address(path, "table", only),
            view.equals("table"),
            false));
    for (Gap.Verdict verdict :
        List.of(Gap.Verdict.MISSING, Gap.Verdict.WEAK, Gap.Verdict.PRESENT)) {
      boolean on = verdict.code().equals(only);
      long n = all.stream().filter(gap -> gap.verdict() == verdict).count();
      chips.add(
          new Chip(
              page.t("promotion.verdict." + verdict.code()) + " " + n,
              address(path, view, on ? "" : verdict.code()),
              on,
              true));
    }
    return chips;
  }

  private static String address(String path, String view, String only) {
    String query =
        String.join(
            "&",
            Map.of("view", view, "only", only).entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + e.getValue())
                .sorted()
                .toList());
    return query.isEmpty() ? path : path + "?" + query;
  }

  static Zone zone(Page page) {
    return java.util.Objects.requireNonNull(page.zone());
  }
}
