package org.mujian.enterprises;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mujian.store.Changes;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The enterprises that a scope sees: the province's registry, and those that a zone alone knows.
 */
@Component
@Transactional
public class Enterprises {

  private static final String INSERT =
      """
      INSERT INTO enterprise (zone_id, credit_code, name, former_names, initials, type, industry_code,
        industry_version, division, province, city, capital, capital_currency, capital_text, registered_on,
        address, scope, status, source, sample)
      VALUES (:zone, :code, :name, :former, :initials, :type, :industry,
        :standard, :division, :province, :city, :capital, :currency, :capitalText, :registered,
        :address, :scope, :status, :source, :sample)
      RETURNING id
      """;

  private static final String UPDATE =
      """
      UPDATE enterprise SET credit_code = :code, name = :name, former_names = :former, initials = :initials,
        type = :type, industry_code = :industry, industry_version = :standard, division = :division,
        province = :province, city = :city, capital = :capital, capital_currency = :currency,
        capital_text = :capitalText, registered_on = :registered, address = :address, scope = :scope,
        status = :status, source = :source, sample = :sample, version = version + 1
      WHERE zone_id = :zone AND id = :id
      """;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final SearchIndex index;
  private final EnterpriseSearch search;
  private final Whereabouts whereabouts;

  Enterprises(
      JdbcClient jdbc,
      Changes changes,
      SearchIndex index,
      EnterpriseSearch search,
      Whereabouts whereabouts) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.index = index;
    this.search = search;
    this.whereabouts = whereabouts;
  }

  @Transactional(readOnly = true)
  public EnterpriseList list(EnterpriseQuery query) {
    return search.find(query);
  }

  /** All that fit, one by one, whatever page the query names. */
  @Transactional(readOnly = true)
  public void each(EnterpriseQuery query, Consumer<Enterprise> sink) {
    search.each(query, sink);
  }

  @Transactional(readOnly = true)
  public Optional<Enterprise> find(List<Long> zones, long id) {
    return jdbc.sql("SELECT * FROM enterprise WHERE zone_id = ANY (?) AND id = ?")
        .params(zones.toArray(Long[]::new), id)
        .query((row, i) -> EnterpriseRows.read(row))
        .optional();
  }

  /** By credit code; what the province shares goes before what a zone knows. */
  @Transactional(readOnly = true)
  public Optional<Enterprise> findByCode(List<Long> zones, String code) {
    return jdbc.sql(
            "SELECT * FROM enterprise WHERE zone_id = ANY (?) AND credit_code = ? ORDER BY zone_id"
                + " LIMIT 1")
        .params(zones.toArray(Long[]::new), CreditCode.fold(code))
        .query((row, i) -> EnterpriseRows.read(row))
        .optional();
  }

  /**
   * Adds an enterprise to what a zone knows, or to the shared registry for zone 0.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the zone has the credit code already
   */
  public Enterprise create(long zone, Draft draft) {
    changes.begin(zone, "新增企业 " + draft.name());
    return add(zone, draft);
  }

  /** The same within a change that the caller has opened. */
  @Transactional(propagation = Propagation.MANDATORY)
  Enterprise add(long zone, Draft draft) {
    long id = written(INSERT, draft).param("zone", zone).query(Long.class).single();
    index.refresh(zone, List.of(id));
    return find(List.of(zone), id).orElseThrow();
  }

  /**
   * @param version the one that the change was made on
   * @throws OptimisticLockingFailureException when somebody changed it since
   */
  public Enterprise change(long zone, long id, int version, Draft draft) {
    changes.begin(zone, "修改企业 " + draft.name());
    int locked =
        jdbc.sql("SELECT version FROM enterprise WHERE zone_id = ? AND id = ? FOR UPDATE")
            .params(zone, id)
            .query(Integer.class)
            .optional()
            .orElse(-1);
    if (locked != version) {
      throw new OptimisticLockingFailureException("企业 " + draft.name() + " 已被他人修改");
    }
    written(UPDATE, draft).param("zone", zone).param("id", id).update();
    index.refresh(zone, List.of(id));
    return find(List.of(zone), id).orElseThrow();
  }

  /** Those of {@code ids} that the zone has. */
  @Transactional(readOnly = true)
  List<Enterprise> list(long zone, Collection<Long> ids) {
    return jdbc.sql("SELECT * FROM enterprise WHERE zone_id = ? AND id = ANY (?)")
        .params(zone, ids.toArray(Long[]::new))
        .query((row, i) -> EnterpriseRows.read(row))
        .list();
  }

  /** Writes within a change that the caller opened and whose search rows he refreshes. */
  boolean rewrite(long zone, long id, int version, Draft draft) {
    return written(UPDATE + " AND version = :version", draft)
            .param("zone", zone)
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec written(String sql, Draft draft) {
    Optional<Capital> capital = Optional.ofNullable(draft.capitalText()).flatMap(Capital::read);
    String code = draft.creditCode() == null ? null : CreditCode.fold(draft.creditCode());
    Integer standard = draft.industryCode() == null ? null : Industries.VERSION;
    return jdbc.sql(sql)
        .param("code", code)
        .param("name", draft.name())
        .param("former", draft.formerNames().toArray(String[]::new))
        .param("initials", Initials.of(draft.name()))
        .param("type", draft.type())
        .param("industry", draft.industryCode())
        .param("standard", standard, Types.INTEGER)
        .param(
            "division",
            whereabouts
                .find(draft.division(), draft.province(), draft.city(), draft.address(), code)
                .orElse(null))
        .param("province", draft.province())
        .param("city", draft.city())
        .param("capital", capital.map(Capital::amount).orElse(null), Types.NUMERIC)
        .param("currency", capital.map(Capital::currency).orElse(null))
        .param("capitalText", draft.capitalText())
        .param("registered", draft.registeredOn(), Types.DATE)
        .param("address", draft.address())
        .param("scope", draft.scope())
        .param("status", draft.status())
        .param("source", draft.source())
        .param("sample", draft.sample());
  }
}
