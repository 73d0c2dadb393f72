package org.mujian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MujianTest
class StatisticsTest {

  @Autowired Statistics statistics;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void theAppGathersThemThoughItOwnsNoTable() {
    Scope.ofProgram(Scope.PROVINCE)
        .run(
            () -> {
              statistics.gather();
              List<String> unknown =
                  transaction.execute(
                      s ->
                          jdbc.sql(
                                  """
                                  SELECT relname FROM pg_class
                                  WHERE relname IN ('measure', 'account', 'zone', 'change') AND reltuples < 0
                                  """)
                              .query(String.class)
                              .list());
              assertThat(unknown).isEmpty();
            });
  }
}
