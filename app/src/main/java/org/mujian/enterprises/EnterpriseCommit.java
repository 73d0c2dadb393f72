package org.mujian.enterprises;

import static org.mujian.enterprises.EnterpriseImport.indexOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mujian.documents.ImportKind.Committed;
import org.mujian.documents.ImportKind.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the good rows of a staged import into the registry, in a few statements for all. */
@Component
class EnterpriseCommit {

  private final JdbcClient jdbc;
  private final SearchIndex index;

  EnterpriseCommit(JdbcClient jdbc, SearchIndex index) {
    this.jdbc = jdbc;
    this.index = index;
  }

  Committed commit(Staged staged) {
    // Two imports into one zone would both find the same enterprise absent.
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('enterprises'), ?::int)")
        .param(staged.zone())
        .query(row -> {});
    match(staged);
    List<Long> updated = update(staged.zone());
    long inserted = insert(staged);
    index.refresh(staged.zone(), updated);
    long matched = count("NOT fresh");
    return new Committed(inserted, updated.size(), matched - updated.size(), notes(staged));
  }

  /** Which enterprise each row means; of several rows that mean the same one the last holds. */
  private void match(Staged staged) {
    jdbc.sql("DROP TABLE IF EXISTS arriving").update();
    jdbc.sql(
            """
            CREATE TEMP TABLE arriving ON COMMIT DROP AS
            WITH coded AS (
              SELECT row_no, %1$s AS name, %2$s::date AS registered_on,
                     coalesce(%3$s, max(%3$s) OVER (PARTITION BY %1$s)) AS credit_code
              FROM import_row WHERE import_id = %4$d AND good
            ), matched AS (
              SELECT c.*, coalesce(by_code.id, by_name.id) AS known
              FROM coded c
              LEFT JOIN enterprise by_code ON by_code.zone_id = %5$d AND by_code.credit_code = c.credit_code
              LEFT JOIN LATERAL (
                SELECT e.id FROM enterprise e
                WHERE by_code.id IS NULL AND e.zone_id = %5$d AND e.name = c.name
                  AND (c.credit_code IS NULL OR e.credit_code IS NULL)
                  AND (c.registered_on IS NULL OR e.registered_on IS NULL OR e.registered_on = c.registered_on)
                ORDER BY e.id LIMIT 1) by_name ON true
            ), holding AS (
              SELECT max(row_no) AS row_no, max(known) AS known
              FROM matched
              GROUP BY coalesce('#' || known, credit_code, name || E'\\n' || coalesce(registered_on::text, ''))
            )
            SELECT coalesce(h.known, nextval('enterprise_id_seq')) AS id, h.known IS NULL AS fresh, s.row_no, %6$s
            FROM holding h JOIN import_row s ON s.import_id = %4$d AND s.row_no = h.row_no
            """
                .formatted(
                    value("name"),
                    value("registered-on"),
                    value("credit-code"),
                    staged.importId(),
                    staged.zone(),
                    columns()))
        .update();
    jdbc.sql("CREATE INDEX ON arriving (id)").update();
    jdbc.sql("ANALYZE arriving").update();
  }

  private static String columns() {
    Map<String, String> types = new LinkedHashMap<>();
    for (String key :
        List.of(
            "name",
            "credit-code",
            "type",
            "province",
            "city",
            "address",
            "scope",
            "status",
            "initials",
            "industry_code",
            "capital_text",
            "capital_currency",
            "folded",
            "words")) {
      types.put(key, "text");
    }
    types.put("registered-on", "date");
    types.put("capital_amount", "numeric");
    types.put("grams", "int[]");
    types.put("industry", "text");
    String typed =
        types.entrySet().stream()
            .map(
                e ->
                    value(e.getKey()) + "::" + e.getValue() + " AS " + e.getKey().replace('-', '_'))
            .collect(Collectors.joining(", "));
    return typed
        + ", "
        + value("division_code")
        + " AS division"
        + ", coalesce(string_to_array("
        + value("former-names")
        + ", E'\\n'), '{}') AS former_names";
  }

  private static String value(String key) {
    return "values[" + (indexOf(key) + 1) + "]";
  }

  /** Changes only what differs; a missing value keeps what is known. */
  private List<Long> update(long zone) {
    return jdbc.sql(
            """
            UPDATE enterprise e SET
              name = n.name, credit_code = n.credit_code, former_names = n.former_names, initials = n.initials,
              type = n.type, industry_code = n.industry_code, industry_version = n.industry_version,
              division = n.division, province = n.province, city = n.city, capital = n.capital,
              capital_currency = n.capital_currency, capital_text = n.capital_text,
              registered_on = n.registered_on, address = n.address, scope = n.scope, status = n.status,
              source = n.source, version = e.version + 1
            FROM (
              SELECT a.id, a.name, coalesce(a.credit_code, o.credit_code) AS credit_code,
                CASE WHEN a.former_names <@ o.former_names THEN o.former_names ELSE ARRAY(
                  SELECT f FROM unnest(o.former_names || a.former_names) WITH ORDINALITY u(f, n) GROUP BY f ORDER BY min(n)) END AS former_names,
                a.initials, coalesce(a.type, o.type) AS type,
                coalesce(a.industry_code, o.industry_code) AS industry_code,
                CASE WHEN a.industry_code IS NULL THEN o.industry_version ELSE 2017 END AS industry_version,
                coalesce(a.division, o.division) AS division, coalesce(a.province, o.province) AS province,
                coalesce(a.city, o.city) AS city,
                CASE WHEN a.capital_text IS NULL THEN o.capital ELSE a.capital_amount END AS capital,
                CASE WHEN a.capital_text IS NULL THEN o.capital_currency ELSE a.capital_currency END AS capital_currency,
                coalesce(a.capital_text, o.capital_text) AS capital_text,
                coalesce(a.registered_on, o.registered_on) AS registered_on,
                coalesce(a.address, o.address) AS address, coalesce(a.scope, o.scope) AS scope,
                coalesce(a.status, o.status) AS status, :source AS source
              FROM arriving a JOIN enterprise o ON o.zone_id = :zone AND o.id = a.id
              WHERE NOT a.fresh) n
            WHERE e.zone_id = :zone AND e.id = n.id
              AND (e.name, e.credit_code, e.former_names, e.initials, e.type, e.industry_code, e.division, e.province,
                   e.city, e.capital, e.capital_currency, e.capital_text, e.registered_on, e.address, e.scope, e.status)
                IS DISTINCT FROM
                  (n.name, n.credit_code, n.former_names, n.initials, n.type, n.industry_code, n.division, n.province,
                   n.city, n.capital, n.capital_currency, n.capital_text, n.registered_on, n.address, n.scope, n.status)
            RETURNING e.id
            """)
        .param("zone", zone)
        .param("source", "import")
        .query(Long.class)
        .list();
  }

  private long insert(Staged staged) {
    jdbc.sql(
            """
            INSERT INTO enterprise (zone_id, id, credit_code, name, former_names, initials, type, industry_code,
              industry_version, division, province, city, capital, capital_currency, capital_text, registered_on,
              address, scope, status, source)
            SELECT :zone, id, credit_code, name, former_names, initials, type, industry_code,
              CASE WHEN industry_code IS NOT NULL THEN 2017 END, division, province, city, capital_amount,
              capital_currency, capital_text, registered_on, address, scope, status, :source
            FROM arriving WHERE fresh ORDER BY row_no
            """)
        .param("zone", staged.zone())
        .param("source", "import")
        .update();
    return jdbc.sql(
            """
            INSERT INTO enterprise_grams (zone_id, enterprise_id, registered_on, capital, division, industry_code,
              status, initials, name, words, grams)
            SELECT :zone, id, registered_on, CASE WHEN capital_currency = 'CNY' THEN capital_amount END, division,
              industry_code, status, initials, folded, words, grams
            FROM arriving WHERE fresh ORDER BY row_no
            """)
        .param("zone", staged.zone())
        .update();
  }

  private Map<String, Long> notes(Staged staged) {
    Map<String, Long> notes = new LinkedHashMap<>();
    note(notes, "repeated-in-file", staged.rows() - count("true"));
    note(notes, "capital-unreadable", count("capital_text IS NOT NULL AND capital_amount IS NULL"));
    note(notes, "industry-unknown", count("industry IS NOT NULL AND industry_code IS NULL"));
    return notes;
  }

  private static void note(Map<String, Long> notes, String code, long count) {
    if (count > 0) {
      notes.put(code, count);
    }
  }

  private long count(String condition) {
    return jdbc.sql("SELECT count(*) FROM arriving WHERE " + condition).query(Long.class).single();
  }
}
