package org.mujian.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.jobs.Job;
import org.mujian.jobs.JobLine;
import org.mujian.jobs.Jobs;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Import for people: upload or paste, look at what was understood, commit or abandon. */
@Controller
class ImportPages {

  private final ImportKinds kinds;
  private final Imports imports;
  private final Intake intake;
  private final ImportViews views;
  private final RejectedRows rejected;
  private final Jobs jobs;
  private final Exports exports;

  ImportPages(
      ImportKinds kinds,
      Imports imports,
      Intake intake,
      ImportViews views,
      RejectedRows rejected,
      Jobs jobs,
      Exports exports) {
    this.rejected = rejected;
    this.kinds = kinds;
    this.imports = imports;
    this.intake = intake;
    this.views = views;
    this.jobs = jobs;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/imports")
  String list(
      Page page,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(name = "too-large", required = false) @Nullable String tooLarge,
      Model model) {
    String message =
        tooLarge == null
            ? null
            : page.t("import.refused.too-large", FileStore.LARGEST / 1024 / 1024);
    return show(page, kind, message, model);
  }

  /** What the kind's table must and may have: the form shows it when another kind is chosen. */
  @GetMapping("/z/{zone}/imports/columns")
  String columns(Page page, @RequestParam String kind, Model model) {
    model.addAttribute("kind", getMayImport(page, kind));
    return "documents/expects";
  }

  /** An empty table to be filled in. */
  @GetMapping({"/z/{zone}/imports/columns.xlsx", "/z/{zone}/imports/columns.csv"})
  void blank(
      Page page, @RequestParam String kind, HttpServletResponse response, Exports.Format format) {
    ImportKind known = getMayImport(page, kind);
    exports.send(
        response,
        format,
        page.t(known.titleKey()),
        known.columns().stream()
            .map(column -> new Exports.Column(column.names().getFirst(), 16))
            .toList(),
        sink -> {});
  }

  private ImportKind getMayImport(Page page, String kind) {
    ImportKind known =
        kinds.find(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    known.targetZone(account(page), zone(page));
    return known;
  }

  private String show(Page page, @Nullable String kind, @Nullable String message, Model model) {
    List<ImportKind> open = kinds.listFor(account(page), zone(page));
    model.addAttribute("kinds", open);
    model.addAttribute(
        "kind",
        open.stream()
            .filter(one -> one.id().equals(kind))
            .findFirst()
            .orElse(open.isEmpty() ? null : open.getFirst()));
    model.addAttribute("message", message);
    model.addAttribute(
        "lines", imports.list(zone(page)).stream().map(i -> views.line(i, false, page)).toList());
    return "documents/imports";
  }

  @PostMapping("/z/{zone}/imports")
  String take(
      Page page,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String cells,
      Model model)
      throws IOException {
    try {
      ImportKind known = kinds.get(kind);
      long target = known.targetZone(account(page), zone(page));
      boolean pasted = file == null || file.isEmpty();
      if (pasted && cells.isBlank()) {
        return show(page, kind, page.t("import.nothing"), model);
      }
      String name =
          pasted
              ? page.t("import.pasted") + ".tsv"
              : FileNames.of(Objects.requireNonNull(file).getOriginalFilename());
      FileStore.Source source =
          pasted ? pasted(cells) : Objects.requireNonNull(file)::getInputStream;
      String title = page.t(known.titleKey()) + " · " + name;
      Intake.Taken taken =
          intake.take(target, known, name, title, source, ImportJob.Step.READ, false);
      return "redirect:"
          + page.in("imports/" + taken.what().id())
          + (taken.alreadyRunning() ? "?same" : "");
    } catch (FileRefused e) {
      return show(page, kind, page.t(e.key(), e.values()), model);
    }
  }

  private static FileStore.Source pasted(String cells) {
    byte[] bytes = cells.getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }

  @GetMapping("/z/{zone}/imports/{id}")
  String look(
      Page page,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String same,
      Model model) {
    Import what = getImport(id);
    Optional<Job> job = Optional.ofNullable(what.jobId()).flatMap(jobs::find);
    boolean idle = job.isEmpty() || job.get().state().isOver();
    boolean open = what.state() == Import.State.NEW || what.state() == Import.State.STAGED;
    model.addAttribute("line", views.line(what, idle && open && isMine(what, page), page));
    model.addAttribute("job", job.map(found -> JobLine.of(found, page)).orElse(null));
    model.addAttribute("preview", views.preview(what, page));
    model.addAttribute("diff", views.diff(what, page));
    model.addAttribute("same", same != null);
    return "documents/look";
  }

  /** Of a list that came back the rows ticked are written, and those that were too many to show. */
  @PostMapping("/z/{zone}/imports/{id}/commit")
  String commit(
      Page page,
      @PathVariable long id,
      @RequestParam(defaultValue = "skip") String rejects,
      @RequestParam(required = false) @Nullable List<Long> row,
      @RequestParam(defaultValue = "false") boolean choose) {
    Import what = getMine(id, page);
    if (intake.findRunning(what).isEmpty() && what.state() == Import.State.STAGED) {
      List<Long> chosen = row == null ? List.of() : row;
      String rows =
          choose ? String.join(",", chosen.stream().map(String::valueOf).toList()) : Edits.ALL;
      intake.begin(
          what, views.title(what, page), ImportJob.Step.COMMIT, rejects.equals("stop"), rows);
    }
    return "redirect:" + page.in("imports/" + id);
  }

  /** Reads the file again as the user says: another sheet, header row, or other columns. */
  @PostMapping("/z/{zone}/imports/{id}/reread")
  String reread(
      Page page,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String sheet,
      @RequestParam(required = false) @Nullable Long headerRow,
      @RequestParam Map<String, String> form) {
    Import what = getMine(id, page);
    boolean open = what.state() == Import.State.NEW || what.state() == Import.State.STAGED;
    if (open && intake.findRunning(what).isEmpty()) {
      intake.reread(
          what,
          new Asked(sheet.isEmpty() ? null : sheet, headerRow, mapping(what, form)),
          views.title(what, page));
    }
    return "redirect:" + page.in("imports/" + id);
  }

  /** From {@code c<column of the file>=<column of the kind>}; null when the form has none. */
  private @Nullable List<Integer> mapping(Import what, Map<String, String> form) {
    int size = kinds.get(what.kind()).columns().size();
    Integer[] mapping = new Integer[size];
    Arrays.fill(mapping, -1);
    boolean any = false;
    for (Map.Entry<String, String> field : form.entrySet()) {
      if (field.getKey().matches("c\\d{1,3}") && field.getValue().matches("-?\\d{1,3}")) {
        any = true;
        int column = Integer.parseInt(field.getValue());
        int at = Integer.parseInt(field.getKey().substring(1));
        if (column >= 0 && column < size && mapping[column] < 0) {
          mapping[column] = at;
        }
      }
    }
    return any ? List.of(mapping) : null;
  }

  @GetMapping("/z/{zone}/imports/{id}/rejected")
  void rejected(Page page, @PathVariable long id, HttpServletResponse response) throws IOException {
    rejected.send(getImport(id), page.language(), response);
  }

  @PostMapping("/z/{zone}/imports/{id}/abandon")
  String abandon(Page page, @PathVariable long id) {
    Import what = getMine(id, page);
    if (intake.findRunning(what).isEmpty()) {
      intake.abandon(what);
    }
    return "redirect:" + page.in("imports");
  }

  private Import getImport(long id) {
    return imports.find(id).orElseThrow(() -> new NoSuchImport(id));
  }

  /** For acting on it: the account must be one that may import the kind. */
  private Import getMine(long id, Page page) {
    Import what = getImport(id);
    long target = kinds.get(what.kind()).targetZone(account(page), zone(page));
    if (target != what.zoneId()) {
      throw new NoSuchImport(id);
    }
    return what;
  }

  private boolean isMine(Import what, Page page) {
    return kinds.listFor(account(page), zone(page)).stream()
        .anyMatch(kind -> kind.id().equals(what.kind()));
  }

  private static Account account(Page page) {
    return Objects.requireNonNull(page.account());
  }

  private static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}
