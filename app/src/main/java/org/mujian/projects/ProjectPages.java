package org.mujian.projects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** The room's list, a project's page, and the form that makes or changes one. */
@Controller
class ProjectPages {

  private final Desk desk;
  private final ThingDesk things;
  private final Projects projects;
  private final Needs needs;
  private final TransactionTemplate transaction;

  ProjectPages(
      Desk desk,
      ThingDesk things,
      Projects projects,
      Needs needs,
      TransactionTemplate transaction) {
    this.desk = desk;
    this.things = things;
    this.projects = projects;
    this.needs = needs;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/projects")
  String list(
      Page page,
      @RequestParam @Nullable String light,
      @RequestParam @Nullable String stage,
      @RequestParam @Nullable String counted,
      @RequestParam @Nullable String q,
      Model model) {
    Rights.checkRead(page.account());
    model.addAttribute("view", desk.list(page, new Desk.Asked(light, stage, counted, q)));
    return "projects/list";
  }

  @GetMapping("/z/{zone}/projects/{id:\\d+}")
  String thing(Page page, @PathVariable long id, Model model) {
    Rights.checkRead(page.account());
    model.addAttribute("view", things.view(page, id));
    return "projects/thing";
  }

  @GetMapping("/z/{zone}/projects/new")
  String blank(Page page, Model model) {
    Rights.checkWrite(page.account());
    return form(page, model, ProjectForm.empty(), null);
  }

  @GetMapping("/z/{zone}/projects/{id:\\d+}/edit")
  String edit(Page page, @PathVariable long id, Model model) {
    Rights.checkWrite(page.account());
    Project project = projects.get(zone(page), id);
    return form(page, model, ProjectForm.of(project, needs.list(zone(page), id)), project);
  }

  @PostMapping("/z/{zone}/projects")
  ModelAndView create(Page page, @RequestParam Map<String, String> typed, Model model) {
    Rights.checkWrite(page.account());
    return save(page, typed, null, model);
  }

  @PostMapping("/z/{zone}/projects/{id:\\d+}/edit")
  ModelAndView change(
      Page page, @PathVariable long id, @RequestParam Map<String, String> typed, Model model) {
    Rights.checkWrite(page.account());
    return save(page, typed, projects.get(zone(page), id), model);
  }

  private ModelAndView save(
      Page page, Map<String, String> typed, @Nullable Project before, Model model) {
    ProjectForm form = new ProjectForm(new LinkedHashMap<>(typed), Map.of());
    Map<String, String> errors = new LinkedHashMap<>(form.check(page));
    if (errors.isEmpty()) {
      try {
        long id = Objects.requireNonNull(transaction.execute(s -> write(page, form, before)));
        return new ModelAndView("redirect:" + page.in("projects/" + id));
      } catch (ProjectRefused e) {
        errors.put("name", String.valueOf(e.getMessage()));
      }
    }
    form(page, model, form.with(errors), before);
    return new ModelAndView("projects/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private long write(Page page, ProjectForm form, @Nullable Project before) {
    long zone = zone(page);
    Project project;
    if (before == null) {
      project = projects.create(zone, form.draft(null));
    } else {
      // The link to the registry holds as long as the name does.
      boolean same = form.value("enterpriseName").strip().equals(before.enterpriseName());
      int version =
          form.value("version").matches("\\d{1,9}") ? Integer.parseInt(form.value("version")) : -1;
      project =
          projects.edit(
              zone, before.id(), version, form.draft(same ? before.enterpriseId() : null));
    }
    if (!needs.list(zone, project.id()).equals(form.needs())) {
      needs.set(zone, project.id(), form.needs());
    }
    return project.id();
  }

  private String form(Page page, Model model, ProjectForm form, @Nullable Project project) {
    List<ProjectView.Choice> others =
        projects.listAll(zone(page)).stream()
            .filter(other -> project == null || other.id() != project.id())
            .map(other -> new ProjectView.Choice(String.valueOf(other.id()), other.name()))
            .toList();
    model.addAttribute("form", form);
    model.addAttribute("project", project);
    model.addAttribute("others", others);
    model.addAttribute("needs", NeedWords.FACTORS);
    return "projects/form";
  }

  static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}
