package org.mujian.identity;

import java.util.List;
import java.util.Optional;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * On the very first start there is nobody to sign in: makes the administrator, before the web
 * server takes its first request. Else an early right password would count as a failure.
 */
@Component
public class FirstRun implements SmartLifecycle {

  public static final String ADMINISTRATOR = "admin";

  private final Accounts accounts;
  private final String given;
  private volatile Optional<String> drawn = Optional.empty();
  private volatile boolean running;

  FirstRun(Accounts accounts, @Value("${mujian.admin.password:}") String given) {
    this.accounts = accounts;
    this.given = given;
  }

  @Override
  public void start() {
    drawn = makeAdministrator();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server and the workers. */
  @Override
  public int getPhase() {
    return 0;
  }

  /** The password that this start drew; the second call has it no more. */
  public Optional<String> takeDrawnPassword() {
    Optional<String> taken = drawn;
    drawn = Optional.empty();
    return taken;
  }

  /**
   * Makes the administrator when there is no account at all.
   *
   * @return the password drawn on the spot, to be shown once; empty when one was given in {@code
   *     MUJIAN_ADMIN_PASSWORD} or the account exists
   */
  public Optional<String> makeAdministrator() {
    if (!accounts.isEmpty()) {
      return Optional.empty();
    }
    String password = given.isEmpty() ? Passwords.draw() : given;
    Scope.ofProgram(Scope.PROVINCE)
        .run(
            () ->
                accounts.create(
                    Scope.PROVINCE,
                    ADMINISTRATOR,
                    "管理员",
                    password,
                    List.of(Role.ADMINISTRATOR),
                    null));
    return given.isEmpty() ? Optional.of(password) : Optional.empty();
  }
}
