package org.mujian.promotion.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.chain.Atlas;
import org.mujian.chain.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the tags of a chain, all or none. */
@Component
class TagRows {

  private static final List<String> TABLES =
      List.of("chain_tag", "chain_count", "chain_tagging", "chain_base", "chain_entry");
  private static final int CHUNK = 2000;
  private static final String BETWEEN = "\u0001";

  private final JdbcClient jdbc;

  TagRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param entries by city and year, in any trade
   * @param millis how long the reading took
   */
  record Tagged(
      Atlas atlas,
      List<TagRow> rows,
      long tagged,
      Map<String, Base> cities,
      Map<String, Map<Integer, Long>> entries,
      Instant at,
      long millis) {

    long enterprises() {
      return cities.values().stream().mapToLong(Base::enterprises).sum();
    }
  }

  /** Replaces what stood there for the zone: run twice, it stands once. */
  @Transactional
  public void replace(long zone, List<Tagged> chains) {
    for (Tagged chain : chains) {
      String code = chain.atlas().code();
      // Two taggings of a chain at once would each delete the old rows and insert twice.
      jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('chain_tag'), hashtext(?))")
          .param(zone + "/" + code)
          .query(Integer.class)
          .single();
      for (String table : TABLES) {
        jdbc.sql("DELETE FROM " + table + " WHERE zone_id = ? AND chain = ?")
            .params(zone, code)
            .update();
      }
      insert(zone, code, chain.rows());
      count(zone, code);
      insertFigures(zone, chain);
      insertEntries(zone, chain);
    }
  }

  private void insert(long zone, String chain, List<TagRow> rows) {
    for (int from = 0; from < rows.size(); from += CHUNK) {
      List<TagRow> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
      jdbc.sql(
              """
              INSERT INTO chain_tag (zone_id, chain, link, enterprise_id, city, role, score, in_first,
                same_industry, words, starts, capital, registered)
              SELECT ?, ?, link, enterprise, city, role, score, in_first, industry,
                string_to_array(words, chr(1)), string_to_array(starts, chr(1))::int[], capital, registered
              FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::boolean[], ?::boolean[],
                ?::text[], ?::text[], ?::numeric[], ?::int[])
                AS t (link, enterprise, city, role, score, in_first, industry, words, starts, capital,
                  registered)
              """)
          .params(
              zone,
              chain,
              column(chunk, row -> row.tag().link()).toArray(String[]::new),
              column(chunk, TagRow::enterpriseId).toArray(Long[]::new),
              chunk.stream().map(TagRow::city).toArray(String[]::new),
              column(chunk, row -> row.tag().role().code()).toArray(String[]::new),
              column(chunk, row -> row.tag().score()).toArray(Integer[]::new),
              column(chunk, row -> row.tag().leading()).toArray(Boolean[]::new),
              column(chunk, row -> row.tag().sameIndustry()).toArray(Boolean[]::new),
              column(chunk, row -> joined(row.tag(), Tag.Word::text)).toArray(String[]::new),
              column(chunk, row -> joined(row.tag(), Tag.Word::start)).toArray(String[]::new),
              chunk.stream().map(TagRow::yuan).toArray(java.math.BigDecimal[]::new),
              chunk.stream().map(TagRow::year).toArray(Integer[]::new))
          .update();
    }
  }

  private void count(long zone, String chain) {
    jdbc.sql(
            """
            INSERT INTO chain_count (zone_id, city, chain, link, role, enterprises)
            SELECT zone_id, city, chain, link, role, count(*) FROM chain_tag
            WHERE zone_id = ? AND chain = ? AND city IS NOT NULL
            GROUP BY zone_id, city, chain, link, role
            """)
        .params(zone, chain)
        .update();
  }

  private void insertEntries(long zone, Tagged chain) {
    List<String> cities = new ArrayList<>();
    List<Integer> years = new ArrayList<>();
    List<Long> enterprises = new ArrayList<>();
    chain
        .entries()
        .forEach(
            (city, byYear) ->
                byYear.forEach(
                    (year, n) -> {
                      cities.add(city);
                      years.add(year);
                      enterprises.add(n);
                    }));
    jdbc.sql(
            """
            INSERT INTO chain_entry (zone_id, chain, city, year, enterprises)
            SELECT ?, ?, city, year, n FROM unnest(?::text[], ?::int[], ?::bigint[]) AS t (city, year, n)
            """)
        .params(
            zone,
            chain.atlas().code(),
            cities.toArray(String[]::new),
            years.toArray(Integer[]::new),
            enterprises.toArray(Long[]::new))
        .update();
  }

  private static <T> List<T> column(List<TagRow> rows, Function<TagRow, T> value) {
    return rows.stream().map(value).toList();
  }

  private static String joined(Tag tag, Function<Tag.Word, Object> value) {
    return tag.words().stream()
        .map(value)
        .map(String::valueOf)
        .collect(Collectors.joining(BETWEEN));
  }

  private void insertFigures(long zone, Tagged chain) {
    jdbc.sql(
            """
            INSERT INTO chain_tagging (zone_id, chain, version, tagged_at, millis, enterprises, tagged)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            zone,
            chain.atlas().code(),
            chain.atlas().version(),
            java.sql.Timestamp.from(chain.at()),
            chain.millis(),
            chain.enterprises(),
            chain.tagged())
        .update();
    chain
        .cities()
        .forEach(
            (city, base) ->
                jdbc.sql(
                        """
                        INSERT INTO chain_base (zone_id, chain, city, enterprises, with_scope, first_year, last_year)
                        VALUES (:zone, :chain, :city, :enterprises, :scope, :first, :last)
                        """)
                    .param("zone", zone)
                    .param("chain", chain.atlas().code())
                    .param("city", city)
                    .param("enterprises", base.enterprises())
                    .param("scope", base.withScope())
                    .param("first", base.firstYear(), java.sql.Types.INTEGER)
                    .param("last", base.lastYear(), java.sql.Types.INTEGER)
                    .update());
  }
}
