package org.mujian.projects;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.KeptFiles;
import org.mujian.web.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The weekly meeting (调度会): opened, projected, its decisions typed live, closed with its papers.
 */
@Controller
class MeetingPages {

  private static final String MEETINGS = "/z/{zone}/projects/meetings";
  private static final String MEETING = MEETINGS + "/{id:\\d+}";
  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Meetings meetings;
  private final Decisions decisions;
  private final Problems problems;
  private final MeetingDesk desk;
  private final Closing closing;
  private final KeptFiles files;

  MeetingPages(
      Meetings meetings,
      Decisions decisions,
      Problems problems,
      MeetingDesk desk,
      Closing closing,
      KeptFiles files) {
    this.meetings = meetings;
    this.decisions = decisions;
    this.problems = problems;
    this.desk = desk;
    this.closing = closing;
    this.files = files;
  }

  @GetMapping(MEETINGS)
  String list(Page page, Model model) {
    Rights.checkRead(page.account());
    model.addAttribute(
        "meetings",
        meetings.listAll(ProjectPages.zone(page)).stream()
            .map(
                m ->
                    new MeetingsRow(
                        page.in("projects/meetings/" + m.id()),
                        m.number(),
                        m.heldOn().toString(),
                        m.chair(),
                        m.open()))
            .toList());
    model.addAttribute("mayWrite", Rights.mayWrite(page.account()));
    return "projects/meetings";
  }

  @PostMapping(MEETINGS)
  String open(
      Page page,
      @RequestParam(defaultValue = "") String chair,
      @RequestParam(defaultValue = "") String attendees,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
      RedirectAttributes to) {
    Rights.checkWrite(page.account());
    try {
      Meeting meeting =
          meetings.open(ProjectPages.zone(page), on == null ? page.today() : on, chair, attendees);
      return "redirect:" + page.in("projects/meetings/" + meeting.id());
    } catch (ProjectRefused e) {
      to.addFlashAttribute("refused", e.getMessage());
      return "redirect:" + page.in("projects/meetings");
    }
  }

  @GetMapping(MEETING)
  String meeting(
      Page page, @PathVariable long id, @RequestParam @Nullable String projected, Model model) {
    Rights.checkRead(page.account());
    model.addAttribute("view", desk.view(page, id));
    model.addAttribute("projected", projected != null);
    return "projects/meeting";
  }

  @PostMapping(MEETING + "/lines")
  String addLine(
      Page page, @PathVariable long id, @RequestParam @Nullable Long project, Model model) {
    Rights.checkWrite(page.account());
    Decision line = decisions.add(ProjectPages.zone(page), id, project);
    return line(page, id, line.id(), "", model);
  }

  @PostMapping(MEETING + "/lines/{line:\\d+}")
  String saveLine(
      Page page,
      @PathVariable long id,
      @PathVariable long line,
      @RequestParam Map<String, String> typed,
      Model model) {
    Rights.checkWrite(page.account());
    String saved = "";
    try {
      String project = typed.getOrDefault("project", "");
      String due = typed.getOrDefault("due", "");
      decisions.save(
          ProjectPages.zone(page),
          new Decision(
              line,
              id,
              project.matches("\\d{1,18}") ? Long.valueOf(project) : null,
              typed.getOrDefault("what", ""),
              typed.getOrDefault("lead", ""),
              typed.getOrDefault("support", ""),
              due.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(due) : null,
              null));
    } catch (ProjectRefused | java.time.format.DateTimeParseException e) {
      saved = String.valueOf(e.getMessage());
    }
    return line(page, id, line, saved, model);
  }

  @PostMapping(MEETING + "/lines/{line:\\d+}/remove")
  ResponseEntity<String> removeLine(Page page, @PathVariable long id, @PathVariable long line) {
    Rights.checkWrite(page.account());
    decisions.remove(ProjectPages.zone(page), line);
    return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("");
  }

  private String line(Page page, long id, long line, String trouble, Model model) {
    model.addAttribute("line", desk.line(page, line));
    model.addAttribute("projects", desk.choices(page));
    model.addAttribute("id", id);
    model.addAttribute("trouble", trouble);
    return "projects/line";
  }

  @PostMapping(MEETING + "/items/{problem:\\d+}/strike")
  String strike(
      Page page,
      @PathVariable long id,
      @PathVariable long problem,
      @RequestParam String evidence,
      RedirectAttributes to) {
    return act(page, id, to, () -> problems.strike(ProjectPages.zone(page), problem, evidence));
  }

  @PostMapping(MEETING + "/close")
  String close(Page page, @PathVariable long id, RedirectAttributes to) {
    return act(page, id, to, () -> closing.close(ProjectPages.zone(page), id));
  }

  private static String act(Page page, long id, RedirectAttributes to, Runnable work) {
    Rights.checkWrite(page.account());
    try {
      work.run();
    } catch (ProjectRefused e) {
      to.addFlashAttribute("refused", e.getMessage());
    }
    return "redirect:" + page.in("projects/meetings/" + id);
  }

  @GetMapping(MEETING + "/{kind:minutes|order}.docx")
  ResponseEntity<byte[]> paper(Page page, @PathVariable long id, @PathVariable String kind) {
    Rights.checkRead(page.account());
    long zone = ProjectPages.zone(page);
    Paper paper =
        closing.papers(zone, id).stream()
            .filter(p -> p.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> new NoSuchProject("这份会议文件"));
    return ResponseEntity.ok()
        .contentType(WORD)
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(paper.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(files.read(zone, paper.fileId()));
  }
}
