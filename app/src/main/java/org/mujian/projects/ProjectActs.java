package org.mujian.projects;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Stage;
import org.mujian.web.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one does on a project's page; a refusal is told on the page itself. */
@Controller
class ProjectActs {

  private static final String PAGE = "/z/{zone}/projects/{id:\\d+}";

  private final Entries entries;
  private final EvidenceBook evidence;
  private final EvidenceFiles files;
  private final Problems problems;
  private final Plans plans;
  private final ProgressBook progress;
  private final Courses courses;

  ProjectActs(
      Entries entries,
      EvidenceBook evidence,
      EvidenceFiles files,
      Problems problems,
      Plans plans,
      ProgressBook progress,
      Courses courses) {
    this.entries = entries;
    this.evidence = evidence;
    this.files = files;
    this.problems = problems;
    this.plans = plans;
    this.progress = progress;
    this.courses = courses;
  }

  /** Does it, or tells on the project's page why not. */
  static String act(Page page, long id, RedirectAttributes to, Runnable work) {
    Rights.checkWrite(page.account());
    try {
      work.run();
    } catch (ProjectRefused e) {
      to.addFlashAttribute("refused", e.getMessage());
    }
    return "redirect:" + page.in("projects/" + id);
  }

  @PostMapping(PAGE + "/enter")
  String enter(
      Page page,
      @PathVariable long id,
      @RequestParam String stage,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
      RedirectAttributes to) {
    LocalDate day = on == null ? page.today() : on;
    return act(page, id, to, () -> entries.enter(zone(page), id, stage, day));
  }

  @PostMapping(PAGE + "/withdraw")
  String withdraw(
      Page page,
      @PathVariable long id,
      @RequestParam String stage,
      @RequestParam String reason,
      RedirectAttributes to) {
    return act(page, id, to, () -> entries.withdraw(zone(page), id, stage, reason));
  }

  @PostMapping(PAGE + "/evidence")
  String evidence(
      Page page,
      @PathVariable long id,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String number,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dated,
      @RequestParam(defaultValue = "") String note,
      @RequestParam @Nullable MultipartFile file,
      RedirectAttributes to)
      throws IOException {
    byte[] content = file == null ? new byte[0] : file.getBytes();
    String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
    return act(
        page,
        id,
        to,
        () -> {
          if (dated == null) {
            throw new ProjectRefused("材料要写日期：以材料上的日期为准，照片以拍摄日期为准");
          }
          files.add(zone(page), id, kind, number, dated, note, name, content);
        });
  }

  @GetMapping(PAGE + "/evidence/{evidence:\\d+}")
  ResponseEntity<byte[]> file(
      Page page, @PathVariable long id, @PathVariable("evidence") long proof) {
    Rights.checkRead(page.account());
    EvidenceFiles.Shown shown = files.get(zone(page), id, proof);
    return ResponseEntity.ok()
        .contentType(shown.type())
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition",
            ContentDisposition.inline()
                .filename(shown.name(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(shown.content());
  }

  @PostMapping(PAGE + "/problems")
  String raise(
      Page page,
      @PathVariable long id,
      @RequestParam String what,
      @RequestParam String lead,
      @RequestParam(defaultValue = "") String support,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
      RedirectAttributes to) {
    return act(
        page,
        id,
        to,
        () -> {
          if (due == null) {
            throw new ProjectRefused("问题要写时限");
          }
          problems.raise(zone(page), id, null, new Problems.Matter(what, lead, support, due));
        });
  }

  @PostMapping(PAGE + "/problems/{problem:\\d+}/strike")
  String strike(
      Page page,
      @PathVariable long id,
      @PathVariable long problem,
      @RequestParam String evidence,
      RedirectAttributes to) {
    return act(page, id, to, () -> problems.strike(zone(page), problem, evidence));
  }

  @PostMapping(PAGE + "/problems/{problem:\\d+}/postpone")
  String postpone(
      Page page,
      @PathVariable long id,
      @PathVariable long problem,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
      @RequestParam String reason,
      RedirectAttributes to) {
    return act(
        page,
        id,
        to,
        () -> {
          if (due == null) {
            throw new ProjectRefused("请写新的时限");
          }
          problems.postpone(zone(page), problem, due, reason);
        });
  }

  @PostMapping(PAGE + "/plan")
  String plan(
      Page page,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes to) {
    return act(
        page,
        id,
        to,
        () -> {
          Map<String, LocalDate> days = new LinkedHashMap<>();
          for (Stage stage : courses.get().stages()) {
            String text = typed.getOrDefault("plan-" + stage.code(), "");
            if (!text.isBlank()) {
              days.put(stage.code(), day(text));
            }
          }
          plans.plan(zone(page), id, days);
        });
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (java.time.format.DateTimeParseException e) {
      throw new ProjectRefused("「" + text + "」不是日期，应如 2026-04-03");
    }
  }

  @PostMapping(PAGE + "/progress")
  String progress(
      Page page,
      @PathVariable long id,
      @RequestParam String done,
      @RequestParam String source,
      RedirectAttributes to) {
    return act(
        page,
        id,
        to,
        () ->
            progress.report(
                zone(page),
                id,
                YearMonth.from(page.today()),
                Amounts.readWan(done)
                    .orElseThrow(() -> new ProjectRefused("今年完成「" + done + "」不是数字（万元）")),
                source.isBlank() ? "项目页填报" : source.strip()));
  }

  private static long zone(Page page) {
    return ProjectPages.zone(page);
  }
}
