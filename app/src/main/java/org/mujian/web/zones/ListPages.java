package org.mujian.web.zones;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.zone.Department;
import org.mujian.zone.Dossier;
import org.mujian.zone.DossierChanged;
import org.mujian.zone.Dossiers;
import org.mujian.zone.Target;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two lists of the dossier, each one form: a line emptied is a line taken away. */
@Controller
class ListPages {

  private final Dossiers dossiers;
  private final ZoneForms forms;

  ListPages(Dossiers dossiers, ZoneForms forms) {
    this.dossiers = dossiers;
    this.forms = forms;
  }

  @GetMapping("/z/{zone}/zone/departments")
  String departments(Page page, Model model) {
    Keepers.checkEdit(page);
    Dossier dossier = dossiers.get(Objects.requireNonNull(page.zone()));
    var values = begun(dossier);
    for (Department department : dossier.departments()) {
      values.add("name", department.name());
      values.add("duty", department.duty());
    }
    return show(model, "zones/departments", Form.of(values));
  }

  @PostMapping("/z/{zone}/zone/departments")
  String saveDepartments(
      Page page, @RequestParam MultiValueMap<String, String> typed, Model model) {
    Keepers.checkEdit(page);
    Form form = Form.of(typed);
    List<Department> known = dossiers.get(Objects.requireNonNull(page.zone())).departments();
    List<Department> departments = new ArrayList<>();
    List<String> names = form.column("name");
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        departments.add(department(names.get(i), cell(form, "duty", i), known));
      }
    }
    once(page, form, departments.stream().map(Department::name).toList());
    return save(
        page,
        form,
        model,
        "zones/departments",
        (zone, version) -> dossiers.changeDepartments(zone, version, departments));
  }

  /** A line that nobody touched stays what it was, sample or not. */
  private static Department department(String name, String duty, List<Department> known) {
    Department typed = new Department(name, duty, false);
    Department sample = new Department(name, duty, true);
    return known.contains(sample) ? sample : typed;
  }

  @GetMapping("/z/{zone}/zone/targets")
  String targets(Page page, @RequestParam(required = false) @Nullable Integer year, Model model) {
    Keepers.checkEdit(page);
    Dossier dossier = dossiers.get(Objects.requireNonNull(page.zone()));
    int asked = year == null ? dossier.profile().planYear() : year;
    var values = begun(dossier);
    values.add("year", String.valueOf(asked));
    for (Target target : dossier.targets()) {
      if (target.year() == asked) {
        values.add("title", target.title());
        values.add("value", target.value().toPlainString());
        values.add("unit", target.unit());
        values.add("source", target.source());
      }
    }
    return show(model, "zones/targets", Form.of(values));
  }

  @PostMapping("/z/{zone}/zone/targets")
  String saveTargets(Page page, @RequestParam MultiValueMap<String, String> typed, Model model) {
    Keepers.checkEdit(page);
    Form form = Form.of(typed);
    int year = forms.year(page, form, "year");
    List<Target> targets = new ArrayList<>();
    List<String> titles = form.column("title");
    for (int i = 0; i < titles.size(); i++) {
      if (!titles.get(i).isEmpty()) {
        target(page, form, year, titles.get(i), i).ifPresent(targets::add);
      }
    }
    once(page, form, targets.stream().map(Target::title).toList());
    return save(
        page,
        form,
        model,
        "zones/targets",
        (zone, version) -> dossiers.changeTargets(zone, version, year, targets));
  }

  private static java.util.Optional<Target> target(
      Page page, Form form, int year, String title, int i) {
    String value = cell(form, "value", i).replace(",", "").replace("，", "");
    if (!value.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      form.wrong("value-" + i, page.t("targets.value.wrong", title, cell(form, "value", i)));
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        new Target(
            year,
            title,
            "",
            new BigDecimal(value),
            cell(form, "unit", i),
            cell(form, "source", i)));
  }

  private static void once(Page page, Form form, List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> form.wrong("list", page.t("zones.twice", name)));
  }

  private static MultiValueMap<String, String> begun(Dossier dossier) {
    var values = new LinkedMultiValueMap<String, String>();
    values.add("version", String.valueOf(dossier.profile().version()));
    return values;
  }

  private static String cell(Form form, String column, int row) {
    List<String> cells = form.column(column);
    return row < cells.size() ? cells.get(row) : "";
  }

  @FunctionalInterface
  private interface Writing {
    void write(Zone zone, int version);
  }

  private String save(Page page, Form form, Model model, String view, Writing writing) {
    Zone zone = Objects.requireNonNull(page.zone());
    int version = form.number("version", page.t("zones.version.lost"));
    if (form.holds()) {
      try {
        writing.write(zone, version);
        return "redirect:" + page.in("zone");
      } catch (DossierChanged e) {
        forms.changedMeanwhile(page, form, zone);
      }
    }
    return show(model, view, form);
  }

  private static String show(Model model, String view, Form form) {
    model.addAttribute("form", form);
    return view;
  }
}
