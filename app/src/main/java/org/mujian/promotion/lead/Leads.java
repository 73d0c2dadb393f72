package org.mujian.promotion.lead;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.promotion.LeadOpened;
import org.mujian.promotion.LeadStageEntered;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leads of a zone. */
@Component
@Transactional
public class Leads {

  /** Where a day begins and ends. */
  public static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");

  private static final String OPEN = "l.stage NOT IN ('landed', 'dropped')";

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;
  private final LeadJournal journal;
  private final LeadSubjects subjects;
  private final LeadProjects projects;
  private final ApplicationEventPublisher events;

  Leads(
      JdbcClient jdbc,
      Changes changes,
      Clock clock,
      LeadJournal journal,
      LeadSubjects subjects,
      LeadProjects projects,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.journal = journal;
    this.subjects = subjects;
    this.projects = projects;
    this.events = events;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(PLACE));
  }

  /**
   * Opens a lead that the current scope's account holds.
   *
   * @throws LeadClaimed when an open lead has the same credit code, name or enterprise
   */
  public Lead open(long zone, LeadDraft draft) {
    return open(zone, draft, Scope.current().who(), false);
  }

  /** As {@link #open(long, LeadDraft)}, held by the officer named; for the sample. */
  public Lead open(long zone, LeadDraft asked, String owner, boolean sample) {
    LeadDraft draft = subjects.identify(zone, asked);
    refuseIfHeld(zone, draft);
    LocalDate received = received(draft);
    changes.join(zone, "新增线索 " + draft.name());
    // Two at once pass the look above; the unique indexes let one of them insert.
    Optional<Long> id =
        jdbc.sql(
                """
                INSERT INTO lead (zone_id, name, name_key, credit_code, enterprise_id, chain, link, source, note,
                  owner_id, owner, received_on, created_at, sample)
                VALUES (:zone, :name, :key, :code, :enterprise, :chain, :link, :source, :note,
                  :ownerId, :owner, :received, :now, :sample)
                ON CONFLICT DO NOTHING RETURNING id
                """)
            .param("zone", zone)
            .param("name", draft.name())
            .param("key", NameKey.of(draft.name()))
            .param("code", draft.creditCode())
            .param("enterprise", draft.enterpriseId(), java.sql.Types.BIGINT)
            .param("chain", draft.chain())
            .param("link", draft.link())
            .param("source", draft.source())
            .param("note", draft.note())
            .param("ownerId", Scope.current().accountId())
            .param("owner", owner)
            .param("received", received)
            .param("now", java.sql.Timestamp.from(clock.instant()))
            .param("sample", sample)
            .query(Long.class)
            .optional();
    if (id.isEmpty()) {
      refuseIfHeld(zone, draft);
      throw new LeadRefused("“" + draft.name() + "”刚刚被他人登记又结束，请再试一次");
    }
    journal.write(zone, id.get(), "opened", null, draft.source(), received);
    events.publishEvent(new LeadOpened(zone, id.get()));
    return get(zone, id.get());
  }

  private LocalDate received(LeadDraft draft) {
    LocalDate received = draft.receivedOn() == null ? today() : draft.receivedOn();
    if (received.isAfter(today())) {
      throw new LeadRefused("收到日期 " + received + " 晚于今天 " + today());
    }
    return received;
  }

  private void refuseIfHeld(long zone, LeadDraft draft) {
    findHolder(zone, draft)
        .ifPresent(
            holder -> {
              throw new LeadClaimed(draft.name(), holder);
            });
  }

  /**
   * The open lead of the same enterprise: by credit code, by name, or by its place in a registry.
   */
  @Transactional(readOnly = true)
  public Optional<Lead> findHolder(long zone, LeadDraft draft) {
    return jdbc.sql(
            LeadRows.SELECT
                + " WHERE l.zone_id = :zone AND "
                + OPEN
                + """
                 AND (l.credit_code = :code OR l.name_key = :key OR l.enterprise_id = :enterprise)
                ORDER BY l.id LIMIT 1
                """)
        .param("zone", zone)
        .param("code", draft.creditCode(), java.sql.Types.VARCHAR)
        .param("key", NameKey.of(draft.name()))
        .param("enterprise", draft.enterpriseId(), java.sql.Types.BIGINT)
        .query(LeadRows::lead)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<Lead> find(long zone, long id) {
    return jdbc.sql(LeadRows.SELECT + " WHERE l.zone_id = ? AND l.id = ?")
        .params(zone, id)
        .query(LeadRows::lead)
        .optional();
  }

  @Transactional(readOnly = true)
  public Lead get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchLead(id));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Lead> list(long zone, LeadQuery query) {
    return jdbc.sql(
            LeadRows.SELECT
                + """
                 WHERE l.zone_id = :zone
                  AND (:closed OR l.stage NOT IN ('landed', 'dropped') OR l.stage = :stage)
                  AND (:stage::text IS NULL OR l.stage = :stage)
                  AND (:owner::bigint IS NULL OR l.owner_id = :owner)
                  AND (:chain::text IS NULL OR l.chain = :chain)
                  AND (:link::text IS NULL OR l.link = :link)
                  AND (:words::text IS NULL
                    OR position(:words IN l.name || ' ' || l.note || ' ' || l.source) > 0)
                ORDER BY l.received_on DESC, l.id DESC
                """)
        .param("zone", zone)
        .param("closed", query.closed())
        .param("stage", query.stage() == null ? null : query.stage().code(), java.sql.Types.VARCHAR)
        .param("owner", query.ownerId(), java.sql.Types.BIGINT)
        .param("chain", query.chain(), java.sql.Types.VARCHAR)
        .param("link", query.link(), java.sql.Types.VARCHAR)
        .param("words", query.words(), java.sql.Types.VARCHAR)
        .query(LeadRows::lead)
        .list();
  }

  /** What was done with a lead, the oldest first. */
  @Transactional(readOnly = true)
  public List<LeadEvent> listEvents(long zone, long id) {
    return listEvents(zone, List.of(id)).getOrDefault(id, List.of());
  }

  @Transactional(readOnly = true)
  public Map<Long, List<LeadEvent>> listEvents(long zone, List<Long> ids) {
    return journal.list(zone, ids);
  }

  /** The rules in force today, one for each act; the zone's own go before the default. */
  @Transactional(readOnly = true)
  public List<LeadRule> listRules(long zone) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (act) * FROM (
              SELECT zone_id, act, days, source, valid_from FROM lead_rule WHERE zone_id = ?
              UNION ALL SELECT 0, act, days, source, valid_from FROM lead_rule_default) rule
            WHERE valid_from <= ? ORDER BY act, zone_id DESC, valid_from DESC
            """)
        .params(zone, today())
        .query(LeadRows::rule)
        .list();
  }

  /**
   * Records that an act was done, in words.
   *
   * @param on the day it was done; today when null
   */
  public void record(long zone, long id, LeadAct act, String words, @Nullable LocalDate on) {
    Lead lead = lockOpen(zone, id);
    LocalDate day = day(lead, on);
    String said = said(words, "请写明做了什么、结果如何");
    if (act == LeadAct.JUDGE && lead.stage() == LeadStage.CLUE) {
      throw new LeadRefused("线索还在“线索”阶段：先进入研判，再记录研判意见");
    }
    changes.join(zone, "线索 " + lead.name() + "：" + LeadNames.of(act));
    journal.write(zone, id, act.code(), null, said, day);
  }

  /**
   * Enters a stage on evidence.
   *
   * @param version the one that the person saw, or null to skip the check
   */
  public Lead enter(
      long zone,
      long id,
      @Nullable Integer version,
      LeadStage stage,
      String evidence,
      @Nullable LocalDate on) {
    Lead lead = lockOpen(zone, id);
    if (version != null && version != lead.version()) {
      throw new LeadRefused(
          "线索刚被他人改过：您看到的是第 " + version + " 版，现在是第 " + lead.version() + " 版；请刷新后再办");
    }
    LocalDate day = day(lead, on);
    String said = said(evidence, "进入新阶段要有依据：写明凭什么，例如会议纪要、协议名称与日期");
    refuseUnlessNext(lead, stage);
    refuseUnlessReady(zone, lead, stage);
    changes.join(zone, "线索 " + lead.name() + " 进入" + LeadNames.of(stage));
    return entered(zone, lead, stage, said, day);
  }

  private static void refuseUnlessNext(Lead lead, LeadStage stage) {
    if (!lead.stage().next().contains(stage)) {
      throw new LeadRefused(
          "线索在“" + LeadNames.of(lead.stage()) + "”，不能直接进入“" + LeadNames.of(stage) + "”");
    }
    if (stage == LeadStage.LANDED) {
      throw new LeadRefused("落地以转为项目为凭：请用“转为项目”");
    }
  }

  /** 研判 follows a response, 洽谈 follows a judgement: what was skipped is named. */
  private void refuseUnlessReady(long zone, Lead lead, LeadStage stage) {
    List<LeadEvent> done = listEvents(zone, lead.id());
    if (stage == LeadStage.JUDGING && done.stream().noneMatch(e -> e.is(LeadAct.RESPOND))) {
      throw new LeadRefused("还没有响应记录：先记录与企业的首次联系，再进入研判");
    }
    if (stage == LeadStage.TALKS && done.stream().noneMatch(e -> e.is(LeadAct.JUDGE))) {
      throw new LeadRefused("还没有研判意见：先记录研判意见，再进入洽谈");
    }
  }

  /**
   * Makes a project of a signed lead, once.
   *
   * @return the project's id
   */
  public long convert(long zone, long id, String projectName, Money investment) {
    Lead lead = lockOpen(zone, id);
    if (lead.stage() != LeadStage.SIGNED) {
      throw new LeadRefused("线索在“" + LeadNames.of(lead.stage()) + "”：签约之后才能转为项目");
    }
    String name = said(projectName, "请写明项目名称");
    long project = projects.propose(lead, name, investment);
    changes.join(zone, "线索 " + lead.name() + " 转为项目「" + name + "」");
    jdbc.sql("INSERT INTO lead_project (zone_id, lead_id, project) VALUES (?, ?, ?)")
        .params(zone, id, project)
        .update();
    entered(zone, lead, LeadStage.LANDED, "转为项目「" + name + "」", today());
    return project;
  }

  private Lead entered(long zone, Lead lead, LeadStage stage, String evidence, LocalDate on) {
    jdbc.sql("UPDATE lead SET stage = ?, version = version + 1 WHERE zone_id = ? AND id = ?")
        .params(stage.code(), zone, lead.id())
        .update();
    journal.write(zone, lead.id(), "stage", stage, evidence, on);
    events.publishEvent(new LeadStageEntered(zone, lead.id(), stage.code()));
    return get(zone, lead.id());
  }

  private Lead lockOpen(long zone, long id) {
    jdbc.sql("SELECT 1 FROM lead WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(Integer.class)
        .optional();
    Lead lead = get(zone, id);
    if (lead.project() != null) {
      throw new LeadRefused("线索已转为项目 " + lead.project() + "，请到项目里继续");
    }
    if (!lead.stage().isOpen()) {
      throw new LeadRefused("线索已" + LeadNames.of(lead.stage()) + "，不再办理");
    }
    return lead;
  }

  private LocalDate day(Lead lead, @Nullable LocalDate on) {
    LocalDate day = on == null ? today() : on;
    if (day.isAfter(today()) || day.isBefore(lead.receivedOn())) {
      throw new LeadRefused(
          "日期 " + day + " 应在收到线索之日 " + lead.receivedOn() + " 与今天 " + today() + " 之间");
    }
    return day;
  }

  private static String said(String words, String otherwise) {
    String said = words.strip();
    if (said.isEmpty()) {
      throw new LeadRefused(otherwise);
    }
    if (said.length() > 2000) {
      throw new LeadRefused("最多 2000 字，现有 " + said.length() + " 字");
    }
    return said;
  }
}
