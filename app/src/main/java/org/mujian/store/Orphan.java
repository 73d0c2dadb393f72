package org.mujian.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server left running by a program that was killed: it is stopped, never fought. */
record Orphan(Path files) {

  private static final Logger log = LoggerFactory.getLogger(Orphan.class);

  void reap() throws IOException {
    Path pidFile = files.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = server(pidFile);
    if (server.isPresent()) {
      log.info("Stopping the database server that an earlier run left behind");
      stop(server.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private Optional<ProcessHandle> server(Path pidFile) throws IOException {
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      return ProcessHandle.of(pid).filter(this::isOurs);
    } catch (NumberFormatException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /** The pid may have gone to another process since: only one that names our folder is ours. */
  private boolean isOurs(ProcessHandle process) {
    try {
      Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      if (Files.exists(arguments)) {
        return Files.readString(arguments).contains(files.toString());
      }
    } catch (IOException e) {
      return false;
    }
    return process.info().commandLine().map(c -> c.contains(files.toString())).orElse(false);
  }

  private static void stop(ProcessHandle server) throws IOException {
    // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is on disk.
    new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
    try {
      server.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      server.destroyForcibly();
    }
  }
}
