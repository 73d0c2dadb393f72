package org.mujian.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.PrivateFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data folder, held by this process alone: the system lets go of it however the process ends.
 */
public final class DataFolder implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @throws Refusal when another program holds it, naming that program
   */
  public static DataFolder hold(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      String who =
          readRun(folder).map(run -> "（进程 " + run.pid() + "，" + run.url() + "）").orElse("");
      String by =
          readRun(folder).map(run -> " (process " + run.pid() + ", " + run.url() + ")").orElse("");
      throw new Refusal(
          "数据目录 " + folder + " 正由另一个母舰程序使用" + who + "：请用那一个，或先停掉它；另开一套请用 MUJIAN_DATA 指定另一目录",
          "the data folder "
              + folder
              + " is in use by another Mujian"
              + by
              + ": use that one or stop it first; for a second one set MUJIAN_DATA to another"
              + " folder");
    }
    return new DataFolder(folder, channel);
  }

  /** The program that serves from the folder now; what a killed one left behind does not count. */
  public static Optional<Run> findServing(Path folder) throws IOException {
    Optional<Run> run = readRun(folder);
    if (run.isEmpty() || ProcessHandle.of(run.get().pid()).isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve("lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return lock(channel) == null ? run : Optional.empty();
    }
  }

  public Path path() {
    return folder;
  }

  /** Tells commands on this machine where the program serves. */
  public void announce(Run run) throws IOException {
    PrivateFile.write(runFile(folder), JSON.writeValueAsString(run));
  }

  /** It no longer serves. */
  public void withdraw() throws IOException {
    Files.deleteIfExists(runFile(folder));
  }

  @Override
  public void close() throws IOException {
    withdraw();
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static Path runFile(Path folder) {
    return folder.resolve("run.json");
  }

  private static Optional<Run> readRun(Path folder) throws IOException {
    Path file = runFile(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Run.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
