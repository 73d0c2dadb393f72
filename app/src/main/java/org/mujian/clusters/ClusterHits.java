package org.mujian.clusters;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Clusters in the search box, by name, code, and the names of their members. */
@Component
class ClusterHits implements SearchSource {

  private final Clusters clusters;
  private final Standing standing;

  ClusterHits(Clusters clusters, Standing standing) {
    this.clusters = clusters;
    this.standing = standing;
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String titleKey() {
    return "clusters.title";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    long zone = Standing.zone(page).id();
    List<Cluster> all = wanted.isEmpty() ? List.of() : clusters.list(zone);
    if (all.isEmpty()) {
      return List.of();
    }
    List<Member> members = clusters.listMembers(zone);
    var names = standing.names(zone, members);
    return all.stream()
        .filter(
            c ->
                has(c.name(), wanted)
                    || has(c.code(), wanted)
                    || members.stream()
                        .anyMatch(
                            m ->
                                m.clusterId() == c.id()
                                    && has(names.getOrDefault(m.enterpriseId(), ""), wanted)))
        .limit(limit)
        .map(
            c ->
                new Hit(
                    c.name(),
                    page.t(
                        "clusters.hit",
                        page.t("clusters.kind." + c.kind().code()),
                        members.stream().filter(m -> m.clusterId() == c.id()).count()),
                    page.in("clusters/" + c.id())))
        .toList();
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  @Override
  public @Nullable String allHref(Page page, String q) {
    return null;
  }
}
