package org.mujian.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** A program of its own: commits numbered rows and prints each number once it is acknowledged. */
final class CommitsUntilKilled {

  public static void main(String[] args) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]))) {
      Credentials credentials = database.credentials();
      try (Connection owner =
              DriverManager.getConnection(
                  credentials.url(), Credentials.OWNER, credentials.ownerPassword());
          var sql = owner.createStatement()) {
        sql.execute("CREATE TABLE IF NOT EXISTS committed (n bigint PRIMARY KEY)");
        long next;
        try (var row = sql.executeQuery("SELECT coalesce(max(n), 0) + 1 FROM committed")) {
          row.next();
          next = row.getLong(1);
        }
        while (true) {
          sql.execute("INSERT INTO committed VALUES (" + next + ")");
          System.out.println("committed " + next++);
        }
      }
    }
  }
}
