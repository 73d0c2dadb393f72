package org.mujian.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a username and password, with a lock after repeated failures. */
@Component
class SignIn implements AuthenticationProvider {

  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final Lockout lockout;
  private final SignIns signIns;
  private final Clock clock;
  private final String nobody;

  // HTTP Basic sends the password with every request, and bcrypt is slow on purpose: a password
  // that was just found right is recognised by a keyed digest. The key lives as long as the
  // process.
  private final ConcurrentHashMap<String, Remembered> remembered = new ConcurrentHashMap<>();
  private final SecretKeySpec key = drawKey();

  private record Remembered(byte[] digest, String passwordHash, Instant until) {}

  SignIn(
      Accounts accounts, PasswordEncoder encoder, Lockout lockout, SignIns signIns, Clock clock) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.lockout = lockout;
    this.signIns = signIns;
    this.clock = clock;
    this.nobody = encoder.encode(Passwords.draw());
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String username = Username.normal(asked.getName());
    String password = String.valueOf(asked.getCredentials());
    if (lockout.isLocked(username)) {
      throw new LockedException("locked");
    }
    Optional<Accounts.Stored> stored = accounts.findForSignIn(username);
    Check check =
        stored.isPresent()
            ? check(username, password, stored.get().passwordHash())
            : refuse(password);
    if (check == Check.WRONG || stored.get().account().disabled()) {
      failed(username, stored);
      throw new BadCredentialsException("bad credentials");
    }
    if (check == Check.RIGHT) {
      succeeded(username, stored.get().account());
    }
    SignedIn principal = new SignedIn(stored.get());
    var result =
        UsernamePasswordAuthenticationToken.authenticated(
            principal, null, principal.getAuthorities());
    result.setDetails(asked.getDetails());
    return result;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** In one transaction, so that an unknown name takes as long as a known one. */
  private void failed(String username, Optional<Accounts.Stored> stored) {
    accounts.inAllZones(
        () -> {
          lockout.failed(username);
          stored.ifPresent(known -> signIns.add(known.account(), false));
          return true;
        });
  }

  private void succeeded(String username, Account account) {
    accounts.inAllZones(
        () -> {
          lockout.succeeded(username);
          signIns.add(account, true);
          return true;
        });
  }

  private enum Check {
    WRONG,
    RIGHT,
    /** Right by a digest of minutes ago: nothing new happened. */
    REMEMBERED
  }

  /** An unknown name takes as long as a wrong password. */
  private Check refuse(String password) {
    encoder.matches(password, nobody);
    return Check.WRONG;
  }

  private Check check(String username, String password, String passwordHash) {
    byte[] digest = digest(username, password);
    Remembered known = remembered.get(username);
    if (known != null
        && known.until().isAfter(clock.instant())
        && known.passwordHash().equals(passwordHash)
        && MessageDigest.isEqual(known.digest(), digest)) {
      return Check.REMEMBERED;
    }
    if (!encoder.matches(password, passwordHash)) {
      return Check.WRONG;
    }
    remembered.put(
        username, new Remembered(digest, passwordHash, clock.instant().plus(REMEMBERED)));
    return Check.RIGHT;
  }

  private byte[] digest(String username, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(username.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecretKeySpec drawKey() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(Arrays.copyOf(bytes, bytes.length), "HmacSHA256");
  }
}
