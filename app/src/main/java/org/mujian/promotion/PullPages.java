package org.mujian.promotion;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.chain.Atlas;
import org.mujian.chain.LeaderPull;
import org.mujian.chain.Link;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.gap.Gaps;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pull-through (引一牵百): the output of a leader in one link, and by the user's own input-output table
 * the demand it makes up the chain and what it lets be made down the chain. Nothing is kept: the
 * table comes with the question.
 */
@Controller
class PullPages {

  private static final HttpStatusCode WRONG = HttpStatus.UNPROCESSABLE_ENTITY;

  private final Atlases atlases;
  private final Gaps gaps;
  private final ChainWords words;

  PullPages(Atlases atlases, Gaps gaps, ChainWords words) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.words = words;
  }

  @GetMapping("/z/{zone}/promotion/pull/{chain}")
  String ask(
      Page page,
      @PathVariable String chain,
      @RequestParam(defaultValue = "") String link,
      Model model) {
    return shown(page, atlas(chain), link, "", "", model);
  }

  @PostMapping("/z/{zone}/promotion/pull/{chain}")
  String answer(
      Page page,
      @PathVariable String chain,
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String output,
      @RequestParam(defaultValue = "") String table,
      Model model,
      HttpServletResponse response) {
    Atlas atlas = atlas(chain);
    try {
      BigDecimal wan = output(page, output);
      PastedTable pasted = PastedTable.read(table);
      LeaderPull.Answer answer = pull(page, atlas, link, pasted, wan);
      model.addAttribute("beyondUp", wan(answer.beyondUp()));
      model.addAttribute("beyondDown", wan(answer.beyondDown()));
      model.addAttribute("pulls", pulls(page, atlas, answer));
      model.addAttribute(
          "sectors",
          answer.sectors().stream()
              .map(s -> new Shown.SectorPull(s.sector(), wan(s.upstream()), wan(s.downstream())))
              .toList());
    } catch (PullRefused e) {
      response.setStatus(WRONG.value());
      model.addAttribute("problem", e.getMessage());
    }
    return shown(page, atlas, link, output, table, model);
  }

  private static LeaderPull.Answer pull(
      Page page, Atlas atlas, String link, PastedTable pasted, BigDecimal wan) {
    Map<String, Integer> sectors = pasted.sectorsOf(atlas);
    Link asked =
        atlas.find(link).orElseThrow(() -> new PullRefused(page.t("promotion.pull.no-link")));
    if (!sectors.containsKey(link)) {
      throw new PullRefused(
          page.t(
              "promotion.pull.no-sector",
              ChainWords.name(page, asked),
              asked.industries().getFirst()));
    }
    return pasted.table().of(atlas, sectors, link, wan.doubleValue());
  }

  private static BigDecimal output(Page page, String given) {
    try {
      BigDecimal wan = new BigDecimal(given.strip().replace(",", "").replace("，", ""));
      if (wan.signum() > 0 && wan.precision() - wan.scale() <= 12) {
        return wan;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new PullRefused(page.t("promotion.pull.no-output", given));
  }

  private List<Shown.Pull> pulls(Page page, Atlas atlas, LeaderPull.Answer answer) {
    String division = ChainPages.zone(page).division();
    Optional<Coverage> coverage = gaps.coverage(atlas, division);
    Map<String, Gap> byLink =
        gaps.list(atlas, division).stream()
            .collect(Collectors.toMap(gap -> gap.link().code(), Function.identity()));
    return answer.links().stream()
        .map(
            pulled -> {
              Link link = atlas.find(pulled.link()).orElseThrow();
              Gap gap = java.util.Objects.requireNonNull(byLink.get(pulled.link()));
              return new Shown.Pull(
                  ChainWords.name(page, link),
                  StructurePages.href(page, atlas, link),
                  coverage.map(c -> words.light(page, gap)).orElse(null),
                  gap.verdict().code(),
                  wan(pulled.upstream()),
                  wan(pulled.downstream()));
            })
        .toList();
  }

  /** Whole 万元: coefficients of a table do not carry more. */
  private static String wan(double wan) {
    return ChainWords.number(BigDecimal.valueOf(wan).setScale(0, RoundingMode.HALF_UP).longValue());
  }

  private static String shown(
      Page page, Atlas atlas, String link, String output, String table, Model model) {
    model.addAttribute("atlas", atlas);
    model.addAttribute("name", ChainWords.name(page, atlas));
    model.addAttribute("link", link);
    model.addAttribute("output", output);
    model.addAttribute("table", table);
    return "promotion/pull";
  }

  private Atlas atlas(String chain) {
    return atlases.find(chain).orElseThrow(() -> new NoSuchChain(chain));
  }
}
