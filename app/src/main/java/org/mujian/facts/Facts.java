package org.mujian.facts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.store.Changes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records facts and leads them through their review: draft, submitted, approved or returned. A
 * correction is a new fact that supersedes the approved one. The database refuses any other step,
 * and any change of what stands.
 */
@Component
@Transactional
public class Facts {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Figures figures;
  private final Measures measures;

  Facts(JdbcClient jdbc, Changes changes, Figures figures, Measures measures) {
    this.measures = measures;
    this.jdbc = jdbc;
    this.changes = changes;
    this.figures = figures;
  }

  /**
   * Puts a draft in; it corrects the figure that is approved now, when there is one.
   *
   * @return its id
   */
  public long record(Account account, long zone, Draft draft) {
    May.RECORD_FACTS.check(account);
    if (!bureaus(account).contains(draft.bureau())) {
      throw new AccessDeniedException("bureau " + draft.bureau());
    }
    changes.begin(zone, "录入 " + draft.measure().name() + " " + draft.period());
    long id = insert(zone, draft, approved(zone, draft));
    insertStep(zone, id, 1, State.DRAFT, null);
    return id;
  }

  /** Puts drafts in as part of the caller's work, whose change is open; see {@link #record}. */
  @Transactional(propagation = Propagation.MANDATORY)
  void recordAll(long zone, List<Draft> drafts) {
    for (Draft draft : drafts) {
      insertStep(zone, insert(zone, draft, approved(zone, draft)), 1, State.DRAFT, null);
    }
  }

  /** The figure that a draft would correct. */
  private @Nullable Long approved(long zone, Draft draft) {
    return figures
        .find(
            zone,
            draft.subject(),
            draft.measure().code(),
            draft.basis(),
            draft.period(),
            AsKnown.NOW)
        .map(Fact::id)
        .orElse(null);
  }

  /** Hands a draft or a returned fact in for approval. */
  public void submit(Account account, long zone, long id) {
    May.RECORD_FACTS.check(account);
    Fact fact = get(account, zone, id);
    boolean its =
        account.rooms().contains(fact.bureau()) || fact.recorded().accountId() == account.id();
    if (!its) {
      throw new AccessDeniedException("bureau " + fact.bureau());
    }
    step(account, fact, "送审", State.SUBMITTED, null);
  }

  /**
   * Makes a submitted fact the figure that readers see.
   *
   * @throws FactRefused when the account put it in itself, or when another correction of the same
   *     figure was approved meanwhile
   */
  public void approve(Account account, long zone, long id) {
    May.APPROVE_FACTS.check(account);
    Fact fact = get(account, zone, id);
    // The database holds the same rule; here is its reason in words.
    if (fact.recorded().accountId() == account.id()
        || fact.reviewed().accountId() == account.id() && fact.state() == State.SUBMITTED) {
      throw new FactRefused("不能审核自己录入或送审的数；请由另一位领导审核");
    }
    step(account, fact, "审核通过", State.APPROVED, null);
  }

  /** Gives a submitted fact back to its bureau. */
  public void giveBack(Account account, long zone, long id, String reason) {
    May.APPROVE_FACTS.check(account);
    if (reason.isBlank()) {
      throw new FactRefused("请写明退回的原因");
    }
    step(account, get(account, zone, id), "退回", State.RETURNED, reason.strip());
  }

  /**
   * @throws NoSuchFact when there is none that the account sees
   */
  @Transactional(readOnly = true)
  public Fact get(Account account, long zone, long id) {
    return find(account, zone, id).orElseThrow(() -> new NoSuchFact(id));
  }

  @Transactional(readOnly = true)
  public Optional<Fact> find(Account account, long zone, long id) {
    return Sight.of(account)
        .bind(
            jdbc.sql(
                FactRows.LAST_STEP
                    + "WHERE f.zone_id = :zone AND f.id = :id AND "
                    + Sight.CONDITION))
        .param("zone", zone)
        .param("id", id)
        .query(FactRows::fact)
        .optional();
  }

  /** What is under way and seen by the account, newest first; of one state, or of any. */
  @Transactional(readOnly = true)
  public List<Fact> listUnderWay(Account account, long zone, @Nullable State state, int limit) {
    return Sight.of(account)
        .bind(
            jdbc.sql(
                FactRows.LAST_STEP
                    + "WHERE f.zone_id = :zone AND r.state <> 'approved'"
                    + " AND (CAST(:state AS text) IS NULL OR r.state = :state) AND "
                    + Sight.CONDITION
                    + " ORDER BY f.id DESC LIMIT :limit"))
        .param("zone", zone)
        .param("state", state == null ? null : state.code(), java.sql.Types.VARCHAR)
        .param("limit", limit)
        .query(FactRows::fact)
        .list();
  }

  /**
   * All that was said about the same figure (subject, measure, basis, period), every step of the
   * review, latest first.
   */
  @Transactional(readOnly = true)
  public List<Fact> listHistory(Account account, Fact of) {
    return Sight.of(account)
        .bind(
            jdbc.sql(
                FactRows.ALL_STEPS
                    + " AND "
                    + Sight.CONDITION.replace("r.", "l.")
                    + " ORDER BY r.id DESC LIMIT 500"))
        .param("zone", of.zoneId())
        .param("subjectKind", of.subject().kind())
        .param("subjectId", of.subject().id())
        .param("measure", of.measure())
        .param("basis", of.basis().code())
        .param("period", of.period().toString())
        .query(FactRows::fact)
        .list();
  }

  /** The bureaus for which the account may put figures in. */
  static List<String> bureaus(Account account) {
    return May.APPROVE_FACTS.isGranted(account) ? BUREAUS : account.rooms();
  }

  /** One for each room. */
  static final List<String> BUREAUS =
      List.of("land", "projects", "promotion", "clusters", "services", "governance");

  private void step(Account account, Fact fact, String verb, State to, @Nullable String reason) {
    String name =
        measures.find(fact.zoneId(), fact.measure()).map(Measure::name).orElse(fact.measure());
    changes.begin(fact.zoneId(), verb + " " + name + " " + fact.period());
    int steps =
        jdbc.sql("SELECT max(step) FROM fact_review WHERE zone_id = ? AND fact_id = ?")
            .params(fact.zoneId(), fact.id())
            .query(Integer.class)
            .single();
    if (!fact.state().leadsTo(to)) {
      throw new FactRefused("此数现在是“%s”，不能再“%s”；请刷新后再看".formatted(fact.state().words(), to.words()));
    }
    insertStep(fact.zoneId(), fact.id(), steps + 1, to, reason);
  }

  private void insertStep(long zone, long fact, int step, State state, @Nullable String reason) {
    try {
      jdbc.sql(
              """
              INSERT INTO fact_review (zone_id, fact_id, step, state, reason)
              VALUES (:zone, :fact, :step, :state, :reason)
              """)
          .param("zone", zone)
          .param("fact", fact)
          .param("step", step)
          .param("state", state.code())
          .param("reason", reason, java.sql.Types.VARCHAR)
          .update();
    } catch (DuplicateKeyException e) {
      throw new FactRefused(
          String.valueOf(e.getMessage()).contains("fact_review_one_line")
              ? "同一个数的另一条更正已先通过审核；请核对后重新录入"
              : "此数刚刚被别人处理过；请刷新后再看");
    }
  }

  private long insert(long zone, Draft draft, @Nullable Long supersedes) {
    return jdbc.sql(
            """
            INSERT INTO fact (zone_id, subject_kind, subject_id, measure, basis, period, value, missing, unit, source, evidence, bureau, supersedes)
            VALUES (:zone, :subjectKind, :subjectId, :measure, :basis, :period, :value, :missing, :unit, :source, :evidence, :bureau, :supersedes)
            RETURNING id
            """)
        .param("zone", zone)
        .param("subjectKind", draft.subject().kind())
        .param("subjectId", draft.subject().id())
        .param("measure", draft.measure().code())
        .param("basis", draft.basis().code())
        .param("period", draft.period().toString())
        .param("value", draft.value(), java.sql.Types.NUMERIC)
        .param("missing", draft.missing(), java.sql.Types.VARCHAR)
        .param("unit", draft.measure().unit())
        .param("source", draft.source())
        .param("evidence", draft.evidence())
        .param("bureau", draft.bureau())
        .param("supersedes", supersedes, java.sql.Types.BIGINT)
        .query(Long.class)
        .single();
  }
}
