package org.mujian.enterprises;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps {@code enterprise_grams} in step with {@code enterprise}, in the same transaction. */
@Component
class SearchIndex {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;

  SearchIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Computes the search rows of enterprises anew, whatever changed in them. */
  @Transactional(propagation = Propagation.MANDATORY)
  void refresh(long zone, List<Long> ids) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<Long> some = ids.subList(from, Math.min(from + BATCH, ids.size()));
      jdbc.sql("DELETE FROM enterprise_grams WHERE zone_id = ? AND enterprise_id = ANY (?)")
          .params(zone, some.toArray(Long[]::new))
          .update();
      List<Enterprise> enterprises =
          jdbc.sql("SELECT * FROM enterprise WHERE zone_id = ? AND id = ANY (?)")
              .params(zone, some.toArray(Long[]::new))
              .query((row, i) -> EnterpriseRows.read(row))
              .list();
      insert(enterprises);
    }
  }

  private void insert(List<Enterprise> enterprises) {
    List<Long> ids = new ArrayList<>();
    List<String> initials = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> grams = new ArrayList<>();
    for (Enterprise e : enterprises) {
      String spelt = Initials.of(e.name());
      SearchTerms terms =
          SearchTerms.of(e.name(), e.formerNames(), spelt, e.creditCode(), e.scope());
      ids.add(e.id());
      initials.add(spelt);
      names.add(terms.name());
      words.add(terms.words());
      grams.add(terms.gramsText());
    }
    jdbc.sql(
            """
            INSERT INTO enterprise_grams (zone_id, enterprise_id, registered_on, capital, division, industry_code,
              status, initials, name, words, grams)
            SELECT e.zone_id, e.id, e.registered_on, CASE WHEN e.capital_currency = 'CNY' THEN e.capital END,
              e.division, e.industry_code, e.status, t.initials, t.name, t.words, t.grams::int[]
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[]) AS t(id, initials, name, words, grams)
            JOIN enterprise e ON e.id = t.id
            """)
        .param(1, ids.toArray(Long[]::new), Types.ARRAY)
        .param(2, initials.toArray(String[]::new), Types.ARRAY)
        .param(3, names.toArray(String[]::new), Types.ARRAY)
        .param(4, words.toArray(String[]::new), Types.ARRAY)
        .param(5, grams.toArray(String[]::new), Types.ARRAY)
        .update();
  }
}
