package org.mujian.promotion;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.lead.LeadQuery;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.web.Chip;
import org.mujian.web.Language;
import org.mujian.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of leads and its export. */
@Controller
class LeadPages {

  private static final List<String> FILTERS = List.of("q", "stage", "mine", "closed", "chain");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("线索编号", 10),
          new Column("企业名称", 36),
          new Column("统一社会信用代码", 22),
          new Column("产业链环节", 20),
          new Column("来源", 30),
          new Column("阶段", 8),
          new Column("持有人", 14),
          new Column("收到日期", 12),
          new Column("下一步", 12),
          new Column("时限", 12),
          new Column("说明", 40),
          new Column("转为项目", 10));

  private final Leads leads;
  private final LeadWords words;
  private final Atlases atlases;
  private final ObjectProvider<Exports> exports;

  LeadPages(Leads leads, LeadWords words, Atlases atlases, ObjectProvider<Exports> exports) {
    this.leads = leads;
    this.words = words;
    this.atlases = atlases;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/promotion/leads")
  String list(Page page, @RequestParam Map<String, String> asked, Model model) {
    Map<String, String> filters = filters(asked);
    List<Shown.LeadLine> lines = lines(page, filters);
    model.addAttribute("lines", lines);
    model.addAttribute("late", lines.stream().filter(Shown.LeadLine::isLate).count());
    model.addAttribute("q", filters.getOrDefault("q", ""));
    model.addAttribute("filters", filters);
    model.addAttribute("chips", chips(page, filters));
    model.addAttribute("export", address(page.in("promotion/leads/export.xlsx"), filters));
    model.addAttribute("mayWork", Rights.mayWork(page.account(), ChainPages.zone(page).id()));
    return "promotion/leads";
  }

  @GetMapping({"/z/{zone}/promotion/leads/export.xlsx", "/z/{zone}/promotion/leads/export.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    List<Shown.LeadLine> lines = lines(page, filters(asked));
    exports
        .getObject()
        .send(
            response,
            format,
            page.t("promotion.leads"),
            COLUMNS,
            sink -> lines.forEach(line -> sink.accept(row(line))));
  }

  private static List<@org.jspecify.annotations.Nullable Object> row(Shown.LeadLine line) {
    return Arrays.asList(
        line.lead().id(),
        line.lead().name(),
        line.lead().creditCode(),
        line.link(),
        line.lead().source(),
        line.stage(),
        line.lead().owner(),
        line.lead().receivedOn(),
        line.act(),
        line.due() == null ? null : line.due().dueOn(),
        line.lead().note(),
        line.lead().project());
  }

  private List<Shown.LeadLine> lines(Page page, Map<String, String> filters) {
    long zone = ChainPages.zone(page).id();
    var account = java.util.Objects.requireNonNull(page.account());
    String stage = filters.get("stage");
    LeadQuery query =
        new LeadQuery(
            stage == null ? null : LeadStage.of(stage),
            filters.containsKey("closed"),
            filters.containsKey("mine") ? account.id() : null,
            filters.get("chain"),
            null,
            filters.get("q"));
    return words.lines(page.language(), zone, leads.list(zone, query));
  }

  private static Map<String, String> filters(Map<String, String> asked) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : FILTERS) {
      String value = asked.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  private List<Chip> chips(Page page, Map<String, String> filters) {
    List<Chip> chips = new ArrayList<>();
    chips.add(chip(page, filters, "mine", "1", page.t("promotion.leads.mine")));
    for (LeadStage stage : LeadStage.values()) {
      chips.add(chip(page, filters, "stage", stage.code(), words.stage(page.language(), stage)));
    }
    chips.add(chip(page, filters, "closed", "1", page.t("promotion.leads.closed")));
    atlases
        .listAll()
        .forEach(
            atlas ->
                chips.add(
                    chip(
                        page,
                        filters,
                        "chain",
                        atlas.code(),
                        page.language() == Language.ENGLISH ? atlas.nameEn() : atlas.name())));
    return chips;
  }

  private static Chip chip(
      Page page, Map<String, String> filters, String name, String value, String text) {
    boolean on = value.equals(filters.get(name));
    Map<String, String> changed = new LinkedHashMap<>(filters);
    if (on) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Chip(text, address(page.in("promotion/leads"), changed), on, true);
  }

  private static String address(String path, Map<String, String> filters) {
    return filters.isEmpty()
        ? path
        : path
            + "?"
            + filters.entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
  }
}
