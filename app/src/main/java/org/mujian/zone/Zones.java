package org.mujian.zone;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of zones. It is common: what happens inside a zone is not kept here. */
@Component
@Transactional
public class Zones {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final TransactionTemplate transaction;

  Zones(JdbcClient jdbc, Changes changes, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.transaction = transaction;
  }

  public List<Zone> listAll() {
    return jdbc.sql("SELECT * FROM zone ORDER BY id").query(Zone.class).list();
  }

  public Optional<Zone> findByCode(String code) {
    return jdbc.sql("SELECT * FROM zone WHERE code = ?").param(code).query(Zone.class).optional();
  }

  public Optional<Zone> find(long id) {
    return jdbc.sql("SELECT * FROM zone WHERE id = ?").param(id).query(Zone.class).optional();
  }

  /**
   * Makes a zone and fills it in one transaction of its own, one recorded change of the province
   * and one of the new zone, on behalf of the current scope's account.
   *
   * @param fill called inside the transaction with the new zone, whose rows it may write
   * @throws org.springframework.dao.DuplicateKeyException when the code is taken
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Zone create(ZoneFacts facts, boolean sample, int planYear, String why, Filling fill) {
    Scope now = Scope.current();
    // The transaction names its zones when it begins, so the new one's id is drawn before.
    long id =
        Objects.requireNonNull(
            transaction.execute(
                s -> jdbc.sql("SELECT nextval('zone_id_seq')").query(Long.class).single()));
    Scope inside = new Scope(now.accountId(), now.who(), List.of(Scope.PROVINCE, id), null, false);
    return inside.call(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s -> {
                      changes.begin(Scope.PROVINCE, why);
                      changes.begin(id, why);
                      Zone zone = insert(id, facts, sample);
                      jdbc.sql("INSERT INTO zone_profile (zone_id, plan_year) VALUES (?, ?)")
                          .params(id, planYear)
                          .update();
                      fill.fill(zone);
                      return zone;
                    })));
  }

  /** What a new zone begins with. */
  @FunctionalInterface
  public interface Filling {
    void fill(Zone zone);
  }

  private Zone insert(long id, ZoneFacts facts, boolean sample) {
    return jdbc.sql(
            """
            INSERT INTO zone (id, code, name, short_name, operator, division, central_meridian, sample)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
            """)
        .params(
            id,
            facts.code(),
            facts.name(),
            facts.shortName(),
            facts.operator(),
            facts.division(),
            facts.centralMeridian(),
            sample)
        .query(Zone.class)
        .single();
  }

  /** Writes a zone's facts; its code stays. The caller has opened the province's change. */
  @Transactional(propagation = Propagation.MANDATORY)
  void update(long id, ZoneFacts facts) {
    jdbc.sql(
            """
            UPDATE zone SET name = ?, short_name = ?, operator = ?, division = ?, central_meridian = ?,
              version = version + 1 WHERE id = ?
            """)
        .params(
            facts.name(),
            facts.shortName(),
            facts.operator(),
            facts.division(),
            facts.centralMeridian(),
            id)
        .update();
  }
}
