package org.mujian.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Makes a command on this machine an administrator: who can read {@code data/run.json} (mode 0600)
 * masters the data anyway. Drawn at each start and never kept elsewhere.
 */
@Component
public class LocalKey {

  /** Of the {@code Authorization} header. */
  public static final String SCHEME = "Mujian-Local";

  private final String secret = draw();

  public String secret() {
    return secret;
  }

  boolean opens(String given) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String draw() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
