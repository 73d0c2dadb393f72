package org.mujian.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Weights;
import org.mujian.documents.Exports;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A scheme's page; bringing one as a table; opening a round of it. */
@Controller
class SchemePages {

  private final Schemes schemes;
  private final Rounds rounds;
  private final ShippedScheme shipped;
  private final SchemeIntake intake;
  private final Exports exports;
  private final TransactionTemplate transaction;

  SchemePages(
      Schemes schemes,
      Rounds rounds,
      ShippedScheme shipped,
      SchemeIntake intake,
      Exports exports,
      TransactionTemplate transaction) {
    this.schemes = schemes;
    this.rounds = rounds;
    this.shipped = shipped;
    this.intake = intake;
    this.exports = exports;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/governance/schemes/{id:\\d+}")
  String scheme(
      Page page,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String bureau,
      Model model) {
    Rights.checkRead(page.account());
    StoredScheme scheme = schemes.get(RoundDesk.zone(page), id);
    Words words = Words.of(page);
    Weights weights = Weights.of(scheme.head().points(), scheme.scheme().classes());
    model.addAttribute("title", RoundDesk.schemeName(words, scheme.head()));
    model.addAttribute("source", scheme.head().source());
    model.addAttribute("own", scheme.head().own());
    model.addAttribute("sample", scheme.head().sample());
    model.addAttribute("points", Words.points(scheme.head().points()));
    model.addAttribute(
        "parts", weights.classes().stream().map(GovernanceViews.SchemeSum::of).toList());
    model.addAttribute("sum", Words.points(weights.sum()));
    model.addAttribute("href", page.in("governance/schemes/" + id));
    model.addAttribute("rows", rows(words, scheme, part, bureau));
    model.addAttribute("chips", SchemeChips.of(page, scheme, part, bureau));
    model.addAttribute("year", String.valueOf(page.today().getYear()));
    model.addAttribute("mayWrite", Rights.mayWrite(page.account()));
    return "governance/scheme";
  }

  private static List<GovernanceViews.SchemeRow> rows(
      Words words, StoredScheme scheme, String wantedPart, String wantedBureau) {
    return scheme.parts().stream()
        .filter(part -> wantedPart.isEmpty() || wantedPart.equals(part.code()))
        .flatMap(
            part ->
                part.lines().stream()
                    .filter(line -> wantedBureau.isEmpty() || wantedBureau.equals(line.bureau()))
                    .map(line -> row(words, part, line)))
        .toList();
  }

  private static GovernanceViews.SchemeRow row(
      Words words, StoredScheme.Part part, StoredScheme.Line line) {
    return new GovernanceViews.SchemeRow(
        part.name(),
        line.code(),
        line.name(),
        line.unit(),
        Words.points(line.points()),
        words.rule(line.rule()),
        line.target() == null ? "–" : Words.number(line.target()),
        words.t(line.accrues() ? "governance.accrues" : "governance.level"),
        line.measure(),
        line.bureau(),
        line.note());
  }

  /** As a sheet that can be brought back. */
  @GetMapping("/z/{zone}/governance/schemes/{id:\\d+}/export.xlsx")
  void export(Page page, @PathVariable long id, HttpServletResponse response) {
    Rights.checkRead(page.account());
    StoredScheme scheme = schemes.get(RoundDesk.zone(page), id);
    exports.send(
        response,
        Exports.Format.XLSX,
        scheme.head().name(),
        Arrays.stream(SchemeSheet.Column.values())
            .map(column -> new Exports.Column(column.title(), 14))
            .toList(),
        sink -> SchemeIntake.cells(scheme).forEach(sink));
  }

  /** Takes the scheme that comes with the program in, once. */
  @PostMapping("/z/{zone}/governance/schemes/shipped")
  String adoptShipped(Page page) {
    Rights.checkWrite(page.account());
    long zone = RoundDesk.zone(page);
    long id =
        Objects.requireNonNull(
            transaction.execute(
                s ->
                    schemes.listAll(zone).stream()
                        .filter(StoredScheme.Head::own)
                        .findFirst()
                        .map(StoredScheme.Head::id)
                        .orElseGet(() -> schemes.adopt(zone, shipped.draft(false)))));
    return "redirect:" + page.in("governance/schemes/" + id);
  }

  @PostMapping("/z/{zone}/governance/schemes/{id:\\d+}/rounds")
  String open(
      Page page,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String due,
      RedirectAttributes to) {
    Rights.checkWrite(page.account());
    long zone = RoundDesk.zone(page);
    try {
      if (!year.matches("20[0-9]{2}") || !due.matches("[1-9]|1[0-9]|2[0-8]")) {
        throw new GovernanceRefused("年度写作 2026；报送日写 1 至 28：现在是“" + year + "”和“" + due + "”");
      }
      long round =
          Objects.requireNonNull(
              transaction.execute(
                  s -> {
                    StoredScheme.Head head = schemes.get(zone, id).head();
                    String title = page.t("governance.round.title", year, head.name());
                    return rounds.open(
                        zone, head, Integer.parseInt(year), title, Integer.parseInt(due));
                  }));
      return "redirect:" + page.in("governance/rounds/" + round);
    } catch (GovernanceRefused e) {
      to.addFlashAttribute("refused", e.getMessage());
      return "redirect:" + page.in("governance/schemes/" + id);
    }
  }

  @GetMapping("/z/{zone}/governance/schemes/import")
  String choose(Page page, Model model) {
    Rights.checkWrite(page.account());
    model.addAttribute("typed", Map.of("points", "100"));
    return "governance/import";
  }

  /** What was understood, before anything is kept. */
  @PostMapping("/z/{zone}/governance/schemes/import")
  ModelAndView bring(
      Page page,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model)
      throws IOException {
    Rights.checkWrite(page.account());
    byte[] content = file == null || file.isEmpty() ? null : file.getBytes();
    SchemeIntake.Brought brought = intake.look(page, typed, content);
    model.addAttribute("typed", typed);
    model.addAttribute("look", brought.look());
    SchemeDraft draft = brought.draft();
    if (typed.containsKey("commit") && draft != null) {
      try {
        long id = Objects.requireNonNull(transaction.execute(s -> adopt(page, draft)));
        return new ModelAndView("redirect:" + page.in("governance/schemes/" + id));
      } catch (GovernanceRefused e) {
        model.addAttribute("refused", e.getMessage());
      }
    }
    boolean fine = draft != null && model.getAttribute("refused") == null;
    return new ModelAndView(
        "governance/import",
        model.asMap(),
        fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private long adopt(Page page, SchemeDraft draft) {
    return schemes.adopt(RoundDesk.zone(page), draft);
  }
}
