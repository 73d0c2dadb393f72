package org.mujian.clusters;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.clusters.Cluster.Place;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Joining and leaving a cluster. */
@Controller
class MemberPages {

  private final Clusters clusters;
  private final Standing standing;
  private final ZoneEnterprises own;

  MemberPages(Clusters clusters, Standing standing, ZoneEnterprises own) {
    this.clusters = clusters;
    this.standing = standing;
    this.own = own;
  }

  @GetMapping("/z/{zone}/clusters/{id:\\d+}/members/new")
  ModelAndView ask(Page page, @PathVariable long id) {
    return form(page, id, Map.of("role", "supporting"), Map.of(), HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/clusters/{id:\\d+}/members")
  ModelAndView join(Page page, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Cluster cluster = cluster(page, id);
    Map<String, String> errors = new LinkedHashMap<>();
    @Nullable Enterprise enterprise = enterprise(page, typed);
    @Nullable MemberRole role = MemberRole.find(typed.getOrDefault("role", "")).orElse(null);
    if (enterprise == null) {
      errors.put("enterprise", page.t("clusters.member.enterprise.wrong"));
    }
    if (role == null) {
      errors.put("role", page.t("clusters.member.role.wrong", typed.getOrDefault("role", "")));
    }
    @Nullable LocalDate since = since(page, typed.getOrDefault("since", "").strip(), errors);
    if (enterprise == null || role == null || !errors.isEmpty()) {
      return form(page, id, typed, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      clusters.join(
          cluster.zoneId(),
          cluster,
          enterprise.name(),
          new Clusters.Joining(enterprise.id(), role, since, place(typed)));
      return new ModelAndView("redirect:" + page.in("clusters/" + id));
    } catch (ClusterRefused e) {
      return form(page, id, typed, Map.of(e.field(), e.words()), HttpStatus.CONFLICT);
    }
  }

  private static @Nullable LocalDate since(Page page, String text, Map<String, String> errors) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      errors.put("since", page.t("clusters.member.since.wrong", text));
      return null;
    }
  }

  private static @Nullable Place place(Map<String, String> typed) {
    String[] parts = typed.getOrDefault("place", "").split("/", 2);
    return parts.length == 2 ? new Place(parts[0], parts[1]) : null;
  }

  private @Nullable Enterprise enterprise(Page page, Map<String, String> typed) {
    String asked = typed.getOrDefault("enterprise", "").strip();
    return own.list(Standing.zone(page).id()).stream()
        .filter(e -> String.valueOf(e.id()).equals(asked))
        .findFirst()
        .orElse(null);
  }

  @PostMapping("/z/{zone}/clusters/{id:\\d+}/members/{member}/remove")
  String leave(Page page, @PathVariable long id, @PathVariable long member) {
    Cluster cluster = cluster(page, id);
    Member leaving =
        clusters.listMembers(cluster.zoneId(), id).stream()
            .filter(m -> m.id() == member)
            .findFirst()
            .orElseThrow(() -> new NoSuchCluster("编号 " + member + " 的集群成员"));
    clusters.leave(
        cluster.zoneId(), cluster, standing.name(cluster.zoneId(), leaving.enterpriseId()), member);
    return "redirect:" + page.in("clusters/" + id);
  }

  private Cluster cluster(Page page, long id) {
    long zone = Standing.zone(page).id();
    Rights.mustWork(page.account(), zone);
    return clusters.get(zone, id);
  }

  private ModelAndView form(
      Page page,
      long id,
      Map<String, String> typed,
      Map<String, String> errors,
      HttpStatus status) {
    Cluster cluster = cluster(page, id);
    List<Shown.Choice> places =
        standing.places(cluster).stream()
            .map(p -> new Shown.Choice(p.code(), p.name(page.language())))
            .toList();
    return new ModelAndView(
        "clusters/member",
        Map.of(
            "cluster", cluster,
            "typed", new LinkedHashMap<>(typed),
            "errors", errors,
            "places", places,
            "enterprises",
                own.list(cluster.zoneId()).stream()
                    .map(e -> new Shown.Choice(String.valueOf(e.id()), e.name()))
                    .toList()),
        status);
  }
}
