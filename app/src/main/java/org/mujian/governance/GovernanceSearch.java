package org.mujian.governance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds indicators of the running round, rounds, schemes and persons in the search box. */
@Component
class GovernanceSearch implements SearchSource {

  private final JdbcClient jdbc;
  private final Persons persons;

  GovernanceSearch(JdbcClient jdbc, Persons persons) {
    this.jdbc = jdbc;
    this.persons = persons;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String titleKey() {
    return "governance.search";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    if (!Rights.mayRead(page.account()) || q.isBlank()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>(indicators(page, q.strip(), limit));
    persons
        .search(RoundDesk.zone(page), q.strip(), limit)
        .forEach(
            p ->
                hits.add(
                    new Hit(
                        p.name(), p.department() + " " + p.post(), page.in("governance/persons"))));
    return hits.stream().limit(limit).toList();
  }

  private List<Hit> indicators(Page page, String q, int limit) {
    return jdbc.sql(
            """
            SELECT i.code, i.name, r.title, r.id AS round, i.id FROM appraisal_indicator i
            JOIN appraisal_round r ON r.zone_id = i.zone_id AND r.scheme_id = i.scheme_id
            WHERE i.zone_id = :zone AND strpos(i.code || ' ' || i.name, :q) > 0
            ORDER BY r.frozen_month IS NOT NULL, r.year DESC, i.place LIMIT :limit
            """)
        .param("zone", RoundDesk.zone(page))
        .param("q", q)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Hit(
                    row.getString("code") + " " + row.getString("name"),
                    row.getString("title"),
                    page.in(
                        "governance/rounds/"
                            + row.getLong("round")
                            + "/indicators/"
                            + row.getLong("id"))))
        .list();
  }

  @Override
  public @Nullable String allHref(Page page, String q) {
    return null;
  }
}
