package org.mujian.clusters;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mujian.clusters.Cluster.Place;
import org.mujian.promotion.ChainPlaces;
import org.mujian.web.Page;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new cluster, its change, and the handing in of its month. */
@Controller
class ClusterFormPages {

  private static final int MOST_LINKS = 40;

  private final Clusters clusters;
  private final ChainPlaces places;
  private final Standing standing;
  private final Approvals approvals;
  private final TransactionTemplate transaction;

  ClusterFormPages(
      Clusters clusters,
      ChainPlaces places,
      Standing standing,
      Approvals approvals,
      TransactionTemplate transaction) {
    this.clusters = clusters;
    this.places = places;
    this.standing = standing;
    this.approvals = approvals;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/clusters/new")
  ModelAndView ask(Page page) {
    mustWork(page);
    return form(page, page.in("clusters"), Map.of(), List.of(), Map.of(), HttpStatus.OK);
  }

  @GetMapping("/z/{zone}/clusters/{id:\\d+}/edit")
  ModelAndView edit(Page page, @PathVariable long id) {
    mustWork(page);
    Cluster cluster = clusters.get(Standing.zone(page).id(), id);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("code", cluster.code());
    typed.put("name", cluster.name());
    typed.put("kind", cluster.kind().code());
    typed.put("note", cluster.note());
    typed.put("version", String.valueOf(cluster.version()));
    return form(
        page,
        page.in("clusters/" + id),
        typed,
        cluster.links().stream().map(Place::code).toList(),
        Map.of(),
        HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/clusters")
  ModelAndView create(
      Page page,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") List<String> links) {
    mustWork(page);
    return save(page, page.in("clusters"), typed, links, draft -> create(page, draft));
  }

  private long create(Page page, Clusters.Draft draft) {
    return clusters.create(Standing.zone(page).id(), draft);
  }

  @PostMapping("/z/{zone}/clusters/{id:\\d+}")
  ModelAndView change(
      Page page,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") List<String> links) {
    mustWork(page);
    String version = typed.getOrDefault("version", "");
    int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    return save(
        page,
        page.in("clusters/" + id),
        typed,
        links,
        draft -> {
          clusters.change(Standing.zone(page).id(), id, seen, draft);
          return id;
        });
  }

  private interface Saving {
    long save(Clusters.Draft draft);
  }

  private ModelAndView save(
      Page page, String action, Map<String, String> typed, List<String> links, Saving saving) {
    Map<String, String> errors = new LinkedHashMap<>();
    List<Place> chosen = places(page, links, errors);
    String code = text(typed, "code");
    String name = text(typed, "name");
    if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      errors.put("code", page.t("clusters.form.code.wrong", code));
    }
    if (name.isEmpty() || name.length() > 60) {
      errors.put("name", page.t("clusters.form.name.wrong"));
    }
    Kind kind = Kind.find(text(typed, "kind")).orElse(null);
    if (kind == null) {
      errors.put("kind", page.t("clusters.form.kind.wrong", text(typed, "kind")));
    }
    if (kind == null || !errors.isEmpty()) {
      return form(page, action, typed, links, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      long id =
          saving.save(new Clusters.Draft(code, name, kind, text(typed, "note"), chosen, false));
      return new ModelAndView("redirect:" + page.in("clusters/" + id));
    } catch (ClusterRefused e) {
      return form(page, action, typed, links, Map.of(e.field(), e.words()), HttpStatus.CONFLICT);
    } catch (OptimisticLockingFailureException e) {
      return form(
          page,
          action,
          typed,
          links,
          Map.of("name", page.t("clusters.changed-meanwhile")),
          HttpStatus.CONFLICT);
    }
  }

  private List<Place> places(Page page, List<String> links, Map<String, String> errors) {
    List<Place> chosen =
        links.stream()
            .filter(link -> !link.isBlank())
            .distinct()
            .map(link -> link.split("/", 2))
            .filter(parts -> parts.length == 2)
            .map(parts -> new Place(parts[0], parts[1]))
            .toList();
    if (chosen.size() > MOST_LINKS) {
      errors.put("links", page.t("clusters.form.links.many", MOST_LINKS));
    }
    chosen.stream()
        .filter(place -> places.find(place.chain(), place.link()).isEmpty())
        .findFirst()
        .ifPresent(p -> errors.put("links", page.t("clusters.form.links.wrong", p.code())));
    return chosen;
  }

  private ModelAndView form(
      Page page,
      String action,
      Map<String, String> typed,
      List<String> links,
      Map<String, String> errors,
      HttpStatus status) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("action", action);
    model.put("typed", new LinkedHashMap<>(typed));
    model.put("links", links);
    model.put("errors", errors);
    model.put("kinds", Arrays.stream(Kind.values()).map(Kind::code).toList());
    model.put("places", places.listAll());
    return new ModelAndView("clusters/form", model, status);
  }

  /** Hands the sums of a month in for approval. */
  @PostMapping("/z/{zone}/clusters/{id:\\d+}/submit")
  String submit(Page page, @PathVariable long id, @RequestParam String month) {
    mustWork(page);
    YearMonth asked =
        Cells.month(month)
            .orElseThrow(() -> new ClusterRefused("month", page.t("clusters.month.wrong", month)));
    transaction.executeWithoutResult(
        status ->
            approvals.submit(
                Objects.requireNonNull(page.account()),
                standing.get(Standing.zone(page), id, asked),
                page.t("clusters.submit.source", asked.toString())));
    return "redirect:" + page.in("clusters/" + id + "?month=" + asked);
  }

  private static void mustWork(Page page) {
    Rights.mustWork(page.account(), Standing.zone(page).id());
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "").strip();
  }
}
