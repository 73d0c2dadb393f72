package org.mujian.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals committed changes a moment after their commit, and those of other programs on the same
 * database within a second. Writers never wait for it; of several sealers one works in a zone.
 */
@Component
class Sealer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sealer.class);
  private static final int PATIENCE = 5;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  Sealer(JdbcClient jdbc, DataSource dataSource, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Something was committed. */
  void ring() {
    bell.release();
  }

  /** Seals everything that is committed now. */
  void sealAll() {
    for (long zone : zones()) {
      while (sealBatch(zone) > 0) {
        // a batch at a time, so that no transaction grows without end
      }
    }
  }

  /** Seals a batch of the zone; see {@link Chain#seal}. */
  private int sealBatch(long zone) {
    return Scope.ofProgram(zone)
        .call(
            () ->
                java.util.Objects.requireNonNull(
                    transaction.execute(
                        status -> {
                          var connection = DataSourceUtils.getConnection(dataSource);
                          try {
                            return new Chain(connection, zone).seal(clock.instant());
                          } catch (SQLException e) {
                            throw new IllegalStateException("zone " + zone + " not sealed", e);
                          } finally {
                            DataSourceUtils.releaseConnection(connection, dataSource);
                          }
                        })));
  }

  private List<Long> zones() {
    return java.util.Objects.requireNonNull(
        transaction.execute(
            status -> jdbc.sql("SELECT zone FROM zones_to_seal() zone").query(Long.class).list()));
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("sealer").daemon().start(this::work);
  }

  private void work() {
    int failures = 0;
    while (running) {
      try {
        if (bell.tryAcquire(1, TimeUnit.SECONDS)) {
          TimeUnit.MILLISECONDS.sleep(20); // commits come in flocks
          bell.drainPermits();
        }
        sealAll();
        failures = 0;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The database may be away for a while; what is committed waits for its seal.
        if (++failures == PATIENCE) {
          log.warn("Changes are not sealed at present: {}", e.getMessage());
        }
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    ring();
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
