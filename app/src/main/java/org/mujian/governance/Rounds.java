package org.mujian.governance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Mark;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rounds, the targets set for them, and what frozen ones keep. */
@Component
@Transactional
class Rounds {

  private static final String SELECT = "SELECT * FROM appraisal_round WHERE zone_id = :zone";

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;

  Rounds(JdbcClient jdbc, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Opens the round of a year.
   *
   * @throws GovernanceRefused when the scheme version has one for that year
   */
  long open(long zone, StoredScheme.Head scheme, int year, String title, int dueDay) {
    changes.join(zone, "开始考核轮次「" + title + "」");
    try {
      return jdbc.sql(
              """
              INSERT INTO appraisal_round (zone_id, scheme_id, title, year, due_day, sample)
              VALUES (:zone, :scheme, :title, :year, :due, :sample) RETURNING id
              """)
          .param("zone", zone)
          .param("scheme", scheme.id())
          .param("title", title)
          .param("year", year)
          .param("due", dueDay)
          .param("sample", scheme.sample())
          .query(Long.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw new GovernanceRefused(
          "「" + scheme.name() + "」第 " + scheme.version() + " 版已有 " + year + " 年的轮次；请直接打开它");
    }
  }

  /**
   * @throws NoSuchGovernance when it is not there or another zone's
   */
  @Transactional(readOnly = true)
  Round get(long zone, long id) {
    return jdbc.sql(SELECT + " AND id = :id")
        .param("zone", zone)
        .param("id", id)
        .query(Rounds::round)
        .optional()
        .orElseThrow(() -> new NoSuchGovernance("考核轮次 " + id));
  }

  /** Latest year first, running ones before frozen ones. */
  @Transactional(readOnly = true)
  List<Round> listAll(long zone) {
    return jdbc.sql(SELECT + " ORDER BY year DESC, frozen_month NULLS FIRST, id DESC")
        .param("zone", zone)
        .query(Rounds::round)
        .list();
  }

  /**
   * The one that matters now: of those begun by {@code year}, the latest that runs, else frozen.
   */
  @Transactional(readOnly = true)
  Optional<Round> findRunning(long zone, int year) {
    return jdbc.sql(
            SELECT
                + " ORDER BY year > :year, frozen_month IS NOT NULL, abs(year - :year), id DESC"
                + " LIMIT 1")
        .param("zone", zone)
        .param("year", year)
        .query(Rounds::round)
        .optional();
  }

  /** What was set for a round's indicator, over the scheme's own. */
  record Given(@Nullable BigDecimal target, @Nullable BigDecimal base, String source) {}

  /** By indicator id. */
  @Transactional(readOnly = true)
  Map<Long, Given> targets(long zone, long round) {
    Map<Long, Given> given = new HashMap<>();
    jdbc.sql("SELECT * FROM appraisal_target WHERE zone_id = ? AND round_id = ?")
        .params(zone, round)
        .query(
            (ResultSet row) -> {
              given.put(
                  row.getLong("indicator_id"),
                  new Given(
                      row.getBigDecimal("target"),
                      row.getBigDecimal("base"),
                      row.getString("source")));
            });
    return given;
  }

  /**
   * Sets target and base of an indicator for the round.
   *
   * @throws GovernanceRefused when the round is frozen
   */
  void set(long zone, Round round, StoredScheme.Line line, Given given) {
    lockRunning(zone, round.id());
    changes.join(zone, "「" + round.title() + "」" + line.name() + " 的目标");
    jdbc.sql(
            """
            INSERT INTO appraisal_target (zone_id, scheme_id, round_id, indicator_id, target, base, source)
            VALUES (:zone, :scheme, :round, :indicator, :target, :base, :source)
            ON CONFLICT (zone_id, round_id, indicator_id)
              DO UPDATE SET target = excluded.target, base = excluded.base, source = excluded.source
            """)
        .param("zone", zone)
        .param("scheme", round.schemeId())
        .param("round", round.id())
        .param("indicator", line.id())
        .param("target", given.target(), Types.NUMERIC)
        .param("base", given.base(), Types.NUMERIC)
        .param("source", given.source())
        .update();
  }

  /** Of two who freeze, or of one who freezes and one who sets a target, the second waits here. */
  private void lockRunning(long zone, long id) {
    Round round =
        jdbc.sql(SELECT + " AND id = :id FOR UPDATE")
            .param("zone", zone)
            .param("id", id)
            .query(Rounds::round)
            .optional()
            .orElseThrow(() -> new NoSuchGovernance("考核轮次 " + id));
    if (round.isFrozen()) {
      throw new GovernanceRefused(
          "「%s」已于 %s 由 %s 按 %s 的数封存，不能再改；更正的数不进入封存的轮次"
              .formatted(round.title(), round.frozenOn(), round.frozenBy(), round.frozenMonth()));
    }
  }

  /**
   * Keeps what the round found, and closes it.
   *
   * @param standings told once nobody else can change the round any more
   * @throws GovernanceRefused when it is frozen already
   */
  void freeze(long zone, long id, java.util.function.Supplier<Standing> standings) {
    lockRunning(zone, id);
    Standing standing = standings.get();
    Round round = standing.round();
    changes.join(zone, "封存「" + round.title() + "」" + standing.month());
    for (Standing.Line line : standing.lines()) {
      keep(round, line);
    }
    jdbc.sql(
            """
            UPDATE appraisal_round SET frozen_month = :month, frozen_on = :on, frozen_by = :by
            WHERE zone_id = :zone AND id = :id
            """)
        .param("month", standing.month().toString())
        .param("on", LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))))
        .param("by", Scope.current().who())
        .param("zone", round.zoneId())
        .param("id", round.id())
        .update();
  }

  private void keep(Round round, Standing.Line line) {
    Mark mark = line.mark();
    Evidence evidence = line.evidence();
    jdbc.sql(
            """
            INSERT INTO appraisal_value (zone_id, scheme_id, round_id, indicator_id, period, value, missing, target, base,
              earned, fact_id, base_fact_id, counted)
            VALUES (:zone, :scheme, :round, :indicator, :period, :value, :missing, :target, :base,
              :earned, :fact, :baseFact, :counted)
            """)
        .param("zone", round.zoneId())
        .param("scheme", round.schemeId())
        .param("round", round.id())
        .param("indicator", line.of().id())
        .param("period", evidence.period(), Types.VARCHAR)
        .param("value", mark.reading().value(), Types.NUMERIC)
        .param(
            "missing", mark.reading().value() == null ? evidence.whyMissing() : null, Types.VARCHAR)
        .param("target", mark.reading().target(), Types.NUMERIC)
        .param("base", mark.reading().base(), Types.NUMERIC)
        .param("earned", mark.earned(), Types.NUMERIC)
        .param("fact", evidence.fact(), Types.BIGINT)
        .param("baseFact", evidence.baseFact(), Types.BIGINT)
        .param("counted", evidence.counted(), Types.VARCHAR)
        .update();
  }

  /** What a frozen round keeps, by indicator id. */
  @Transactional(readOnly = true)
  Map<Long, KeptValue> values(long zone, long round) {
    Map<Long, KeptValue> kept = new HashMap<>();
    jdbc.sql("SELECT * FROM appraisal_value WHERE zone_id = ? AND round_id = ?")
        .params(zone, round)
        .query(
            (ResultSet row) -> {
              kept.put(row.getLong("indicator_id"), KeptValue.of(row));
            });
    return kept;
  }

  private static Round round(ResultSet row, int number) throws SQLException {
    String month = row.getString("frozen_month");
    return new Round(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getLong("scheme_id"),
        row.getString("title"),
        row.getInt("year"),
        row.getInt("due_day"),
        month == null ? null : YearMonth.parse(month),
        row.getObject("frozen_on", LocalDate.class),
        row.getString("frozen_by"),
        row.getBoolean("sample"));
  }
}
