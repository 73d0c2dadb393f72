package org.mujian.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the database, at each transaction's start, the {@link Scope} it works for. */
final class ZoneTransactionManager extends JdbcTransactionManager {

  ZoneTransactionManager(DataSource dataSource) {
    super(dataSource);
    setEnforceReadOnly(true);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Scope scope = Scope.current();
    try {
      tell(connection(), scope);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("The scope could not be set", e);
    }
  }

  private Connection connection() {
    var holder =
        (ConnectionHolder)
            TransactionSynchronizationManager.getResource(
                java.util.Objects.requireNonNull(getDataSource()));
    return java.util.Objects.requireNonNull(holder).getConnection();
  }

  private static void tell(Connection connection, Scope scope) throws SQLException {
    if (scope.readOnly()) {
      try (var sql = connection.createStatement()) {
        sql.execute("SET TRANSACTION READ ONLY");
      }
    }
    try (var sql =
        connection.prepareStatement(
            "SELECT set_config('mujian.zones', ?, true), set_config('mujian.enterprise', ?,"
                + " true)")) {
      sql.setString(1, scope.zonesSetting());
      sql.setString(2, scope.enterpriseId() == null ? "" : scope.enterpriseId().toString());
      sql.execute();
    }
  }
}
