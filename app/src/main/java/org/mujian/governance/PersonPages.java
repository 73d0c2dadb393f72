package org.mujian.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.web.Page;
import org.mujian.zone.Department;
import org.mujian.zone.Dossiers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Departments, their posts and who holds them. */
@Controller
class PersonPages {

  private static final int MOST = 500;

  private final Persons persons;
  private final Dossiers dossiers;
  private final Exports exports;

  PersonPages(Persons persons, Dossiers dossiers, Exports exports) {
    this.exports = exports;
    this.persons = persons;
    this.dossiers = dossiers;
  }

  @GetMapping("/z/{zone}/governance/persons")
  String list(Page page, @RequestParam(defaultValue = "") String q, Model model) {
    Rights.checkRead(page.account());
    long zone = RoundDesk.zone(page);
    List<Person> all = found(zone, q);
    model.addAttribute("q", q.strip());
    model.addAttribute("groups", groups(departments(page), all));
    model.addAttribute("total", all.size());
    model.addAttribute("mayWrite", Rights.mayWrite(page.account()));
    return "governance/persons";
  }

  private List<Person> found(long zone, String q) {
    return q.isBlank() ? persons.listAll(zone) : persons.search(zone, q.strip(), MOST);
  }

  /** What the page shows, and no more of a person than that. */
  @GetMapping({"/z/{zone}/governance/persons.xlsx", "/z/{zone}/governance/persons.csv"})
  void export(
      Page page,
      @RequestParam(defaultValue = "") String q,
      HttpServletResponse response,
      Exports.Format format) {
    Rights.checkRead(page.account());
    var groups = groups(departments(page), found(RoundDesk.zone(page), q));
    exports.send(
        response,
        format,
        page.t("governance.persons"),
        List.of(
            new Exports.Column(page.t("governance.department"), 24),
            new Exports.Column(page.t("governance.department.duty"), 48),
            new Exports.Column(page.t("governance.person.post"), 24),
            new Exports.Column(page.t("governance.person.name"), 16),
            new Exports.Column(page.t("governance.person.account"), 10)),
        sink ->
            groups.forEach(
                group -> {
                  String name = group.name().isEmpty() ? page.t("governance.heads") : group.name();
                  if (group.people().isEmpty()) {
                    sink.accept(Arrays.asList(name, group.duty(), null, null, null));
                  }
                  group
                      .people()
                      .forEach(
                          person ->
                              sink.accept(
                                  Arrays.asList(
                                      name,
                                      group.duty(),
                                      person.post(),
                                      person.name(),
                                      person.accountId())));
                }));
  }

  private static List<GovernanceViews.Group> groups(
      List<Department> departments, List<Person> people) {
    Map<String, String> duties = new LinkedHashMap<>();
    duties.put("", "");
    departments.forEach(d -> duties.put(d.name(), d.duty()));
    people.forEach(p -> duties.putIfAbsent(p.department(), ""));
    return duties.entrySet().stream()
        .map(
            d ->
                new GovernanceViews.Group(
                    d.getKey(),
                    d.getValue(),
                    people.stream().filter(p -> p.department().equals(d.getKey())).toList()))
        .filter(group -> !group.name().isEmpty() || !group.people().isEmpty())
        .toList();
  }

  @GetMapping("/z/{zone}/governance/persons/new")
  String blank(Page page, @RequestParam(defaultValue = "") String department, Model model) {
    Rights.checkWrite(page.account());
    return form(page, model, null, Map.of("department", department), Map.of());
  }

  @GetMapping("/z/{zone}/governance/persons/{id:\\d+}")
  String edit(Page page, @PathVariable long id, Model model) {
    Rights.checkWrite(page.account());
    Person person = persons.get(RoundDesk.zone(page), id);
    Map<String, String> typed =
        Map.of(
            "name", person.name(),
            "department", person.department(),
            "post", person.post(),
            "account", person.accountId() == null ? "" : String.valueOf(person.accountId()),
            "version", String.valueOf(person.version()));
    return form(page, model, person, typed, Map.of());
  }

  @PostMapping("/z/{zone}/governance/persons")
  ModelAndView add(Page page, @RequestParam Map<String, String> typed, Model model) {
    Rights.checkWrite(page.account());
    return save(page, typed, null, model);
  }

  @PostMapping("/z/{zone}/governance/persons/{id:\\d+}")
  ModelAndView change(
      Page page, @PathVariable long id, @RequestParam Map<String, String> typed, Model model) {
    Rights.checkWrite(page.account());
    return save(page, typed, persons.get(RoundDesk.zone(page), id), model);
  }

  @PostMapping("/z/{zone}/governance/persons/{id:\\d+}/remove")
  String remove(Page page, @PathVariable long id) {
    Rights.checkWrite(page.account());
    persons.remove(RoundDesk.zone(page), id);
    return "redirect:" + page.in("governance/persons");
  }

  private ModelAndView save(
      Page page, Map<String, String> typed, @Nullable Person before, Model model) {
    Map<String, String> errors = new LinkedHashMap<>();
    String name = needed(page, typed, "name", errors);
    String post = needed(page, typed, "post", errors);
    String account = typed.getOrDefault("account", "").strip();
    if (!account.isEmpty() && !account.matches("[1-9][0-9]{0,17}")) {
      errors.put("account", page.t("governance.person.account.wrong", account));
    }
    if (errors.isEmpty()) {
      String version = typed.getOrDefault("version", "");
      Person person =
          new Person(
              RoundDesk.zone(page),
              before == null ? 0 : before.id(),
              name,
              typed.getOrDefault("department", "").strip(),
              post,
              account.isEmpty() ? null : Long.valueOf(account),
              before != null && before.sample(),
              version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
      try {
        if (before == null) {
          persons.add(person.zoneId(), person);
        } else {
          persons.change(person);
        }
        return new ModelAndView("redirect:" + page.in("governance/persons"));
      } catch (GovernanceRefused e) {
        errors.put("name", String.valueOf(e.getMessage()));
      }
    }
    form(page, model, before, typed, errors);
    return new ModelAndView("governance/person", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String needed(
      Page page, Map<String, String> typed, String field, Map<String, String> errors) {
    String text = typed.getOrDefault(field, "").strip();
    if (text.isEmpty() || text.length() > 60) {
      errors.put(field, page.t("governance.person." + field + ".wrong"));
    }
    return text;
  }

  private String form(
      Page page,
      Model model,
      @Nullable Person person,
      Map<String, String> typed,
      Map<String, String> errors) {
    model.addAttribute("person", person);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    model.addAttribute("departments", departments(page).stream().map(Department::name).toList());
    return "governance/person";
  }

  private List<Department> departments(Page page) {
    return dossiers.get(java.util.Objects.requireNonNull(page.zone())).departments();
  }
}
