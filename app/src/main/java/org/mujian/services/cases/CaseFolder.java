package org.mujian.services.cases;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.Span;
import org.mujian.services.matter.Spans;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What lies in a case's folder: clock events, log and materials. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseFolder {

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseFolder(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By case, in order. */
  public Map<Long, List<CaseEvent>> listEvents(long zone, List<Long> cases) {
    return jdbc
        .sql("SELECT * FROM case_clock WHERE zone_id = ? AND case_id = ANY (?) ORDER BY id")
        .params(zone, cases.toArray(Long[]::new))
        .query(CaseRows::event)
        .list()
        .stream()
        .collect(Collectors.groupingBy(CaseEvent::caseId));
  }

  public Map<Long, List<Material>> listMaterials(long zone, List<Long> cases) {
    return jdbc
        .sql("SELECT * FROM case_material WHERE zone_id = ? AND case_id = ANY (?) ORDER BY id")
        .params(zone, cases.toArray(Long[]::new))
        .query(CaseRows::material)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Material::caseId));
  }

  public List<CaseNote> listNotes(long zone, long file) {
    return jdbc.sql("SELECT * FROM case_log WHERE zone_id = ? AND case_id = ? ORDER BY id")
        .params(zone, file)
        .query(CaseRows::note)
        .list();
  }

  public void write(Case file, ClockEvent event, String words) {
    @Nullable Span more = event.more();
    jdbc.sql(
            """
            INSERT INTO case_clock (zone_id, case_id, enterprise_id, kind, on_date, count, unit, words, at, who)
            VALUES (:zone, :case, :enterprise, :kind, :on, :count, :unit, :words, :at, :who)
            """)
        .param("zone", file.zoneId())
        .param("case", file.id())
        .param("enterprise", file.enterpriseId())
        .param("kind", CaseEvent.code(event.kind()))
        .param("on", event.on())
        .param("count", more == null ? null : more.count(), Types.INTEGER)
        .param("unit", more == null ? null : Spans.unit(more), Types.VARCHAR)
        .param("words", words)
        .param("at", Timestamp.from(clock.instant()))
        .param("who", Scope.current().who())
        .update();
  }

  public void withdraw(Case file, CaseEvent event, String why) {
    jdbc.sql("UPDATE case_clock SET withdrawn = ? WHERE zone_id = ? AND id = ?")
        .params(why, file.zoneId(), event.id())
        .update();
  }

  public void note(Case file, String kind, String words, LocalDate on, boolean shown) {
    jdbc.sql(
            """
            INSERT INTO case_log (zone_id, case_id, enterprise_id, kind, words, on_date, shown, at, who)
            VALUES (:zone, :case, :enterprise, :kind, :words, :on, :shown, :at, :who)
            """)
        .param("zone", file.zoneId())
        .param("case", file.id())
        .param("enterprise", file.enterpriseId())
        .param("kind", kind)
        .param("words", words)
        .param("on", on)
        .param("shown", shown)
        .param("at", Timestamp.from(clock.instant()))
        .param("who", Scope.current().who())
        .update();
  }

  /** Adds a paper that is wanted; one of the name that is there already stays as it is. */
  public boolean want(Case file, String name) {
    return jdbc.sql(
                """
                INSERT INTO case_material (zone_id, case_id, enterprise_id, name, state)
                VALUES (?, ?, ?, ?, 'wanted') ON CONFLICT (zone_id, case_id, name) DO NOTHING
                """)
            .params(file.zoneId(), file.id(), file.enterpriseId(), name)
            .update()
        == 1;
  }

  public Optional<Material> findMaterial(Case file, long id) {
    return jdbc.sql("SELECT * FROM case_material WHERE zone_id = ? AND case_id = ? AND id = ?")
        .params(file.zoneId(), file.id(), id)
        .query(CaseRows::material)
        .optional();
  }

  public void put(Case file, Material material) {
    jdbc.sql(
            """
            UPDATE case_material SET state = :state, due = :due, received_on = :received, note = :note
            WHERE zone_id = :zone AND id = :id
            """)
        .param("state", material.state().code())
        .param("due", material.due(), Types.DATE)
        .param("received", material.receivedOn(), Types.DATE)
        .param("note", material.note())
        .param("zone", file.zoneId())
        .param("id", material.id())
        .update();
  }
}
