package org.mujian.services;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.EnterpriseQuery;
import org.mujian.enterprises.Enterprises;
import org.mujian.projects.Project;
import org.mujian.projects.Projects;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.store.Scope;
import org.springframework.stereotype.Component;

/** Finds the enterprise and the project that a person names in a form. */
@Component
class FirmChoice {

  private static final int OFFERED = 200;
  private static final int LOOKED_AT = 20;

  private final Enterprises enterprises;
  private final Projects projects;

  FirmChoice(Enterprises enterprises, Projects projects) {
    this.enterprises = enterprises;
    this.projects = projects;
  }

  /** Names of the zone's own enterprises, to be offered while one types. */
  List<String> listOwn(long zone) {
    return enterprises.list(query(zone, List.of(), zone, OFFERED)).items().stream()
        .map(Enterprise::name)
        .distinct()
        .toList();
  }

  /** Names of the zone's projects, to be offered while one types. */
  List<String> listProjects(long zone) {
    return projects.search(zone, "", OFFERED).stream().map(Project::name).distinct().toList();
  }

  Optional<Enterprise> find(long zone, long id) {
    return enterprises.find(List.of(Scope.PROVINCE, zone), id);
  }

  /**
   * By its number, credit code, or whole name; the zone's own before others of that name.
   *
   * @throws ServiceRefused when there is none, or more than one
   */
  Enterprise get(long zone, String text) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      throw new ServiceRefused("请写明企业：名称、统一社会信用代码或企业库编号");
    }
    if (asked.matches("\\d{1,12}")) {
      return find(zone, Long.parseLong(asked))
          .orElseThrow(() -> new ServiceRefused("企业库里没有编号为 " + asked + " 的企业"));
    }
    if (asked.matches("[0-9A-Za-z]{18}")) {
      return enterprises
          .findByCode(List.of(Scope.PROVINCE, zone), asked)
          .orElseThrow(() -> new ServiceRefused("企业库里没有统一社会信用代码 " + asked + "；请先在企业库新增"));
    }
    List<Enterprise> own = named(zone, asked, zone);
    return one(asked, own.isEmpty() ? named(zone, asked, null) : own);
  }

  private static Enterprise one(String asked, List<Enterprise> found) {
    if (found.isEmpty()) {
      throw new ServiceRefused("企业库里没有名为“" + asked + "”的企业；请写全名、信用代码，或先在企业库新增");
    }
    if (found.size() > 1) {
      throw new ServiceRefused(
          "有 %d 家企业名为“%s”，请改填企业库编号：%s"
              .formatted(
                  found.size(),
                  asked,
                  String.join("、", found.stream().map(e -> String.valueOf(e.id())).toList())));
    }
    return found.getFirst();
  }

  private List<Enterprise> named(long zone, String name, @Nullable Long in) {
    String folded = fold(name);
    return enterprises.list(query(zone, List.of(folded), in, LOOKED_AT)).items().stream()
        .filter(enterprise -> fold(enterprise.name()).equals(folded))
        .toList();
  }

  private static EnterpriseQuery query(long zone, List<String> terms, @Nullable Long in, int size) {
    return new EnterpriseQuery(
        List.of(Scope.PROVINCE, zone),
        terms,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        in,
        terms.isEmpty() ? EnterpriseQuery.Sort.NAME : EnterpriseQuery.Sort.BEST,
        1,
        size);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * By its number, its whole name or its code; null for a blank.
   *
   * @throws ServiceRefused when there is none, or more than one
   */
  @Nullable Long project(long zone, String text) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      return null;
    }
    if (asked.matches("\\d{1,12}")) {
      return Long.valueOf(asked);
    }
    List<Project> found = projects.search(zone, asked, LOOKED_AT);
    List<Project> exact = found.stream().filter(p -> p.name().equals(asked)).toList();
    List<Project> fit = exact.isEmpty() ? found : exact;
    if (fit.size() != 1) {
      throw new ServiceRefused(
          fit.isEmpty()
              ? "本园区没有名称或代码为“" + asked + "”的项目"
              : "有 " + fit.size() + " 个项目符合“" + asked + "”，请写全名或项目代码");
    }
    return fit.getFirst().id();
  }
}
