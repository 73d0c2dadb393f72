package org.mujian.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows about its rows in order to find them fast. */
@Component
public class Statistics {

  private final JdbcClient jdbc;

  Statistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gathers them anew, in a transaction of its own: called when many rows were written at once,
   * else the first pages after it are slow. Takes about a second.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void gather() {
    jdbc.sql("CALL gather_statistics()").update();
  }
}
