package org.mujian.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The embedded server's passwords, drawn once and kept in {@code data/secrets} (mode 0600). */
final class Secrets {

  private static final List<String> NAMES = List.of("superuser", "owner", "backup", "app");

  private final Properties values;

  private Secrets(Properties values) {
    this.values = values;
  }

  static Secrets in(Path data) throws IOException {
    Path file = data.resolve("secrets");
    Properties values = new Properties();
    if (Files.exists(file)) {
      values.load(new StringReader(Files.readString(file)));
    } else {
      StringBuilder text = new StringBuilder();
      for (String name : NAMES) {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        text.append(name).append('=').append(HexFormat.of().formatHex(bytes)).append('\n');
      }
      PrivateFile.write(file, text.toString());
      values.load(new StringReader(text.toString()));
    }
    return new Secrets(values);
  }

  String get(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "data/secrets lacks '" + name + "'. Put back the file that belongs to data/postgres.");
    }
    return value;
  }
}
