package org.mujian.governance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mujian.appraisal.SchemeRefused;
import org.mujian.governance.SchemeDraft.ClassDraft;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The zone's schemes: written whole, read whole, never changed. */
@Component
@Transactional
class Schemes {

  private static final String HEADS =
      """
      SELECT s.*, (SELECT count(*) FROM appraisal_indicator i WHERE i.zone_id = s.zone_id AND i.scheme_id = s.id) AS indicators
      FROM appraisal_scheme s WHERE s.zone_id = :zone
      """;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final SchemeMeasures measures;

  Schemes(JdbcClient jdbc, Changes changes, SchemeMeasures measures) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.measures = measures;
  }

  /**
   * Takes a scheme in as the next version of its name, with the measures that its indicators need.
   *
   * @throws GovernanceRefused when its points do not add up, with the sums by class, or an
   *     indicator's unit is not its measure's
   */
  long adopt(long zone, SchemeDraft draft) {
    try {
      draft.scheme();
    } catch (SchemeRefused e) {
      throw new GovernanceRefused(String.valueOf(e.getMessage()));
    }
    changes.join(zone, "采用考核方案「" + draft.name() + "」");
    Map<String, String> codes = measures.ensure(zone, draft);
    long scheme = insert(zone, draft);
    int place = 0;
    for (ClassDraft part : draft.classes()) {
      long id = insert(zone, scheme, place, part);
      for (IndicatorDraft line : part.indicators()) {
        String measure = java.util.Objects.requireNonNull(codes.get(line.code()));
        insert(zone, scheme, id, place++, line, measure);
      }
    }
    return scheme;
  }

  @Transactional(readOnly = true)
  List<StoredScheme.Head> listAll(long zone) {
    return jdbc.sql(HEADS + " ORDER BY s.name, s.version DESC")
        .param("zone", zone)
        .query(Schemes::head)
        .list();
  }

  /**
   * @throws NoSuchGovernance when it is not there or another zone's
   */
  @Transactional(readOnly = true)
  StoredScheme get(long zone, long id) {
    StoredScheme.Head head =
        jdbc.sql(HEADS + " AND s.id = :id")
            .param("zone", zone)
            .param("id", id)
            .query(Schemes::head)
            .optional()
            .orElseThrow(() -> new NoSuchGovernance("考核方案 " + id));
    Map<String, StoredScheme.Part> parts = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT c.code AS class_code, c.name AS class_name, c.points AS class_points, i.*
            FROM appraisal_class c JOIN appraisal_indicator i ON i.zone_id = c.zone_id AND i.class_id = c.id
            WHERE c.zone_id = :zone AND c.scheme_id = :id ORDER BY c.place, i.place
            """)
        .param("zone", zone)
        .param("id", id)
        .query(
            (ResultSet row) -> {
              StoredScheme.Part part =
                  parts.computeIfAbsent(row.getString("class_code"), code -> part(code, row));
              part.lines().add(line(row));
            });
    return new StoredScheme(head, List.copyOf(parts.values()));
  }

  private long insert(long zone, SchemeDraft draft) {
    return jdbc.sql(
            """
            INSERT INTO appraisal_scheme (zone_id, name, version, origin, points, source, sample)
            SELECT :zone, :name, coalesce(max(version), 0) + 1, :origin, :points, :source, :sample
            FROM appraisal_scheme WHERE zone_id = :zone AND name = :name
            RETURNING id
            """)
        .param("zone", zone)
        .param("name", draft.name())
        .param("origin", draft.own() ? "own" : "imported")
        .param("points", draft.points())
        .param("source", draft.source())
        .param("sample", draft.sample())
        .query(Long.class)
        .single();
  }

  private long insert(long zone, long scheme, int place, ClassDraft part) {
    return jdbc.sql(
            """
            INSERT INTO appraisal_class (zone_id, scheme_id, place, code, name, points)
            VALUES (:zone, :scheme, :place, :code, :name, :points) RETURNING id
            """)
        .param("zone", zone)
        .param("scheme", scheme)
        .param("place", place)
        .param("code", part.code())
        .param("name", part.name())
        .param("points", part.points())
        .query(Long.class)
        .single();
  }

  private void insert(
      long zone, long scheme, long part, int place, IndicatorDraft line, String measure) {
    jdbc.sql(
            """
            INSERT INTO appraisal_indicator (zone_id, scheme_id, class_id, place, code, name, unit, points, rule, terms,
              lower, accrues, target, measure, bureau, note)
            VALUES (:zone, :scheme, :part, :place, :code, :name, :unit, :points, :rule, :terms,
              :lower, :accrues, :target, :measure, :bureau, :note)
            """)
        .param("zone", zone)
        .param("scheme", scheme)
        .param("part", part)
        .param("place", place)
        .param("code", line.code())
        .param("name", line.name())
        .param("unit", line.unit())
        .param("points", line.points())
        .param("rule", RuleTerms.code(line.rule()))
        .param("terms", RuleTerms.terms(line.rule()))
        .param("lower", line.rule().lowerIsBetter())
        .param("accrues", line.accrues())
        .param("target", line.target(), Types.NUMERIC)
        .param("measure", measure)
        .param("bureau", line.bureau())
        .param("note", line.note())
        .update();
  }

  private static StoredScheme.Part part(String code, ResultSet row) {
    try {
      return new StoredScheme.Part(
          code, row.getString("class_name"), row.getBigDecimal("class_points"), new ArrayList<>());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StoredScheme.Head head(ResultSet row, int number) throws SQLException {
    return new StoredScheme.Head(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("name"),
        row.getInt("version"),
        row.getString("origin").equals("own"),
        row.getBigDecimal("points"),
        row.getString("source"),
        row.getBoolean("sample"),
        row.getInt("indicators"));
  }

  private static StoredScheme.Line line(ResultSet row) throws SQLException {
    BigDecimal target = row.getBigDecimal("target");
    return new StoredScheme.Line(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("unit"),
        row.getBigDecimal("points"),
        RuleTerms.read(row.getString("rule"), row.getString("terms"), row.getBoolean("lower")),
        row.getBoolean("accrues"),
        target,
        row.getString("measure"),
        row.getString("bureau"),
        row.getString("note"));
  }
}
