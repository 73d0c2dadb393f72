package org.mujian.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.facts.AsKnown;
import org.mujian.facts.Basis;
import org.mujian.facts.Fact;
import org.mujian.facts.Figures;
import org.mujian.facts.Measure;
import org.mujian.facts.Measures;
import org.mujian.facts.Subject;
import org.mujian.units.Period;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A round: score, indicators, bureaus, one indicator, freezing. */
@Controller
class RoundPages {

  private final RoundDesk desk;
  private final Rounds rounds;
  private final Scoring scoring;
  private final Schemes schemes;
  private final Figures figures;
  private final Measures measures;
  private final Exports exports;
  private final TransactionTemplate transaction;

  RoundPages(
      RoundDesk desk,
      Rounds rounds,
      Scoring scoring,
      Schemes schemes,
      Figures figures,
      Measures measures,
      Exports exports,
      TransactionTemplate transaction) {
    this.desk = desk;
    this.rounds = rounds;
    this.scoring = scoring;
    this.schemes = schemes;
    this.figures = figures;
    this.measures = measures;
    this.exports = exports;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/governance/rounds/{id:\\d+}")
  String round(
      Page page, @PathVariable long id, @RequestParam Map<String, String> asked, Model model) {
    Rights.checkRead(page.account());
    model.addAttribute("view", desk.view(page, id, RoundDesk.Asked.of(asked)));
    return "governance/round";
  }

  /** What falls to whom. */
  @GetMapping("/z/{zone}/governance/rounds/{id:\\d+}/bureaus")
  String bureaus(
      Page page,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String month,
      Model model) {
    Rights.checkRead(page.account());
    transaction.executeWithoutResult(
        s -> {
          Standing standing = desk.standing(page, id, month);
          model.addAttribute("title", standing.round().title());
          model.addAttribute("month", standing.month().toString());
          model.addAttribute("href", page.in("governance/rounds/" + id));
          model.addAttribute("parts", desk.bureaus(page, standing));
          model.addAttribute("light", RoundDesk.light(Words.of(page), standing));
          model.addAttribute("sample", standing.round().sample());
        });
    return "governance/bureaus";
  }

  @GetMapping({
    "/z/{zone}/governance/rounds/{id:\\d+}/bureaus.xlsx",
    "/z/{zone}/governance/rounds/{id:\\d+}/bureaus.csv"
  })
  void exportBureaus(
      Page page,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String month,
      HttpServletResponse response,
      Exports.Format format) {
    Rights.checkRead(page.account());
    record Found(String title, List<RoundView.Part> parts) {}
    Found found =
        Objects.requireNonNull(
            transaction.execute(
                s -> {
                  Standing standing = desk.standing(page, id, month);
                  return new Found(
                      standing.round().title() + " " + standing.month(),
                      desk.bureaus(page, standing));
                }));
    exports.send(
        response,
        format,
        found.title() + " " + page.t("governance.bureaus"),
        List.of(
            new Exports.Column(page.t("governance.bureau"), 18),
            new Exports.Column(page.t("governance.points"), 10),
            new Exports.Column(page.t("governance.earned"), 10),
            new Exports.Column(page.t("governance.lost"), 10),
            new Exports.Column(page.t("governance.open"), 10),
            new Exports.Column(page.t("governance.persons"), 36)),
        sink ->
            found
                .parts()
                .forEach(
                    part ->
                        sink.accept(
                            Arrays.asList(
                                part.name(),
                                new BigDecimal(part.points()),
                                new BigDecimal(part.known()),
                                new BigDecimal(part.lost()),
                                new BigDecimal(part.open()),
                                part.people()))));
  }

  @GetMapping({
    "/z/{zone}/governance/rounds/{id:\\d+}/export.xlsx",
    "/z/{zone}/governance/rounds/{id:\\d+}/export.csv"
  })
  void export(
      Page page,
      @PathVariable long id,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Exports.Format format) {
    Rights.checkRead(page.account());
    RoundDesk.Asked query = RoundDesk.Asked.of(asked);
    Standing standing =
        Objects.requireNonNull(transaction.execute(s -> desk.standing(page, id, query.month())));
    Words words = Words.of(page);
    exports.send(
        response,
        format,
        standing.round().title() + " " + standing.month(),
        columns(words),
        sink ->
            RoundDesk.shown(standing, query)
                .forEach(line -> sink.accept(cells(page, words, standing, line))));
  }

  private static List<Exports.Column> columns(Words words) {
    return List.of(
        new Exports.Column(words.t("governance.class"), 10),
        new Exports.Column(words.t("governance.code"), 8),
        new Exports.Column(words.t("governance.indicator"), 30),
        new Exports.Column(words.t("governance.unit"), 10),
        new Exports.Column(words.t("governance.points"), 8),
        new Exports.Column(words.t("governance.rule"), 40),
        new Exports.Column(words.t("governance.value"), 14),
        new Exports.Column(words.t("governance.target"), 14),
        new Exports.Column(words.t("governance.base"), 14),
        new Exports.Column(words.t("governance.earned"), 10),
        new Exports.Column(words.t("governance.why"), 50),
        new Exports.Column(words.t("governance.light"), 30),
        new Exports.Column(words.t("governance.bureau"), 14),
        new Exports.Column(words.t("governance.period"), 14));
  }

  private static List<@Nullable Object> cells(
      Page page, Words words, Standing standing, Standing.Line line) {
    var light = words.light(line.verdict(standing.month()), line.mark());
    return Arrays.asList(
        line.part().name(),
        line.of().code(),
        line.of().name(),
        line.of().unit(),
        line.of().points(),
        words.rule(line.of().rule()),
        line.mark().reading().value(),
        line.mark().reading().target(),
        line.mark().reading().base(),
        line.mark().earned(),
        words.reason(line.mark()),
        page.t("light." + light.state().style()) + " " + light.reason(),
        line.of().bureau(),
        line.evidence().period());
  }

  @GetMapping("/z/{zone}/governance/rounds/{id:\\d+}/indicators/{indicator:\\d+}")
  String indicator(
      Page page,
      @PathVariable long id,
      @PathVariable long indicator,
      @RequestParam(defaultValue = "") String month,
      Model model) {
    Rights.checkRead(page.account());
    fill(page, id, indicator, month, Map.of(), Map.of(), model);
    return "governance/indicator";
  }

  private void fill(
      Page page,
      long id,
      long indicator,
      String month,
      Map<String, String> typed,
      Map<String, String> errors,
      Model model) {
    transaction.executeWithoutResult(
        s -> {
          Standing standing = desk.standing(page, id, month);
          Standing.Line line =
              standing.find(indicator).orElseThrow(() -> new NoSuchGovernance("指标 " + indicator));
          Rounds.Given given = rounds.targets(RoundDesk.zone(page), id).get(indicator);
          Map<String, String> values = new LinkedHashMap<>(typed);
          if (typed.isEmpty() && given != null) {
            values.put("target", plain(given.target()));
            values.put("base", plain(given.base()));
            values.put("source", given.source());
          }
          String href = page.in("governance/rounds/" + id);
          Words words = Words.of(page);
          model.addAttribute("row", RoundDesk.row(page, words, href, standing, line));
          model.addAttribute("rule", words.rule(line.of().rule()));
          model.addAttribute("note", line.of().note());
          model.addAttribute("title", standing.round().title());
          model.addAttribute("href", href);
          model.addAttribute("month", standing.month().toString());
          model.addAttribute("needsBase", line.of().rule().needsBase());
          model.addAttribute("needsTarget", line.of().rule().needsTarget());
          model.addAttribute("baseGiven", line.evidence().baseGiven());
          model.addAttribute("typed", values);
          model.addAttribute("errors", errors);
          model.addAttribute("history", history(page, standing.round(), line.of()));
          model.addAttribute(
              "mayWrite", Rights.mayWrite(page.account()) && !standing.round().isFrozen());
        });
  }

  private List<GovernanceViews.Past> history(Page page, Round round, StoredScheme.Line line) {
    long zone = RoundDesk.zone(page);
    Measure measure = measures.find(zone, line.measure()).orElse(null);
    if (measure == null) {
      return List.of();
    }
    Basis basis = measure.official();
    Period.Kind kind = line.accrues() ? Period.Kind.CUMULATIVE : Period.Kind.MONTH;
    return figures
        .listSeries(zone, Subject.ofZone(zone), line.measure(), basis, kind, AsKnown.NOW)
        .stream()
        .filter(fact -> fact.period().end().getYear() >= round.year() - 1)
        .map(fact -> past(page, measure, fact))
        .toList()
        .reversed();
  }

  private static GovernanceViews.Past past(Page page, Measure measure, Fact fact) {
    return new GovernanceViews.Past(
        fact.period().toString(),
        fact.value() == null
            ? "– " + fact.missing()
            : Words.number(fact.value().movePointLeft(measure.shift())),
        page.in("facts/" + fact.id()));
  }

  @PostMapping("/z/{zone}/governance/rounds/{id:\\d+}/indicators/{indicator:\\d+}")
  ModelAndView set(
      Page page,
      @PathVariable long id,
      @PathVariable long indicator,
      @RequestParam Map<String, String> typed,
      Model model) {
    Rights.checkWrite(page.account());
    Map<String, String> errors = new LinkedHashMap<>();
    BigDecimal target = number(page, typed, "target", errors);
    BigDecimal base = number(page, typed, "base", errors);
    String source = typed.getOrDefault("source", "").strip();
    if (source.isEmpty()) {
      errors.put("source", page.t("governance.source.needed"));
    }
    if (errors.isEmpty()) {
      try {
        transaction.executeWithoutResult(
            s -> {
              Round round = rounds.get(RoundDesk.zone(page), id);
              StoredScheme.Line line =
                  schemes
                      .get(RoundDesk.zone(page), round.schemeId())
                      .find(indicator)
                      .orElseThrow(() -> new NoSuchGovernance("指标 " + indicator));
              rounds.set(RoundDesk.zone(page), round, line, new Rounds.Given(target, base, source));
            });
        return new ModelAndView(
            "redirect:" + page.in("governance/rounds/" + id + "/indicators/" + indicator));
      } catch (GovernanceRefused e) {
        errors.put("target", String.valueOf(e.getMessage()));
      }
    }
    fill(page, id, indicator, "", typed, errors, model);
    return new ModelAndView(
        "governance/indicator", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static @Nullable BigDecimal number(
      Page page, Map<String, String> typed, String field, Map<String, String> errors) {
    String text = typed.getOrDefault(field, "").replace(",", "").replace("，", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,13}(\\.[0-9]{1,8})?")) {
      errors.put(field, page.t("governance.number.wrong", text));
      return null;
    }
    return new BigDecimal(text);
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  @PostMapping("/z/{zone}/governance/rounds/{id:\\d+}/freeze")
  String freeze(
      Page page, @PathVariable long id, @RequestParam String month, RedirectAttributes to) {
    Rights.checkFreeze(page.account());
    String back = page.in("governance/rounds/" + id);
    try {
      YearMonth at = YearMonth.parse(month);
      transaction.executeWithoutResult(
          s ->
              rounds.freeze(
                  RoundDesk.zone(page),
                  id,
                  () -> {
                    Round round = rounds.get(RoundDesk.zone(page), id);
                    if (at.getYear() != round.year()) {
                      throw new GovernanceRefused(
                          "「" + round.title() + "」考核 " + round.year() + " 年，不能按 " + month + " 封存");
                    }
                    return scoring.at(round, at);
                  }));
    } catch (java.time.DateTimeException e) {
      to.addFlashAttribute("refused", page.t("governance.month.wrong", month));
    } catch (GovernanceRefused e) {
      to.addFlashAttribute("refused", e.getMessage());
    }
    return "redirect:" + back;
  }
}
