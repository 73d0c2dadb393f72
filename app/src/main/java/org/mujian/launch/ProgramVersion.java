package org.mujian.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build put into {@code application.properties}. */
public final class ProgramVersion {

  private ProgramVersion() {}

  public static String get() {
    try (InputStream file = ProgramVersion.class.getResourceAsStream("/application.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("mujian.version", "?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
