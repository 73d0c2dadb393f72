package org.mujian;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mujian.backup.BackupRefused;
import org.mujian.launch.Options;
import org.mujian.launch.Refusal;
import org.mujian.store.PrivateFile;
import org.slf4j.LoggerFactory;

/** What commands say to the one at the keyboard: Chinese first, then English. */
final class Terminal {

  private Terminal() {}

  static void say(String chinese, String english) {
    System.out.println(chinese);
    System.out.println(english);
  }

  /** Without Spring nobody tames the logs. */
  static void quiet() {
    for (String name : new String[] {org.slf4j.Logger.ROOT_LOGGER_NAME, "io.zonky"}) {
      ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR);
    }
  }

  /** Says why it did not go on, in words; where there is a stack trace, it goes to a file. */
  static int fail(Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null && !isPlain(reason)) {
      reason = reason.getCause();
    }
    switch (reason) {
      case Refusal refusal -> complain(refusal.chinese(), refusal.english());
      case BackupRefused refused -> complain(refused.chinese(), refused.english());
      default ->
          complain(
              "没有完成：" + reason.getMessage() + keep(failure), "Not done: " + reason.getMessage());
    }
    return Commands.NOT_DONE;
  }

  private static boolean isPlain(Throwable failure) {
    return failure instanceof Refusal
        || failure instanceof BackupRefused
        || failure instanceof org.springframework.boot.web.server.PortInUseException
        || (failure instanceof IOException && failure.getMessage() != null);
  }

  private static void complain(String chinese, String english) {
    System.err.println("\n✗ " + chinese.replace("\n", "\n✗ "));
    System.err.println("✗ " + english.replace("\n", "\n✗ ") + "\n");
  }

  private static String keep(Throwable failure) {
    try {
      Path logs = new Options(System.getenv()).data().resolve("logs");
      Files.createDirectories(logs);
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      PrivateFile.write(logs.resolve("failure.txt"), trace.toString());
      return "\n细节 details: " + logs.resolve("failure.txt");
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
