package org.mujian.promotion;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.documents.Exports;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Gap;
import org.mujian.promotion.lead.Leads;
import org.mujian.promotion.pull.Draw;
import org.mujian.promotion.pull.IoTable;
import org.mujian.promotion.pull.IoTables;
import org.mujian.promotion.pull.PullRefused;
import org.mujian.promotion.pull.Pulls;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pull-through (引一牵百): the output of a leader in one link, and by the zone's input-output table the
 * demand it makes up the chain and what it lets be made down the chain. The question stands in the
 * address, so that an answer can be sent to a colleague and taken out as a list.
 */
@Controller
class PullPages {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final double WHOLE = 100;

  private final Atlases atlases;
  private final Pulls pulls;
  private final IoTables tables;
  private final ChainWords words;
  private final ObjectProvider<Exports> exports;

  PullPages(
      Atlases atlases,
      Pulls pulls,
      IoTables tables,
      ChainWords words,
      ObjectProvider<Exports> exports) {
    this.atlases = atlases;
    this.pulls = pulls;
    this.tables = tables;
    this.words = words;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/promotion/pull/{chain}")
  String ask(
      Page page,
      @PathVariable String chain,
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String output,
      @RequestParam(defaultValue = "") String told,
      Model model,
      HttpServletResponse response) {
    Atlas atlas = atlas(chain);
    Zone zone = ChainPages.zone(page);
    if (told.equals("wrong") || told.equals("changed")) {
      model.addAttribute("problem", page.t("promotion.io." + told));
    }
    if (!output.isBlank()) {
      try {
        answer(page, atlas, pulls.of(zone.id(), zone.division(), atlas, link, output), model);
      } catch (PullRefused e) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", page.t(e.key(), e.values()));
      }
    }
    model.addAttribute("atlas", atlas);
    model.addAttribute("name", ChainWords.name(page, atlas));
    model.addAttribute("link", link);
    model.addAttribute("output", output);
    model.addAttribute("mayWork", Rights.mayWork(page.account(), zone.id()));
    model.addAttribute(
        "table", tables.find(zone.id()).map(table -> io(page, zone.id(), table)).orElse(null));
    return "promotion/pull";
  }

  private Shown.Io io(Page page, long zone, IoTable table) {
    return new Shown.Io(
        table.id(),
        table.version(),
        table.name(),
        table.year() == null ? "" : String.valueOf(table.year()),
        table.source(),
        page.t(
            "promotion.io.made",
            table.madeBy(),
            DAY.format(LocalDateTime.ofInstant(table.madeAt(), Leads.PLACE))),
        table.sectors().size(),
        table.sample(),
        table.year() != null && !table.source().isEmpty(),
        tables.count(zone) > 1);
  }

  private void answer(Page page, Atlas atlas, Pulls.Answer answer, Model model) {
    Draw draw = answer.draw();
    double most =
        draw.links().stream()
            .mapToDouble(d -> Math.max(0, d.upstream()) + Math.max(0, d.downstream()))
            .max()
            .orElse(0);
    String leader = ChainWords.name(page, answer.leader());
    List<Draw.Drawn> missing = answer.missing();
    model.addAttribute(
        "summary",
        answer.gaps().isEmpty()
            ? page.t("promotion.pull.summary.untagged", leader, draw.links().size())
            : page.t(
                "promotion.pull.summary",
                leader,
                draw.links().size(),
                missing.size(),
                wan(missing.stream().mapToDouble(Draw.Drawn::upstream).sum()),
                wan(missing.stream().mapToDouble(Draw.Drawn::downstream).sum())));
    model.addAttribute(
        "pulls", draw.links().stream().map(d -> line(page, atlas, answer, d, most)).toList());
    model.addAttribute("beyondUp", wan(draw.beyondUp()));
    model.addAttribute("beyondDown", wan(draw.beyondDown()));
    model.addAttribute(
        "sectors",
        draw.sectors().stream()
            .map(s -> new Shown.SectorPull(s.sector(), wan(s.upstream()), wan(s.downstream())))
            .toList());
    model.addAttribute(
        "export",
        page.in("promotion/pull/" + atlas.code() + "/export.xlsx")
            + "?link="
            + answer.leader().code()
            + "&output="
            + answer.output().toPlainString());
  }

  private Shown.Pull line(
      Page page, Atlas atlas, Pulls.Answer answer, Draw.Drawn drawn, double most) {
    Gap gap = answer.gap(drawn);
    return new Shown.Pull(
        ChainWords.name(page, drawn.link()),
        StructurePages.href(page, atlas, drawn.link()),
        gap == null ? null : words.light(page, gap),
        gap == null ? "" : gap.verdict().code(),
        answer.isMissing(drawn),
        drawn.sector(),
        wan(drawn.upstream()),
        wan(drawn.downstream()),
        weight(page, drawn),
        gap == null ? null : ChainWords.number(gap.inProvince()),
        part(drawn.upstream(), most),
        part(drawn.downstream(), most));
  }

  private static double part(double amount, double most) {
    return most <= 0 ? 0 : WHOLE * Math.max(0, amount) / most;
  }

  private static String weight(Page page, Draw.Drawn drawn) {
    BigDecimal tonnes = drawn.tonnes();
    if (drawn.upstream() == 0) {
      return page.t("promotion.pull.weight.down");
    }
    if (tonnes == null) {
      return page.t("promotion.pull.weight.equal");
    }
    return page.t(
        drawn.weighed() ? "promotion.pull.weight.tonnes" : "promotion.pull.weight.alone",
        tonnes(tonnes));
  }

  private static String tonnes(BigDecimal tonnes) {
    return tonnes.setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  @GetMapping({
    "/z/{zone}/promotion/pull/{chain}/export.xlsx",
    "/z/{zone}/promotion/pull/{chain}/export.csv"
  })
  void export(
      Page page,
      @PathVariable String chain,
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String output,
      HttpServletResponse response,
      Exports.Format format) {
    Atlas atlas = atlas(chain);
    Zone zone = ChainPages.zone(page);
    Pulls.Answer answer = pulls.of(zone.id(), zone.division(), atlas, link, output);
    exports
        .getObject()
        .send(
            response,
            format,
            page.t(
                "promotion.pull.file",
                ChainWords.name(page, answer.leader()),
                answer.output().toPlainString()),
            columns(page),
            sink -> answer.draw().links().forEach(d -> sink.accept(row(page, answer, d))));
  }

  private static List<Exports.Column> columns(Page page) {
    return List.of(
        new Exports.Column(page.t("promotion.link"), 24),
        new Exports.Column(page.t("promotion.pull.sector"), 24),
        new Exports.Column(page.t("promotion.pull.up"), 16),
        new Exports.Column(page.t("promotion.pull.down"), 16),
        new Exports.Column(page.t("promotion.pull.weight"), 24),
        new Exports.Column(page.t("promotion.light"), 10),
        new Exports.Column(page.t("promotion.pull.in-city"), 10),
        new Exports.Column(page.t("promotion.pull.in-province"), 10),
        new Exports.Column(page.t("promotion.pull.table"), 40));
  }

  private static List<@Nullable Object> row(Page page, Pulls.Answer answer, Draw.Drawn drawn) {
    Gap gap = answer.gap(drawn);
    IoTable table = answer.table();
    return Arrays.asList(
        ChainWords.name(page, drawn.link()),
        drawn.sector(),
        whole(drawn.upstream()),
        whole(drawn.downstream()),
        weight(page, drawn),
        gap == null ? null : page.t("promotion.verdict." + gap.verdict().code()),
        gap == null ? null : gap.inCity(),
        gap == null ? null : gap.inProvince(),
        table.name()
            + (table.year() == null ? "" : " " + table.year())
            + (table.source().isEmpty() ? "" : " " + table.source()));
  }

  @PostMapping("/z/{zone}/promotion/pull/{chain}/table")
  String describe(
      Page page,
      @PathVariable String chain,
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String source) {
    atlas(chain);
    long zone = ChainPages.zone(page).id();
    Rights.mustWork(page.account(), zone);
    boolean readable = year.isBlank() || year.strip().matches("(19[5-9]|20\\d|21\\d)\\d");
    if (!readable || name.isBlank()) {
      return back(page, chain, "?told=wrong");
    }
    boolean done =
        tables.describe(
            zone,
            id,
            version,
            name.strip(),
            year.isBlank() ? null : Integer.valueOf(year.strip()),
            source.strip());
    return back(page, chain, done ? "" : "?told=changed");
  }

  /** The table before it is used again. */
  @PostMapping("/z/{zone}/promotion/pull/{chain}/withdraw")
  String withdraw(Page page, @PathVariable String chain, @RequestParam long id) {
    atlas(chain);
    long zone = ChainPages.zone(page).id();
    Rights.mustWork(page.account(), zone);
    return back(page, chain, tables.withdraw(zone, id) ? "" : "?told=changed");
  }

  private static String back(Page page, String chain, String told) {
    return "redirect:" + page.in("promotion/pull/" + chain) + told;
  }

  /** Whole 万元: coefficients of a table do not carry more. */
  private static String wan(double wan) {
    return ChainWords.number(whole(wan));
  }

  private static long whole(double wan) {
    return BigDecimal.valueOf(wan).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private Atlas atlas(String chain) {
    return atlases.find(chain).orElseThrow(() -> new NoSuchChain(chain));
  }
}
