package org.mujian.enterprises;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.mujian.web.Chip;
import org.mujian.web.Page;
import org.mujian.zone.Division;
import org.mujian.zone.Divisions;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of enterprises: the shared registry together with what the zone alone knows. */
@Controller
class EnterprisePages {

  static final int SIZE = 50;

  private final Enterprises enterprises;
  private final ZoneEnterprises members;
  private final QueryReader reader;
  private final Divisions divisions;
  private final Industries industries;
  private final Words words;
  private final Rights rights;

  EnterprisePages(
      Enterprises enterprises,
      ZoneEnterprises members,
      QueryReader reader,
      Divisions divisions,
      Industries industries,
      Words words,
      Rights rights) {
    this.enterprises = enterprises;
    this.members = members;
    this.reader = reader;
    this.divisions = divisions;
    this.industries = industries;
    this.words = words;
    this.rights = rights;
  }

  @GetMapping("/z/{zone}/enterprises")
  String list(
      Page page,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filters filters = Filters.of(asked);
    model.addAttribute("filters", filters);
    model.addAttribute("at", Math.max(at, 0));
    EnterpriseList found = new EnterpriseList(List.of(), 1, SIZE, 0, true);
    try {
      found = enterprises.list(query(page, filters, Math.max(at, 0) + 1, SIZE));
    } catch (ResponseStatusException refused) {
      // What was typed stays; what is wrong with it stands above the empty list.
      model.addAttribute("problem", refused.getReason());
    }
    fill(page, found, model);
    if (isPart(request)) {
      // Without the form's empty fields: the address is to be read and sent.
      response.setHeader("HX-Push-Url", filters.address(page.in("enterprises")));
      return "enterprises/found";
    }
    model.addAttribute("chips", chips(page, filters));
    model.addAttribute("sections", industries.listSections());
    model.addAttribute("mayAdd", rights.mayAdd(page));
    return "enterprises/list";
  }

  private void fill(Page page, EnterpriseList found, Model model) {
    Set<Long> own =
        members.among(zone(page).id(), found.items().stream().map(Enterprise::id).toList());
    model.addAttribute(
        "lines", found.items().stream().map(e -> words.line(e, own.contains(e.id()))).toList());
    model.addAttribute("total", found.total());
    model.addAttribute("exact", found.exact());
  }

  EnterpriseQuery query(Page page, Filters filters, int at, int size) {
    var asked =
        new QueryReader.Asked(
            filters.get("q"),
            filters.get("division"),
            filters.get("industry"),
            filters.get("status"),
            filters.get("registeredFrom"),
            filters.get("registeredTo"),
            filters.get("capitalFrom"),
            filters.get("capitalTo"),
            filters.get("sort"),
            at,
            size);
    long zone = zone(page).id();
    return reader.read(asked, List.of(Scope.PROVINCE, zone), filters.has("in") ? zone : null);
  }

  /** The zone's own, its county, its city: the sentences asked most; then what else is set. */
  private List<Chip> chips(Page page, Filters filters) {
    String path = page.in("enterprises");
    List<Chip> chips = new ArrayList<>();
    boolean all = !filters.has("in") && !filters.has("division");
    chips.add(
        new Chip(
            page.t("enterprises.all"),
            filters.with("in", "").with("division", "").address(path),
            all,
            false));
    chips.add(toggle(page.t("enterprises.in-zone"), filters, "in", "1", path));
    String county = zone(page).division();
    for (String code : List.of(county, county.substring(0, 4) + "00")) {
      divisions
          .find(code)
          .ifPresent(d -> chips.add(toggle(d.name(), filters, "division", d.prefix(), path)));
    }
    String division = filters.get("division");
    if (!division.isEmpty() && chips.stream().skip(2).noneMatch(Chip::on)) {
      String name =
          divisions.find((division + "0000").substring(0, 6)).map(Division::name).orElse(division);
      chips.add(new Chip(name, filters.with("division", "").address(path), true, true));
    }
    for (String name :
        List.of(
            "industry", "status", "registeredFrom", "registeredTo", "capitalFrom", "capitalTo")) {
      if (filters.has(name)) {
        String value =
            name.equals("industry") ? words.industry(filters.get(name)) : filters.get(name);
        chips.add(
            new Chip(
                page.t("enterprises.filter." + name, value),
                filters.with(name, "").address(path),
                true,
                true));
      }
    }
    return chips;
  }

  private static Chip toggle(String text, Filters filters, String name, String value, String path) {
    boolean on = filters.get(name).equals(value);
    return new Chip(text, filters.with(name, on ? "" : value).address(path), on, true);
  }

  static Zone zone(Page page) {
    return java.util.Objects.requireNonNull(page.zone());
  }

  /** Whether htmx asks for the list alone, while one types. */
  private static boolean isPart(HttpServletRequest request) {
    @Nullable String target = request.getHeader("HX-Target");
    return "found".equals(target) && request.getHeader("HX-History-Restore-Request") == null;
  }
}
