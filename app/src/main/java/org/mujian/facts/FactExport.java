package org.mujian.facts;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Format;
import org.mujian.identity.May;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Facts as files: the list as filtered, what is under way, and all that happened to one figure. The
 * first two have the headers by which facts are imported.
 */
@Controller
class FactExport {

  /** A sheet of Excel has so many rows. */
  private static final int MOST = 1_000_000;

  private final Facts facts;
  private final Figures figures;
  private final Measures measures;
  private final FactLines lines;
  private final Exports exports;

  FactExport(Facts facts, Figures figures, Measures measures, FactLines lines, Exports exports) {
    this.facts = facts;
    this.figures = figures;
    this.measures = measures;
    this.lines = lines;
    this.exports = exports;
  }

  @GetMapping({"/z/{zone}/facts/export.xlsx", "/z/{zone}/facts/export.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    send(page, response, format, "facts", list(page, asked));
  }

  @GetMapping({"/z/{zone}/facts/drafts.xlsx", "/z/{zone}/facts/drafts.csv"})
  void exportDrafts(Page page, HttpServletResponse response, Format format) {
    send(page, response, format, "facts.tab.drafts", underWay(page));
  }

  @GetMapping({
    "/z/{zone}/facts/{id:[0-9]{1,18}}/history.xlsx",
    "/z/{zone}/facts/{id:[0-9]{1,18}}/history.csv"
  })
  void exportHistory(
      Page page, @PathVariable long id, HttpServletResponse response, Format format) {
    send(page, response, format, "facts.history", history(page, id));
  }

  private List<Fact> list(Page page, Map<String, String> asked) {
    May.SEE_COMMITTEE.check(FactPages.account(page));
    try {
      FactPages.Asked read = FactPages.read(asked);
      return figures.list(FactPages.zone(page), read.query(), read.asKnown(), MOST, 0);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, page.t("facts.filter.unreadable"), e);
    }
  }

  private List<Fact> underWay(Page page) {
    May.RECORD_FACTS.check(FactPages.account(page));
    return facts.listUnderWay(FactPages.account(page), FactPages.zone(page), null, MOST);
  }

  private List<Fact> history(Page page, long id) {
    May.SEE_COMMITTEE.check(FactPages.account(page));
    Fact of = facts.get(FactPages.account(page), FactPages.zone(page), id);
    return facts.listHistory(FactPages.account(page), of);
  }

  private void send(
      Page page, HttpServletResponse response, Format format, String title, List<Fact> found) {
    Map<String, Measure> known = measures.byCode(FactPages.zone(page));
    FactLines.Named named = lines.named(page);
    exports.send(
        response,
        format,
        page.t(title),
        FactColumns.EXPORTED,
        sink ->
            found.forEach(
                fact -> sink.accept(row(page, fact, known.get(fact.measure()), named.of(fact)))));
  }

  private static List<@Nullable Object> row(
      Page page, Fact fact, @Nullable Measure measure, String subject) {
    BigDecimal value = fact.value();
    return Arrays.<@Nullable Object>asList(
        fact.measure(),
        measure == null ? fact.measure() : FactLines.name(page, measure),
        fact.subject().toString(),
        subject,
        fact.period().toString(),
        page.t("facts.basis." + fact.basis().code()),
        value == null || measure == null ? value : measure.shown(value),
        measure == null ? "" : measure.shownUnit(),
        fact.missing(),
        fact.source(),
        fact.evidence(),
        page.t("menu." + fact.bureau()),
        page.t("facts.state." + fact.state().code()),
        fact.reason(),
        FactLines.minute(fact.recorded().at()) + " " + fact.recorded().who(),
        FactLines.minute(fact.reviewed().at()) + " " + fact.reviewed().who(),
        FactLines.known(page, fact));
  }
}
