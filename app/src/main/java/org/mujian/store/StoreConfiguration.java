package org.mujian.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** Which database is used, and who signs in to it for what. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StoreConfiguration {

  /**
   * The embedded server, when {@code MUJIAN_DATABASE_URL} names none. Lazy: who brings credentials
   * of another database (a test) starts none here.
   */
  @Lazy
  @Bean(destroyMethod = "close")
  DatabaseServer databaseServer(
      @Value("${mujian.data}") Path data,
      @Value("${mujian.database.url:}") String url,
      @Value("${mujian.database.app-password:${mujian.database.password:}}") String app,
      @Value("${mujian.database.owner-password:${mujian.database.password:}}") String owner,
      @Value("${mujian.database.backup-password:${mujian.database.password:}}") String backup)
      throws IOException {
    if (url.isBlank()) {
      return DatabaseServer.of(EmbeddedDatabase.start(data));
    }
    return DatabaseServer.of(new Credentials(url, app, owner, backup));
  }

  @Lazy
  @Bean
  @ConditionalOnMissingBean
  Credentials credentials(DatabaseServer server) {
    return server.credentials();
  }

  @Bean
  HikariDataSource dataSource(Credentials credentials) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("mujian");
    pool.setJdbcUrl(credentials.url());
    pool.setUsername(Credentials.APP);
    pool.setPassword(credentials.appPassword());
    pool.setMaximumPoolSize(20);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "mujian");
    return pool;
  }

  @Bean
  FlywayConnectionDetails flywayConnectionDetails(Credentials credentials) {
    return new FlywayConnectionDetails() {
      @Override
      public String getUsername() {
        return Credentials.OWNER;
      }

      @Override
      public String getPassword() {
        return credentials.ownerPassword();
      }

      @Override
      public String getJdbcUrl() {
        return credentials.url();
      }
    };
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new ZoneTransactionManager(dataSource);
  }
}
