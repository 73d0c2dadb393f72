package org.mujian.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projects of the zones. What they entered, need and suffer from stands in the stores beside.
 */
@Component
@Transactional
public class Projects {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Today today;
  private final ApplicationEventPublisher events;

  Projects(JdbcClient jdbc, Changes changes, Today today, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.today = today;
    this.events = events;
  }

  /**
   * Makes a project of a promotion lead and enters it into 储备 today. Once per {@code leadRef}:
   * asked again, or by two at once, it answers with the same project.
   *
   * @param leadRef opaque, for example {@code lead:42}
   * @return the project's id
   */
  public long propose(
      long zone,
      String name,
      @Nullable Long enterpriseId,
      String enterpriseName,
      String leadRef,
      Money investment) {
    Optional<Long> known = findByLead(zone, leadRef);
    if (known.isPresent()) {
      return known.get();
    }
    changes.join(zone, "线索 " + leadRef + " 转为项目「" + name + "」");
    ProjectDraft draft =
        new ProjectDraft(null, name, enterpriseId, enterpriseName, "", investment, "", "", null);
    Optional<Long> made = insert(zone, draft, leadRef);
    if (made.isEmpty()) {
      return findByLead(zone, leadRef).orElseThrow(); // another was first, and has committed
    }
    enterReserve(zone, made.get(), today.date());
    events.publishEvent(new ProjectProposed(zone, made.get(), leadRef));
    return made.get();
  }

  public Optional<Project> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM project WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(Projects::project)
        .optional();
  }

  /**
   * @throws NoSuchProject when it is not there or another zone's
   */
  public Project get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> NoSuchProject.project(id));
  }

  List<Project> listAll(long zone) {
    return jdbc.sql("SELECT * FROM project WHERE zone_id = ? ORDER BY id")
        .param(zone)
        .query(Projects::project)
        .list();
  }

  /** By any part of name, code or enterprise. */
  public List<Project> search(long zone, String q, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM project WHERE zone_id = :zone AND (strpos(name, :q) > 0
              OR strpos(coalesce(code, provisional), :q) > 0 OR strpos(enterprise_name, :q) > 0)
            ORDER BY strpos(name, :q) = 0, id DESC LIMIT :limit
            """)
        .param("zone", zone)
        .param("q", q)
        .param("limit", limit)
        .query(Projects::project)
        .list();
  }

  /** Creates a project and enters it into 储备 today. */
  Project create(long zone, ProjectDraft draft) {
    return create(zone, draft, today.date());
  }

  Project create(long zone, ProjectDraft draft, LocalDate reservedOn) {
    changes.join(zone, "新建项目「" + draft.name() + "」");
    long id = insert(zone, draft, null).orElseThrow();
    enterReserve(zone, id, reservedOn);
    return get(zone, id);
  }

  /**
   * @param version the one that was edited
   */
  Project edit(long zone, long id, int version, ProjectDraft draft) {
    Project before = get(zone, id);
    changes.join(zone, "修改项目「" + before.name() + "」");
    if (draft.code() == null && before.code() != null) {
      throw new ProjectRefused("「" + before.name() + "」已有项目代码 " + before.code() + "，不能改回暂编号");
    }
    int updated =
        unique(
            draft,
            () ->
                jdbc.sql(
                        """
                        UPDATE project SET code = :code, name = :name, enterprise_id = :enterprise,
                          enterprise_name = :enterpriseName, content = :content, investment = :investment,
                          leader = :leader, bureau = :bureau, phase_of = :phase, version = version + 1
                        WHERE zone_id = :zone AND id = :id AND version = :version
                        """)
                    .params(values(zone, draft))
                    .param("id", id)
                    .param("version", version)
                    .update());
    if (updated == 0) {
      throw new ProjectRefused("「" + before.name() + "」在您填写期间已被他人修改，请刷新后重填");
    }
    return get(zone, id);
  }

  private Optional<Long> insert(long zone, ProjectDraft draft, @Nullable String leadRef) {
    return unique(
        draft,
        () ->
            jdbc.sql(
                    """
                    INSERT INTO project (zone_id, code, provisional, name, enterprise_id, enterprise_name,
                      content, investment, leader, bureau, phase_of, lead_ref, created_by)
                    VALUES (:zone, :code, :provisional, :name, :enterprise, :enterpriseName,
                      :content, :investment, :leader, :bureau, :phase, :lead, :who)
                    ON CONFLICT (zone_id, lead_ref) DO NOTHING RETURNING id
                    """)
                .params(values(zone, draft))
                .param("provisional", nextNumber(zone))
                .param("lead", leadRef, Types.VARCHAR)
                .param("who", Scope.current().who())
                .query(Long.class)
                .optional());
  }

  private static java.util.Map<String, @Nullable Object> values(long zone, ProjectDraft draft) {
    java.util.Map<String, @Nullable Object> values = new java.util.HashMap<>();
    values.put("zone", zone);
    values.put("code", draft.code());
    values.put("name", draft.name());
    values.put("enterprise", draft.enterpriseId());
    values.put("enterpriseName", draft.enterpriseName().strip());
    values.put("content", draft.content().strip());
    values.put("investment", draft.investment().yuan());
    values.put("leader", draft.leader().strip());
    values.put("bureau", draft.bureau().strip());
    values.put("phase", draft.phaseOf());
    return values;
  }

  private static <T> T unique(ProjectDraft draft, java.util.function.Supplier<T> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new ProjectRefused("项目代码 " + draft.code() + " 已属于本园区另一个项目；分期项目须有自己的代码");
    }
  }

  /** Numbers of projects that were refused afterwards are not given again. */
  private String nextNumber(long zone) {
    int year = today.date().getYear();
    int number =
        jdbc.sql(
                """
                INSERT INTO project_number AS n (zone_id, id, last) VALUES (?, ?, 1)
                ON CONFLICT (zone_id, id) DO UPDATE SET last = n.last + 1 RETURNING last
                """)
            .params(zone, year)
            .query(Integer.class)
            .single();
    return "%d-%02d".formatted(year, number);
  }

  private void enterReserve(long zone, long id, LocalDate on) {
    jdbc.sql(
            "INSERT INTO project_entry (zone_id, project_id, stage, entered_on, who)"
                + " VALUES (?, ?, 'reserve', ?, ?)")
        .params(zone, id, on, Scope.current().who())
        .update();
  }

  private Optional<Long> findByLead(long zone, String leadRef) {
    return jdbc.sql("SELECT id FROM project WHERE zone_id = ? AND lead_ref = ?")
        .params(zone, leadRef)
        .query(Long.class)
        .optional();
  }

  private static Project project(ResultSet row, int i) throws SQLException {
    return new Project(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("code"),
        row.getString("provisional"),
        row.getString("name"),
        row.getObject("enterprise_id", Long.class),
        row.getString("enterprise_name"),
        row.getString("content"),
        Money.ofYuan(row.getBigDecimal("investment")),
        row.getString("leader"),
        row.getString("bureau"),
        row.getObject("phase_of", Long.class),
        row.getString("lead_ref"),
        row.getInt("version"));
  }
}
