package org.mujian.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.jobs.Job;
import org.mujian.jobs.JobLine;
import org.mujian.jobs.Jobs;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Import for people: upload or paste, look at what was understood, commit or abandon. */
@Controller
class ImportPages {

  private final ImportKinds kinds;
  private final Imports imports;
  private final Intake intake;
  private final ImportViews views;
  private final Jobs jobs;

  ImportPages(ImportKinds kinds, Imports imports, Intake intake, ImportViews views, Jobs jobs) {
    this.kinds = kinds;
    this.imports = imports;
    this.intake = intake;
    this.views = views;
    this.jobs = jobs;
  }

  @GetMapping("/z/{zone}/imports")
  String list(Page page, @RequestParam(required = false) @Nullable String kind, Model model) {
    return list(page, kind, null, model);
  }

  private String list(Page page, @Nullable String kind, @Nullable String message, Model model) {
    model.addAttribute("kinds", kinds.listFor(account(page), zone(page)));
    model.addAttribute("kind", kind == null ? "" : kind);
    model.addAttribute("message", message);
    model.addAttribute(
        "lines", imports.list(zone(page)).stream().map(i -> views.line(i, page)).toList());
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
        return list(page, kind, page.t("import.nothing"), model);
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
      return list(page, kind, page.t(e.key(), e.values()), model);
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
    List<Job> job = what.jobId() == null ? List.of() : jobs.find(what.jobId()).stream().toList();
    model.addAttribute("line", views.line(what, page));
    model.addAttribute("job", job.isEmpty() ? null : JobLine.of(job.getFirst(), page));
    model.addAttribute("preview", views.preview(what, page));
    model.addAttribute("same", same != null);
    return "documents/look";
  }

  @PostMapping("/z/{zone}/imports/{id}/commit")
  String commit(
      Page page, @PathVariable long id, @RequestParam(defaultValue = "skip") String rejects) {
    Import what = getMine(id, page);
    if (intake.findRunning(what).isEmpty() && what.state() == Import.State.STAGED) {
      intake.begin(what, views.title(what, page), ImportJob.Step.COMMIT, rejects.equals("stop"));
    }
    return "redirect:" + page.in("imports/" + id);
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

  private static Account account(Page page) {
    return Objects.requireNonNull(page.account());
  }

  private static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}
