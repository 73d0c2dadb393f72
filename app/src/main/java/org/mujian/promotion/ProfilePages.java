package org.mujian.promotion;

import java.util.Optional;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.promotion.gap.LinkProfile;
import org.mujian.promotion.gap.Profiles;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The profile of a link: by role, capital, age and year of entry, city beside province. */
@Controller
class ProfilePages {

  private final Atlases atlases;
  private final Gaps gaps;
  private final Profiles profiles;
  private final ChainWords words;

  ProfilePages(Atlases atlases, Gaps gaps, Profiles profiles, ChainWords words) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.profiles = profiles;
    this.words = words;
  }

  @GetMapping("/z/{zone}/promotion/profiles/{chain}/{link}")
  String profile(Page page, @PathVariable String chain, @PathVariable String link, Model model) {
    Atlas atlas = atlases.find(chain).orElseThrow(() -> new NoSuchChain(chain));
    Link shown = atlas.find(link).orElseThrow(() -> new NoSuchChain(link));
    Zone zone = ChainPages.zone(page);
    Optional<Coverage> coverage = gaps.coverage(atlas, zone.division());
    Gap gap =
        gaps.list(atlas, zone.division()).stream()
            .filter(each -> each.link().code().equals(link))
            .findFirst()
            .orElseThrow();
    LinkProfile profile = profiles.of(atlas, shown, zone.division());
    String name = ChainWords.name(page, shown);
    model.addAttribute("gap", gap);
    model.addAttribute("light", coverage.map(c -> words.light(page, gap)).orElse(null));
    model.addAttribute("candidates", gap.inProvince() - gap.inCity());
    model.addAttribute("pull", page.in("promotion/pull/" + chain) + "?link=" + link);
    model.addAttribute(
        "years",
        profile.years().stream()
            .map(
                year ->
                    new Shown.EntryYear(
                        String.valueOf(year.year()),
                        ChainWords.number(year.city()),
                        ChainWords.number(year.province()),
                        ChainWords.quotient(year.quotient()),
                        ChainWords.quotient(year.untilThen())))
            .toList());
    model.addAttribute("title", page.t("promotion.profile.of", name));
    model.addAttribute("back", page.in("promotion/chains/" + chain + "/" + link));
    model.addAttribute("chainBack", page.in("promotion/chains/" + chain));
    model.addAttribute("chainName", ChainWords.name(page, atlas));
    model.addAttribute("name", name);
    model.addAttribute("coverage", coverage.map(c -> ChainWords.coverage(page, c)).orElse(""));
    model.addAttribute("figure", coverage.map(c -> words.figure(page, gap, c)).orElse(null));
    model.addAttribute("counted", ChainWords.counted(page, shown));
    model.addAttribute("profile", profile);
    model.addAttribute("cityCapital", ChainWords.wan(profile.city().capital()));
    model.addAttribute("provinceCapital", ChainWords.wan(profile.province().capital()));
    model.addAttribute("city", words.place(zone.division().substring(0, 4)));
    model.addAttribute("province", words.place(zone.division().substring(0, 2)));
    return "promotion/profile";
  }
}
