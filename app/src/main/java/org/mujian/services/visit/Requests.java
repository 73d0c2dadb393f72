package org.mujian.services.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.enterprises.Enterprise;
import org.mujian.services.RequestRaised;
import org.mujian.services.cases.NoSuchCase;
import org.mujian.services.cases.Said;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests of the zones' enterprises. An enterprise's user sees and files its own alone. */
@Component
@Transactional
public class Requests {

  private static final int LONGEST = 2000;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Requests(JdbcClient jdbc, Changes changes, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.events = events;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(Times.CHINA));
  }

  /** As the enterprise files it: nobody has taken it on yet. */
  public long raise(long zone, Enterprise enterprise, String what) {
    return raise(zone, enterprise, what, today(), false);
  }

  public long raise(long zone, Enterprise enterprise, String what, LocalDate on, boolean sample) {
    return raise(zone, enterprise, null, what, null, null, on, sample);
  }

  /**
   * @param owner with {@code due}, or neither
   */
  long raise(
      long zone,
      Enterprise enterprise,
      @Nullable Long visit,
      String what,
      @Nullable String owner,
      @Nullable LocalDate due,
      LocalDate on,
      boolean sample) {
    String said = Said.some(what, LONGEST, "请写明诉求");
    changes.join(zone, "诉求：" + enterprise.name());
    long id =
        jdbc.sql(
                """
                INSERT INTO service_request (zone_id, enterprise_id, enterprise_name, visit_id, what, owner, due,
                  raised_on, raised_by, sample, at)
                VALUES (:zone, :enterprise, :name, :visit, :what, :owner, :due, :on, :who, :sample, :now)
                RETURNING id
                """)
            .param("zone", zone)
            .param("enterprise", enterprise.id())
            .param("name", enterprise.name())
            .param("visit", visit, Types.BIGINT)
            .param("what", said)
            .param("owner", owner, Types.VARCHAR)
            .param("due", due, Types.DATE)
            .param("on", on)
            .param("who", Scope.current().who())
            .param("sample", sample)
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    events.publishEvent(new RequestRaised(zone, id));
    return id;
  }

  /** Somebody answers for it from now on, by a day. */
  public void takeOn(long zone, long id, String owner, @Nullable LocalDate due) {
    Request request = lockOpen(zone, id);
    String name = Said.some(owner, 60, "请写明由谁办理");
    if (due == null || due.isBefore(today())) {
      throw new ServiceRefused("请写明办理时限，不早于今天");
    }
    changes.join(zone, "诉求 " + id + " 由" + name + "办理，" + due + " 前");
    jdbc.sql(
            """
            UPDATE service_request SET owner = ?, due = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(name, due, zone, request.id())
        .update();
  }

  /** Answers it, which closes it. The enterprise reads the answer. */
  public void answer(long zone, long id, String answer) {
    answer(zone, id, answer, today());
  }

  void answer(long zone, long id, String answer, LocalDate on) {
    Request request = lockOpen(zone, id);
    if (request.owner() == null) {
      throw new ServiceRefused("诉求 " + id + " 还没有人办理：先写明由谁办理、何时办完");
    }
    String said = Said.some(answer, LONGEST, "请写明答复");
    changes.join(zone, "答复诉求 " + id);
    jdbc.sql(
            """
            UPDATE service_request SET answer = ?, answered_on = ?, answered_by = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(said, on, Scope.current().who(), zone, id)
        .update();
  }

  private Request lockOpen(long zone, long id) {
    jdbc.sql("SELECT 1 FROM service_request WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(Integer.class)
        .optional();
    Request request = get(zone, id);
    if (!request.isOpen()) {
      throw new ServiceRefused("诉求 " + id + " 已于 " + request.answeredOn() + " 答复");
    }
    return request;
  }

  @Transactional(readOnly = true)
  public Optional<Request> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM service_request WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(Requests::read)
        .optional();
  }

  /**
   * @throws NoSuchCase when it is not there or not the scope's
   */
  @Transactional(readOnly = true)
  public Request get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchCase("诉求 " + id));
  }

  /**
   * Open ones first, those nobody has taken on at the head, then by due date; answered ones last.
   *
   * @param answered also those that are answered
   * @param enterprise only its own, or null for all
   * @param words in the request, the enterprise or the owner, or null
   */
  @Transactional(readOnly = true)
  public List<Request> list(
      long zone, boolean answered, @Nullable Long enterprise, @Nullable String words) {
    return jdbc.sql(
            """
            SELECT * FROM service_request WHERE zone_id = :zone AND (:answered OR answered_on IS NULL)
              AND (:enterprise::bigint IS NULL OR enterprise_id = :enterprise)
              AND (:words::text IS NULL OR position(:words IN what || ' ' || enterprise_name || ' ' || coalesce(owner, '')) > 0)
            ORDER BY answered_on DESC NULLS FIRST, due NULLS FIRST, id
            """)
        .param("zone", zone)
        .param("answered", answered)
        .param("enterprise", enterprise, Types.BIGINT)
        .param("words", words, Types.VARCHAR)
        .query(Requests::read)
        .list();
  }

  private static Request read(ResultSet row, int number) throws SQLException {
    return new Request(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        row.getObject("visit_id", Long.class),
        row.getString("what"),
        row.getString("owner"),
        row.getObject("due", LocalDate.class),
        row.getObject("raised_on", LocalDate.class),
        row.getString("raised_by"),
        row.getString("answer"),
        row.getObject("answered_on", LocalDate.class),
        row.getString("answered_by"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}
