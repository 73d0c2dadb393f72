package org.mujian.services.cases;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.enterprises.Enterprise;
import org.mujian.services.CaseOpened;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.Matters;
import org.mujian.store.Changes;
import org.mujian.web.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the zones: opened once, found again. What happens to them is {@link CaseDesk}'s. */
@Component
@Transactional
public class Cases {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;
  private final CaseFolder folder;
  private final CaseSubjects subjects;
  private final Matters matters;
  private final ApplicationEventPublisher events;

  Cases(
      JdbcClient jdbc,
      Changes changes,
      Clock clock,
      CaseFolder folder,
      CaseSubjects subjects,
      Matters matters,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.folder = folder;
    this.subjects = subjects;
    this.matters = matters;
    this.events = events;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(Times.CHINA));
  }

  /**
   * Opens a case with the papers that its matter usually needs; the clock starts when the draft
   * knows the day of acceptance.
   *
   * @throws CaseHeld when the same case is open, or its outside number is known
   */
  public Case open(long zone, CaseDraft draft) {
    return open(zone, draft, today(), false);
  }

  public Case open(long zone, CaseDraft draft, LocalDate on, boolean sample) {
    Matter matter =
        matters
            .law(zone)
            .find(draft.matter(), on)
            .orElseThrow(() -> new ServiceRefused("没有代码为 " + draft.matter() + " 的事项"));
    CaseSubjects.Named named = subjects.name(zone, draft);
    LocalDate accepted = draft.acceptedOn();
    if (accepted != null && accepted.isAfter(today())) {
      throw new ServiceRefused("受理日期 " + accepted + " 晚于今天 " + today());
    }
    LocalDate opened = accepted != null && accepted.isBefore(on) ? accepted : on;
    findHolder(zone, draft)
        .ifPresent(
            holder -> {
              throw held(draft, holder);
            });
    changes.join(zone, "新建办件：" + matter.name() + "，" + named.enterprise().name());
    long id =
        insert(zone, draft, matter, named, opened, sample)
            .orElseThrow(
                () -> held(draft, findHolder(zone, draft).orElseThrow(Cases::closedMeanwhile)));
    Case file = find(zone, id).orElseThrow();
    matter.materials().forEach(paper -> folder.want(file, paper));
    folder.note(file, "opened", matter.name(), opened, true);
    if (accepted != null) {
      folder.write(file, ClockEvent.of(ClockEvent.Kind.START, accepted), "");
    }
    events.publishEvent(new CaseOpened(zone, id));
    return file;
  }

  private static ServiceRefused closedMeanwhile() {
    return new ServiceRefused("同一办件刚刚被他人新建又办结，请再试一次");
  }

  private static CaseHeld held(CaseDraft draft, Case holder) {
    boolean byNumber =
        draft.outsideNumber() != null && draft.outsideNumber().equals(holder.outsideNumber());
    return new CaseHeld(
        byNumber ? "外部办件号 " + draft.outsideNumber() + " 已登记" : "同一企业、项目的同一事项已有在办件", holder);
  }

  /** Empty when the database has the same case already: it waits for whoever is writing it. */
  private Optional<Long> insert(
      long zone,
      CaseDraft draft,
      Matter matter,
      CaseSubjects.Named named,
      LocalDate opened,
      boolean sample) {
    Enterprise enterprise = named.enterprise();
    return jdbc.sql(
            """
            INSERT INTO service_case (zone_id, number, matter, enterprise_id, enterprise_name, project_id,
              project_name, authority, outside_number, agent, opened_on, sample, created_at)
            VALUES (:zone, :number, :matter, :enterprise, :enterpriseName, :project,
              :projectName, :authority, :outside, :agent, :opened, :sample, :now)
            ON CONFLICT DO NOTHING RETURNING id
            """)
        .param("zone", zone)
        .param("number", nextNumber(zone))
        .param("matter", matter.code())
        .param("enterprise", enterprise.id())
        .param("enterpriseName", enterprise.name())
        .param("project", draft.project(), Types.BIGINT)
        .param("projectName", named.projectName())
        .param("authority", draft.authority() == null ? matter.bureau() : draft.authority())
        .param("outside", draft.outsideNumber(), Types.VARCHAR)
        .param("agent", draft.agent())
        .param("opened", opened)
        .param("sample", sample)
        .param("now", Timestamp.from(clock.instant()))
        .query(Long.class)
        .optional();
  }

  private String nextNumber(long zone) {
    int year = today().getYear();
    int number =
        jdbc.sql(
                """
                INSERT INTO case_number AS n (zone_id, id, last) VALUES (?, ?, 1)
                ON CONFLICT (zone_id, id) DO UPDATE SET last = n.last + 1 RETURNING last
                """)
            .params(zone, year)
            .query(Integer.class)
            .single();
    return "%d-%04d".formatted(year, number);
  }

  /** The case that stands in the way of a draft. */
  private Optional<Case> findHolder(long zone, CaseDraft draft) {
    return jdbc.sql(
            """
            SELECT * FROM service_case WHERE zone_id = :zone AND matter = :matter
              AND (outside_number = :outside
                OR closed_on IS NULL AND enterprise_id = :enterprise AND coalesce(project_id, 0) = :project)
            ORDER BY outside_number = :outside DESC NULLS LAST, id LIMIT 1
            """)
        .param("zone", zone)
        .param("matter", draft.matter())
        .param("outside", draft.outsideNumber(), Types.VARCHAR)
        .param("enterprise", draft.enterprise())
        .param("project", draft.project() == null ? 0 : draft.project())
        .query(CaseRows::read)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<Case> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM service_case WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(CaseRows::read)
        .optional();
  }

  /**
   * @throws NoSuchCase when it is not there or not the scope's
   */
  @Transactional(readOnly = true)
  public Case get(long zone, String number) {
    return jdbc.sql("SELECT * FROM service_case WHERE zone_id = ? AND number = ?")
        .params(zone, number)
        .query(CaseRows::read)
        .optional()
        .orElseThrow(() -> new NoSuchCase("办件 " + number));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Case> list(long zone, CaseQuery query) {
    return jdbc.sql(
            """
            SELECT * FROM service_case WHERE zone_id = :zone
              AND (:closed OR closed_on IS NULL)
              AND (:matter::text IS NULL OR matter = :matter)
              AND (:agent::text IS NULL OR agent = :agent)
              AND (:enterprise::bigint IS NULL OR enterprise_id = :enterprise)
              AND (:words::text IS NULL OR position(:words IN
                number || ' ' || coalesce(outside_number, '') || ' ' || enterprise_name || ' ' || project_name) > 0)
            ORDER BY id DESC
            """)
        .param("zone", zone)
        .param("closed", query.closed())
        .param("matter", query.matter(), Types.VARCHAR)
        .param("agent", query.agent(), Types.VARCHAR)
        .param("enterprise", query.enterprise(), Types.BIGINT)
        .param("words", query.words(), Types.VARCHAR)
        .query(CaseRows::read)
        .list();
  }

  /** Locks a case that somebody is about to change. */
  Case lock(long zone, String number, @Nullable Integer version) {
    jdbc.sql("SELECT 1 FROM service_case WHERE zone_id = ? AND number = ? FOR UPDATE")
        .params(zone, number)
        .query(Integer.class)
        .optional();
    Case file = get(zone, number);
    if (version != null && version != file.version()) {
      throw new ServiceRefused(
          "办件 " + number + " 刚被他人改过：您看到的是第 " + version + " 版，现在是第 " + file.version() + " 版；请刷新后再办");
    }
    if (!file.isOpen()) {
      throw new ServiceRefused("办件 " + number + " 已于 " + file.closedOn() + " 办结，不能再改");
    }
    return file;
  }

  void close(Case file, LocalDate on, Result result, String words) {
    jdbc.sql(
            """
            UPDATE service_case SET closed_on = ?, result = ?, result_words = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(on, result.code(), words, file.zoneId(), file.id())
        .update();
  }

  void touch(Case file) {
    jdbc.sql("UPDATE service_case SET version = version + 1 WHERE zone_id = ? AND id = ?")
        .params(file.zoneId(), file.id())
        .update();
  }

  void numbered(Case file, String outsideNumber) {
    try {
      jdbc.sql(
              """
              UPDATE service_case SET outside_number = ?, version = version + 1
              WHERE zone_id = ? AND id = ?
              """)
          .params(outsideNumber, file.zoneId(), file.id())
          .update();
    } catch (DuplicateKeyException e) {
      throw new ServiceRefused("外部办件号 " + outsideNumber + " 已登记在本园区另一个办件上，请核对");
    }
  }
}
