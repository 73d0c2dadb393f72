package org.mujian.enterprises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds enterprises. Two characters are one entry of the bigram index; longer terms ask for all
 * their bigrams and are then looked for in the words of each row. One pass over the narrow rows of
 * {@code enterprise_search} filters, counts and sorts; {@code enterprise} is read for the page
 * only.
 */
@Component
@Transactional(readOnly = true)
class EnterpriseSearch {

  /** Rows whose words are read to count a long term exactly; beyond, the total is "at most". */
  static final int MOST_READ = 20_000;

  private static final int FETCHED = 1000;

  private final JdbcClient jdbc;

  EnterpriseSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A condition with its parameters. */
  private record Condition(String sql, List<Object> values) {

    static Condition all() {
      return new Condition("true", List.of());
    }

    Condition and(String more, Object... given) {
      List<Object> all = new ArrayList<>(values);
      all.addAll(Arrays.asList(given));
      return new Condition(sql + " AND " + more, all);
    }
  }

  EnterpriseList find(EnterpriseQuery query) {
    Condition condition = condition(query);
    List<String> unsure = query.terms().stream().filter(term -> term.length() > 2).toList();
    if (!unsure.isEmpty() && atLeast(condition, MOST_READ + 1)) {
      // Many rows: the page is exact, the total is that of the bigrams.
      return page(query, condition, standing(condition, unsure), false);
    }
    Condition exact = standing(condition, unsure);
    return page(query, exact, exact, true);
  }

  /** All that fit, in the order asked for, one by one: for files of any length. */
  void each(EnterpriseQuery query, Consumer<Enterprise> sink) {
    List<String> unsure = query.terms().stream().filter(term -> term.length() > 2).toList();
    Condition condition = standing(condition(query), unsure);
    List<Object> values = new ArrayList<>();
    String order = order(query, values);
    values.addAll(condition.values());
    jdbc.sql(
            """
            WITH hit AS (SELECT zone_id, enterprise_id AS id, row_number() OVER (ORDER BY %2$s) AS n
                         FROM enterprise_search WHERE %1$s)
            SELECT e.* FROM hit JOIN enterprise e USING (zone_id, id) ORDER BY n
            """
                .formatted(condition.sql(), order))
        .params(values)
        .withFetchSize(FETCHED)
        .query(
            (java.sql.ResultSet row) -> {
              sink.accept(EnterpriseRows.read(row));
            });
  }

  private EnterpriseList page(
      EnterpriseQuery query, Condition counted, Condition shown, boolean exact) {
    boolean onePass = exact && query.narrows();
    List<Enterprise> items = new ArrayList<>();
    long[] total = {-1};
    hits(query, shown, onePass ? "count(*) OVER ()" : "NULL::bigint")
        .query(
            row -> {
              items.add(EnterpriseRows.read(row));
              total[0] = row.getLong("total");
            });
    if (!onePass || items.isEmpty()) {
      total[0] = count(counted);
    }
    return new EnterpriseList(items, query.page(), query.size(), total[0], exact);
  }

  private JdbcClient.StatementSpec hits(EnterpriseQuery query, Condition condition, String total) {
    List<Object> values = new ArrayList<>(condition.values());
    String order = order(query, values);
    values.add(query.size());
    values.add((long) (query.page() - 1) * query.size());
    return jdbc.sql(
            """
            WITH hit AS MATERIALIZED (
              SELECT zone_id, enterprise_id AS id, %s AS total FROM enterprise_search
              WHERE %s ORDER BY %s LIMIT ? OFFSET ?
            ), numbered AS (SELECT *, row_number() OVER () AS n FROM hit)
            SELECT e.*, total FROM numbered JOIN enterprise e USING (zone_id, id) ORDER BY n
            """
                .formatted(total, condition.sql(), order))
        .params(values);
  }

  private static String order(EnterpriseQuery query, List<Object> values) {
    if (query.sort() != EnterpriseQuery.Sort.BEST) {
      return query.sort().sql;
    }
    if (query.terms().isEmpty()) {
      return EnterpriseQuery.Sort.NEWEST.sql;
    }
    values.add(query.terms().getFirst());
    return "strpos(name, ?) = 0, " + EnterpriseQuery.Sort.NEWEST.sql;
  }

  private long count(Condition condition) {
    return jdbc.sql("SELECT count(*) FROM enterprise_search WHERE " + condition.sql())
        .params(condition.values())
        .query(Long.class)
        .single();
  }

  private boolean atLeast(Condition condition, int rows) {
    return jdbc.sql(
            "SELECT count(*) >= "
                + rows
                + " FROM (SELECT FROM enterprise_search WHERE "
                + condition.sql()
                + " LIMIT "
                + rows
                + ") found")
        .params(condition.values())
        .query(Boolean.class)
        .single();
  }

  private static Condition condition(EnterpriseQuery query) {
    Condition all =
        Condition.all().and("zone_id = ANY (?)", (Object) query.zones().toArray(Long[]::new));
    if (!query.terms().isEmpty()) {
      all = all.and("grams @> ?", (Object) grams(query.terms()));
    }
    if (query.division() != null) {
      all = startsWith(all, "division", query.division());
    }
    if (query.industry() != null) {
      all = startsWith(all, "industry_code", query.industry());
    }
    if (query.status() != null) {
      all = all.and("status = ?", query.status());
    }
    if (query.in() != null) {
      all =
          all.and(
              "enterprise_id IN (SELECT m.enterprise_id FROM zone_enterprise m WHERE m.zone_id ="
                  + " ?)",
              query.in());
    }
    return ranges(all, query);
  }

  private static Condition ranges(Condition all, EnterpriseQuery query) {
    if (query.registeredFrom() != null) {
      all = all.and("registered_on >= ?", query.registeredFrom());
    }
    if (query.registeredTo() != null) {
      all = all.and("registered_on <= ?", query.registeredTo());
    }
    if (query.capitalFrom() != null) {
      all = all.and("capital >= ?", query.capitalFrom());
    }
    if (query.capitalTo() != null) {
      all = all.and("capital <= ?", query.capitalTo());
    }
    return all;
  }

  /** A range that the plain index serves; codes are ASCII and the columns collate as "C". */
  private static Condition startsWith(Condition all, String column, String prefix) {
    return all.and(column + " >= ? AND " + column + " < ?", prefix, prefix + "~");
  }

  private static Condition standing(Condition condition, List<String> terms) {
    Condition all = condition;
    for (String term : terms) {
      all = all.and("strpos(words, ?) > 0", term);
    }
    return all;
  }

  private static Integer[] grams(List<String> terms) {
    return terms.stream()
        .flatMapToInt(term -> IntStream.of(SearchTerms.gramsOf(term)))
        .distinct()
        .boxed()
        .toArray(Integer[]::new);
  }
}
