package org.mujian.promotion.lead;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was done with leads, in order; written once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeadJournal {

  private final JdbcClient jdbc;
  private final Clock clock;

  LeadJournal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The events of each lead, the oldest first. */
  public Map<Long, List<LeadEvent>> list(long zone, List<Long> leads) {
    return jdbc
        .sql("SELECT * FROM lead_event WHERE zone_id = ? AND lead_id = ANY (?) ORDER BY id")
        .params(zone, leads.toArray(Long[]::new))
        .query(LeadRows::event)
        .list()
        .stream()
        .collect(Collectors.groupingBy(LeadEvent::leadId));
  }

  /**
   * @param stage set when, and only when, {@code kind} is {@code stage}
   */
  public void write(
      long zone, long lead, String kind, @Nullable LeadStage stage, String words, LocalDate on) {
    Scope scope = Scope.current();
    jdbc.sql(
            """
            INSERT INTO lead_event (zone_id, lead_id, kind, stage, words, on_date, at, account_id, who)
            VALUES (:zone, :lead, :kind, :stage, :words, :on, :at, :account, :who)
            """)
        .param("zone", zone)
        .param("lead", lead)
        .param("kind", kind)
        .param("stage", stage == null ? null : stage.code(), Types.VARCHAR)
        .param("words", words)
        .param("on", on)
        .param("at", Timestamp.from(clock.instant()))
        .param("account", scope.accountId())
        .param("who", scope.who())
        .update();
  }
}
