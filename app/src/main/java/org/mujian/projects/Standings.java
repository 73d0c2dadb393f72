package org.mujian.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mujian.projects.course.Proof;
import org.mujian.projects.course.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads where projects stand, as the rules ask: a few statements for the whole zone. */
@Component
@Transactional
class Standings {

  private static final String PROJECTS =
      "SELECT id, code IS NOT NULL, phase_of IS NOT NULL FROM project WHERE zone_id = ? ORDER BY"
          + " id";

  private final JdbcClient jdbc;
  private final Sites sites;

  Standings(JdbcClient jdbc, Sites sites) {
    this.jdbc = jdbc;
    this.sites = sites;
  }

  Standing get(long zone, long project) {
    return listAll(zone).stream()
        .filter(standing -> standing.id() == project)
        .findFirst()
        .orElseThrow(() -> NoSuchProject.project(project));
  }

  List<Standing> listAll(long zone) {
    Map<Long, Map<String, LocalDate>> entered = entered(zone);
    Map<Long, Map<String, LocalDate>> planned =
        days("SELECT project_id, stage, planned_on FROM project_plan WHERE zone_id = ?", zone);
    Map<Long, List<Proof>> proofs = proofs(zone);
    Map<Long, List<Standing.OpenProblem>> problems = problems(zone);
    Map<Long, Standing.Site> parcels = sites.of(zone);
    return jdbc.sql(PROJECTS)
        .param(zone)
        .query(
            (row, i) -> {
              long id = row.getLong(1);
              return new Standing(
                  id,
                  row.getBoolean(2),
                  row.getBoolean(3),
                  entered.getOrDefault(id, Map.of()),
                  planned.getOrDefault(id, Map.of()),
                  proofs.getOrDefault(id, List.of()),
                  problems.getOrDefault(id, List.of()),
                  parcels.get(id));
            })
        .list();
  }

  /** Their entries alone: all that counting a year asks for. */
  List<Standing> listEntered(long zone) {
    Map<Long, Map<String, LocalDate>> entered = entered(zone);
    return jdbc.sql(PROJECTS)
        .param(zone)
        .query(
            (row, i) ->
                new Standing(
                    row.getLong(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    entered.getOrDefault(row.getLong(1), Map.of()),
                    Map.of(),
                    List.of(),
                    List.of(),
                    null))
        .list();
  }

  private Map<Long, Map<String, LocalDate>> entered(long zone) {
    return days(
        "SELECT project_id, stage, entered_on FROM project_entry"
            + " WHERE zone_id = ? AND withdrawn IS NULL",
        zone);
  }

  private Map<Long, Map<String, LocalDate>> days(String sql, long zone) {
    Map<Long, Map<String, LocalDate>> days = new HashMap<>();
    jdbc.sql(sql)
        .param(zone)
        .query(
            row -> {
              days.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                  .put(row.getString(2), row.getObject(3, LocalDate.class));
            });
    return days;
  }

  private Map<Long, List<Proof>> proofs(long zone) {
    Map<Long, List<Proof>> proofs = new HashMap<>();
    jdbc.sql(
            "SELECT project_id, kind, dated, file_id IS NOT NULL, number <> '' FROM"
                + " project_evidence WHERE zone_id = ? ORDER BY dated, id")
        .param(zone)
        .query(
            row -> {
              proofs
                  .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                  .add(
                      new Proof(
                          row.getString(2),
                          row.getObject(3, LocalDate.class),
                          row.getBoolean(4),
                          row.getBoolean(5)));
            });
    return proofs;
  }

  private Map<Long, List<Standing.OpenProblem>> problems(long zone) {
    Map<Long, List<Standing.OpenProblem>> problems = new HashMap<>();
    jdbc.sql(
            "SELECT project_id, id, what, lead, due FROM project_problem WHERE zone_id = ? AND"
                + " struck_on IS NULL AND project_id IS NOT NULL ORDER BY due, id")
        .param(zone)
        .query(
            row -> {
              problems
                  .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                  .add(
                      new Standing.OpenProblem(
                          row.getLong(2),
                          row.getString(3),
                          row.getString(4),
                          row.getObject(5, LocalDate.class)));
            });
    return problems;
  }
}
