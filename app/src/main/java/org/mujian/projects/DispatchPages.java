package org.mujian.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.SmallTables;
import org.mujian.documents.TableRefused;
import org.mujian.projects.course.Stage;
import org.mujian.projects.dispatch.Sheet;
import org.mujian.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dispatch table (调度表): as a page, out as a spreadsheet, and back. */
@Controller
class DispatchPages {

  private final Desk desk;
  private final DispatchDesk returned;
  private final Dispatch dispatch;
  private final Returns returns;
  private final Courses courses;
  private final SmallTables tables;
  private final TransactionTemplate transaction;

  DispatchPages(
      Desk desk,
      DispatchDesk returned,
      Dispatch dispatch,
      Returns returns,
      Courses courses,
      SmallTables tables,
      TransactionTemplate transaction) {
    this.desk = desk;
    this.returned = returned;
    this.dispatch = dispatch;
    this.returns = returns;
    this.courses = courses;
    this.tables = tables;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/projects/dispatch")
  String table(
      Page page,
      @RequestParam @Nullable String light,
      @RequestParam @Nullable String projected,
      Model model) {
    Rights.checkRead(page.account());
    model.addAttribute("view", desk.list(page, new Desk.Asked(light, null, null, null)));
    model.addAttribute("projected", projected != null);
    return "projects/dispatch";
  }

  @GetMapping("/z/{zone}/projects/dispatch.xlsx")
  void export(Page page, HttpServletResponse response) throws IOException {
    Rights.checkRead(page.account());
    String title = Objects.requireNonNull(page.zone()).name() + "调度表 " + page.today();
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename("调度表-" + page.today() + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    Workbooks.write(
        response.getOutputStream(),
        title,
        courses.get().stages().stream().map(Stage::name).toList(),
        dispatch.table(ProjectPages.zone(page)));
  }

  @PostMapping("/z/{zone}/projects/dispatch")
  String bring(
      Page page,
      @RequestParam(defaultValue = "") String pasted,
      @RequestParam @Nullable MultipartFile file,
      RedirectAttributes to)
      throws IOException {
    Rights.checkWrite(page.account());
    boolean uploaded = file != null && !file.isEmpty();
    String name =
        uploaded
            ? String.valueOf(Objects.requireNonNull(file).getOriginalFilename())
            : page.t("projects.dispatch.pasted", page.today().toString());
    byte[] content = uploaded ? Objects.requireNonNull(file).getBytes() : new byte[0];
    try {
      List<List<String>> rows =
          uploaded ? tables.read(content, Returns.MOST_ROWS, page.language()) : Pasted.rows(pasted);
      dispatch.compare(ProjectPages.zone(page), rows); // refused now rather than on the next page
      long id = returns.keep(ProjectPages.zone(page), name, rows);
      return "redirect:" + page.in("projects/dispatch/returns/" + id);
    } catch (ProjectRefused | TableRefused | Sheet.NotATable e) {
      to.addFlashAttribute("refused", e.getMessage());
      to.addFlashAttribute("pasted", pasted.length() > 20000 ? "" : pasted);
      return "redirect:" + page.in("projects/dispatch");
    }
  }

  @GetMapping("/z/{zone}/projects/dispatch/returns/{id:\\d+}")
  String compare(Page page, @PathVariable long id, Model model) throws Sheet.NotATable {
    Rights.checkRead(page.account());
    model.addAttribute("view", returned.view(page, returns.get(ProjectPages.zone(page), id)));
    model.addAttribute("mayWrite", Rights.mayWrite(page.account()));
    return "projects/returned";
  }

  @PostMapping("/z/{zone}/projects/dispatch/returns/{id:\\d+}")
  ModelAndView accept(
      Page page,
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> typed,
      Model model)
      throws Sheet.NotATable {
    Rights.checkWrite(page.account());
    try {
      transaction.executeWithoutResult(status -> decide(ProjectPages.zone(page), id, typed));
      return new ModelAndView("redirect:" + page.in("projects/dispatch/returns/" + id));
    } catch (ProjectRefused e) {
      compare(page, id, model);
      model.addAttribute("refused", e.getMessage());
      return new ModelAndView("projects/returned", model.asMap(), HttpStatus.CONFLICT);
    }
  }

  private void decide(long zone, long id, MultiValueMap<String, String> typed) {
    Returned back = returns.get(zone, id);
    Set<Long> accepted = new HashSet<>();
    Map<String, Boolean> asWan = new HashMap<>();
    Map<Integer, Dispatch.Answer> answers = new HashMap<>();
    typed.forEach(
        (field, values) -> {
          String value = values.getFirst();
          if (field.equals("accept")) {
            values.stream()
                .filter(v -> v.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .forEach(accepted::add);
          } else if (field.startsWith("unit-") && !value.equals("none")) {
            asWan.put(field.substring(5), value.equals("wan"));
          } else if (field.matches("row-\\d{1,9}")) {
            answers.put(Integer.valueOf(field.substring(4)), answer(value));
          }
        });
    boolean cancelled = typed.containsKey("discard");
    try {
      List<String> done =
          cancelled
              ? List.of("放弃，没有改动")
              : dispatch.accept(zone, back.cells(), accepted, asWan, answers, "调度表 " + back.name());
      returns.close(zone, id, done.isEmpty() ? List.of("没有接受任何改动") : done);
    } catch (Sheet.NotATable e) {
      throw new IllegalStateException("a table that was understood before", e);
    }
  }

  private static Dispatch.Answer answer(String value) {
    if (value.matches("\\d{1,18}")) {
      return new Dispatch.Answer(Dispatch.Answer.Kind.SAME, Long.parseLong(value));
    }
    return new Dispatch.Answer(
        value.equals("new") ? Dispatch.Answer.Kind.NEW : Dispatch.Answer.Kind.SKIP, 0);
  }
}
