package org.mujian.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mujian.store.Credentials;

/** The options as they were given. */
public final class Options {

  /** Read by the project's own tests, and no options of the program. */
  private static final Set<String> OF_TESTS = Set.of("MUJIAN_TEST_DATA", "MUJIAN_STRICT");

  private final Map<String, String> environment;

  public Options(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  public String get(Option option) {
    String given = environment.getOrDefault(option.variable(), "").strip();
    return given.isEmpty() ? option.preset() : given;
  }

  /**
   * @throws Refusal when it is no port
   */
  public int port() {
    String given = get(Option.PORT);
    try {
      int port = Integer.parseInt(given);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new Refusal(
        "MUJIAN_PORT=" + given + " 不是端口：请用 1 至 65535 的数字",
        "MUJIAN_PORT=" + given + " is no port: use a number from 1 to 65535");
  }

  /**
   * @throws Refusal when it is no path
   */
  public Path data() {
    try {
      return Path.of(get(Option.DATA)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new Refusal(
          "MUJIAN_DATA=" + get(Option.DATA) + " 不是目录名",
          "MUJIAN_DATA=" + get(Option.DATA) + " is no folder");
    }
  }

  public boolean ownDatabase() {
    return !get(Option.DATABASE_URL).isEmpty();
  }

  /** How to sign in to the server of one's own. */
  public Credentials ownCredentials() {
    return new Credentials(
        get(Option.DATABASE_URL),
        password(Option.DATABASE_APP_PASSWORD),
        password(Option.DATABASE_OWNER_PASSWORD),
        password(Option.DATABASE_BACKUP_PASSWORD));
  }

  private String password(Option one) {
    String own = get(one);
    return own.isEmpty() ? get(Option.DATABASE_PASSWORD) : own;
  }

  /** What is in force, without secrets: a line each for what was given, in words a person reads. */
  public String echo() {
    return Arrays.stream(Option.values())
        .filter(option -> !get(option).isEmpty())
        .map(option -> "  " + option.variable() + " = " + shown(option))
        .collect(Collectors.joining("\n"));
  }

  private String shown(Option option) {
    if (option.secret()) {
      return "******";
    }
    // An address may carry a password behind its question mark.
    return option == Option.DATABASE_URL ? get(option).replaceAll("\\?.*", "?…") : get(option);
  }

  /** Variables that begin like an option and are none, each with the option it resembles. */
  public List<String> unknown() {
    Set<String> known =
        Arrays.stream(Option.values()).map(Option::variable).collect(Collectors.toSet());
    return new TreeMap<>(environment)
        .keySet().stream()
            .filter(name -> name.startsWith("MUJIAN_"))
            .filter(name -> !known.contains(name) && !OF_TESTS.contains(name))
            .toList();
  }
}
