package org.mujian.identity;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Zones and accounts for tests; every account's password is {@link #PASSWORD}. */
public final class People {

  public static final String PASSWORD = "a-long-password";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApplicationContext program;

  public People(ApplicationContext program) {
    this.program = program;
  }

  /** A new zone's id; its code is {@link #code}. */
  public long zone() {
    String code = code(COUNT.incrementAndGet());
    return Scope.ofProgram(0)
        .call(
            () ->
                program
                    .getBean(TransactionTemplate.class)
                    .execute(
                        s -> {
                          program.getBean(Changes.class).begin(0, "测试园区");
                          return program
                              .getBean(JdbcClient.class)
                              .sql(
                                  """
                                  INSERT INTO zone (code, name, short_name, division, central_meridian)
                                  VALUES (?, '测试园区', '测试', '211122', 123) RETURNING id
                                  """)
                              .param(code)
                              .query(Long.class)
                              .single();
                        }));
  }

  /** The code of the zone made last. */
  public static String code() {
    return code(COUNT.get());
  }

  private static String code(int number) {
    return "people-" + number;
  }

  public Account account(long zone, String username, Role... roles) {
    List<Role> given = List.of(roles);
    Long enterprise = given.contains(Role.ENTERPRISE) ? 1L : null;
    return Scope.ofProgram(zone)
        .call(
            () ->
                program
                    .getBean(Accounts.class)
                    .create(zone, username, username, PASSWORD, given, enterprise));
  }

  /** As an administrator opens it: the password drawn must be changed. */
  AccountOffice.Opened opened(long zone, String username, Role role) {
    return Scope.ofProgram(zone, 0)
        .call(
            () ->
                program
                    .getBean(AccountOffice.class)
                    .open(
                        zone,
                        username,
                        new AccountOffice.Described(
                            username, Set.of(role), null, List.of(), false)));
  }
}
