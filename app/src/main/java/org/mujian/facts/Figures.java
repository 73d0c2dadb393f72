package org.mujian.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approved facts, for readers: wall map, pages, reports and scores. Drafts are never here. */
@Component
@Transactional(readOnly = true)
public class Figures {

  private final JdbcClient jdbc;

  Figures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to look for; null means any.
   *
   * @param kind of period, for example {@code month}
   */
  public record Query(
      @Nullable Subject subject,
      @Nullable String measure,
      @Nullable Basis basis,
      @Nullable Period period,
      Period.@Nullable Kind kind) {

    public static final Query ALL = new Query(null, null, null, null, null);
  }

  /** The figure of one measure, basis and period. */
  public Optional<Fact> find(
      long zone, Subject subject, String measure, Basis basis, Period period, AsKnown asKnown) {
    return list(zone, new Query(subject, measure, basis, period, null), asKnown, 1, 0).stream()
        .findFirst();
  }

  /** By measure, latest period first, then by basis. */
  public List<Fact> list(long zone, Query query, AsKnown asKnown, int limit, int offset) {
    return select(
        "SELECT * FROM ("
            + approved(query)
            + ") f ORDER BY measure, period DESC, subject_kind, subject_id, basis LIMIT :limit"
            + " OFFSET :offset",
        zone,
        query,
        asKnown,
        limit,
        offset);
  }

  public long count(long zone, Query query, AsKnown asKnown) {
    return bind(jdbc.sql("SELECT count(*) FROM (" + approved(query) + ") f"), zone, query, asKnown)
        .query(Long.class)
        .single();
  }

  /** One basis of a measure over time, earliest first, all periods of one kind. */
  public List<Fact> listSeries(
      long zone, Subject subject, String measure, Basis basis, Period.Kind kind, AsKnown asKnown) {
    Query query = new Query(subject, measure, basis, null, kind);
    return select(
        "SELECT * FROM (" + approved(query) + ") f ORDER BY period LIMIT :limit OFFSET :offset",
        zone,
        query,
        asKnown,
        1000,
        0);
  }

  /**
   * Of any of the measures, periods and subjects: what comparisons and scores need, in one query.
   */
  public List<Fact> listAny(
      long zone, Set<String> measures, Set<String> periods, Set<Long> subjects, AsKnown asKnown) {
    String sql =
        FactRows.APPROVED
            + " AND f.measure = ANY (:measures) AND f.period = ANY (:periods) AND f.subject_id ="
            + " ANY (:subjects)"
            + FactRows.LATEST_FIRST;
    return bind(jdbc.sql(sql), zone, Query.ALL, asKnown)
        .param("measures", measures.toArray(String[]::new))
        .param("periods", periods.toArray(String[]::new))
        .param("subjects", subjects.toArray(Long[]::new))
        .query(FactRows::fact)
        .list();
  }

  private List<Fact> select(
      String sql, long zone, Query query, AsKnown asKnown, int limit, int offset) {
    return bind(jdbc.sql(sql), zone, query, asKnown)
        .param("limit", limit)
        .param("offset", offset)
        .query(FactRows::fact)
        .list();
  }

  private static String approved(Query query) {
    List<String> conditions = new ArrayList<>();
    if (query.subject() != null) {
      conditions.add(" AND f.subject_kind = :subjectKind AND f.subject_id = :subjectId");
    }
    if (query.measure() != null) {
      conditions.add(" AND f.measure = :measure");
    }
    if (query.basis() != null) {
      conditions.add(" AND f.basis = :basis");
    }
    if (query.period() != null) {
      conditions.add(" AND f.period = :period");
    }
    if (query.kind() != null) {
      conditions.add(" AND period_kind(f.period) = :kind");
    }
    return FactRows.APPROVED + String.join("", conditions) + FactRows.LATEST_FIRST;
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, long zone, Query query, AsKnown asKnown) {
    JdbcClient.StatementSpec bound =
        sql.param("zone", zone)
            .param("now", asKnown.isNow())
            .param("until", FactRows.timestamp(asKnown.until()), java.sql.Types.TIMESTAMP)
            .param("seal", asKnown.seal(), java.sql.Types.BIGINT);
    if (query.subject() != null) {
      bound =
          bound
              .param("subjectKind", query.subject().kind())
              .param("subjectId", query.subject().id());
    }
    if (query.measure() != null) {
      bound = bound.param("measure", query.measure());
    }
    if (query.basis() != null) {
      bound = bound.param("basis", query.basis().code());
    }
    if (query.period() != null) {
      bound = bound.param("period", query.period().toString());
    }
    return query.kind() == null ? bound : bound.param("kind", query.kind().code());
  }
}
