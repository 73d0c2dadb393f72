package org.mujian.zone;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Provinces, cities and counties. Read once: they change by migration only. */
@Component
public class Divisions {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private volatile @Nullable Gazetteer gazetteer;

  Divisions(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    // A connection of its own: the caller's may be in the middle of a COPY.
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  public Optional<Division> find(String code) {
    return gazetteer().find(code);
  }

  /** The names from the province down: 辽宁省盘锦市盘山县; the code itself when it is unknown. */
  public String nameOf(String code) {
    return gazetteer().nameOf(code);
  }

  /** The cities of a province or counties of a city, by code; the provinces for null. */
  public List<Division> listIn(@Nullable String parent) {
    return gazetteer().listIn(parent);
  }

  /**
   * The smallest division that texts as people write them name: a province and a city with or
   * without 省 and 市, and an address.
   */
  public Optional<Division> locate(
      @Nullable String province, @Nullable String city, @Nullable String address) {
    return gazetteer().locate(province, city, address);
  }

  private Gazetteer gazetteer() {
    Gazetteer known = gazetteer;
    if (known == null) {
      known =
          new Gazetteer(
              java.util.Objects.requireNonNull(
                  transaction.execute(
                      s ->
                          jdbc.sql("SELECT code, name, parent FROM division ORDER BY code")
                              .query(Division.class)
                              .list())));
      gazetteer = known;
    }
    return known;
  }
}
