package org.mujian.documents;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes staged rows 30 days after their import began: they can be read again from the file. */
@Component
class StagingSweep {

  private final JdbcClient jdbc;
  private final Zones zones;
  private final TransactionTemplate transaction;

  StagingSweep(JdbcClient jdbc, Zones zones, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.zones = zones;
    this.transaction = transaction;
  }

  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT24H")
  void sweep() {
    // All zones, or rows of imports that this scope does not see would look like nobody's.
    long[] all =
        Stream.concat(Stream.of(Scope.PROVINCE), zones.listAll().stream().map(Zone::id))
            .flatMapToLong(LongStream::of)
            .toArray();
    Scope.ofProgram(all)
        .run(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        jdbc.sql(
                                """
                                DELETE FROM import_row r WHERE NOT EXISTS (
                                  SELECT FROM import i WHERE i.id = r.import_id
                                    AND i.created_at > now() - interval '30 days')
                                """)
                            .update()));
  }
}
