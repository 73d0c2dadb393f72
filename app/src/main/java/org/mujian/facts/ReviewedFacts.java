package org.mujian.facts;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures that were reviewed elsewhere, loaded by the program itself: each is drafted, submitted
 * and approved in one change of the program's own. People go through {@link Facts}.
 */
@Component
public class ReviewedFacts {

  private final JdbcClient jdbc;
  private final Changes changes;

  ReviewedFacts(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /**
   * Loads first figures; none of them may be approved already.
   *
   * @param why for example that they are a sample
   * @throws org.springframework.dao.DuplicateKeyException when a figure stands twice among them, or
   *     is there already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void load(long zone, String why, List<Draft> drafts) {
    // The program may, where a person may not approve what it put in: the trigger knows account 0.
    Scope.ofProgram(zone).run(() -> changes.begin(zone, why));
    List<Long> ids = insert(zone, drafts);
    int step = 0;
    for (State state : List.of(State.DRAFT, State.SUBMITTED, State.APPROVED)) {
      jdbc.sql(
              """
              INSERT INTO fact_review (zone_id, fact_id, step, state)
              SELECT :zone, id, :step, :state FROM unnest(CAST(:ids AS bigint[])) id
              """)
          .param("zone", zone)
          .param("step", ++step)
          .param("state", state.code())
          .param("ids", ids.toArray(Long[]::new))
          .update();
    }
  }

  private List<Long> insert(long zone, List<Draft> drafts) {
    return jdbc.sql(
            """
            INSERT INTO fact (zone_id, subject_kind, subject_id, measure, basis, period, value, missing, unit,
              source, evidence, bureau)
            SELECT :zone, * FROM unnest(CAST(:kinds AS text[]), CAST(:subjects AS bigint[]), CAST(:measures AS text[]),
              CAST(:bases AS text[]), CAST(:periods AS text[]), CAST(:values AS numeric[]), CAST(:missing AS text[]),
              CAST(:units AS text[]), CAST(:sources AS text[]), CAST(:evidence AS text[]), CAST(:bureaus AS text[]))
            RETURNING id
            """)
        .param("zone", zone)
        .param("kinds", texts(drafts, d -> d.subject().kind()))
        .param("subjects", texts(drafts, d -> String.valueOf(d.subject().id())))
        .param("measures", texts(drafts, d -> d.measure().code()))
        .param("bases", texts(drafts, d -> d.basis().code()))
        .param("periods", texts(drafts, d -> d.period().toString()))
        .param("values", texts(drafts, d -> d.value() == null ? null : d.value().toPlainString()))
        .param("missing", texts(drafts, Draft::missing))
        .param("units", texts(drafts, d -> d.measure().unit()))
        .param("sources", texts(drafts, Draft::source))
        .param("evidence", texts(drafts, Draft::evidence))
        .param("bureaus", texts(drafts, Draft::bureau))
        .query(Long.class)
        .list();
  }

  private static @Nullable String[] texts(
      List<Draft> drafts, Function<Draft, @Nullable String> text) {
    return drafts.stream().map(text).toArray(String[]::new);
  }
}
