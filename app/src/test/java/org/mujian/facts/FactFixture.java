package org.mujian.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A zone of its own for each test, with people. */
final class FactFixture {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final long zone;
  final String code;
  final Account lander;
  final Account servant;
  final Account leader;
  final Account otherLeader;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Changes changes;
  private final Measures measures;

  FactFixture(
      JdbcClient jdbc, TransactionTemplate transaction, Changes changes, Measures measures) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.changes = changes;
    this.measures = measures;
    this.code = "facts-" + COUNT.incrementAndGet();
    this.zone =
        Scope.ofProgram(0)
            .call(
                () ->
                    transaction.execute(
                        s -> {
                          changes.begin(0, "测试园区");
                          return jdbc.sql(
                                  """
                                  INSERT INTO zone (code, name, short_name, division, central_meridian)
                                  VALUES (?, '测试园区', '测试', '211122', 123) RETURNING id
                                  """)
                              .param(code)
                              .query(Long.class)
                              .single();
                        }));
    this.lander = account("lander", Role.OFFICER_LAND);
    this.servant = account("servant", Role.OFFICER_SERVICES);
    this.leader = account("leader", Role.LEADER);
    this.otherLeader = account("other-leader", Role.LEADER);
  }

  /** Without a password: nobody signs in here, and hashing one is slow on purpose. */
  Account account(String name, Role role) {
    Long enterprise = role == Role.ENTERPRISE ? 1L : null;
    long id =
        Scope.ofProgram(zone)
            .call(
                () ->
                    transaction.execute(
                        s -> {
                          changes.begin(zone, "测试账号");
                          return jdbc.sql(
                                  """
                                  INSERT INTO account (zone_id, username, display_name, password_hash, roles, enterprise_id)
                                  VALUES (:zone, :username, :name, 'none', :roles, :enterprise) RETURNING id
                                  """)
                              .param("zone", zone)
                              .param("username", name + "." + code)
                              .param("name", name)
                              .param("roles", new String[] {role.code()})
                              .param("enterprise", enterprise, java.sql.Types.BIGINT)
                              .query(Long.class)
                              .single();
                        }));
    return new Account(
        zone,
        id,
        name + "." + code,
        name,
        Set.of(role),
        enterprise,
        List.of(),
        "zh-Hans",
        false,
        false,
        0);
  }

  Scope scope(Account account) {
    return new Scope(
        account.id(), account.displayName(), List.of(zone), account.enterpriseId(), false);
  }

  Draft draft(String measure, String period, String value) {
    return draft(measure, Basis.ZONE, period, value, "land");
  }

  Draft draft(String measure, Basis basis, String period, String value, String bureau) {
    return new Draft(
        Subject.ofZone(zone),
        scope(lander).call(() -> measures.find(zone, measure)).orElseThrow(),
        basis,
        Period.parse(period),
        new BigDecimal(value),
        null,
        "月报",
        "",
        bureau);
  }
}
