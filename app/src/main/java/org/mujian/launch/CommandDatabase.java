package org.mujian.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Credentials;
import org.mujian.store.EmbeddedDatabase;

/**
 * The database a command works on: one's own, the one the serving program uses, or the embedded one
 * started for the command's time.
 */
public final class CommandDatabase implements AutoCloseable {

  private final Credentials credentials;
  private final boolean serving;
  private final @Nullable DataFolder folder;
  private final @Nullable EmbeddedDatabase embedded;

  private CommandDatabase(
      Credentials credentials,
      boolean serving,
      @Nullable DataFolder folder,
      @Nullable EmbeddedDatabase embedded) {
    this.credentials = credentials;
    this.serving = serving;
    this.folder = folder;
    this.embedded = embedded;
  }

  /**
   * @param fresh whether an embedded database may be made when there is none
   * @throws Refusal when there is nothing to work on
   */
  public static CommandDatabase open(Options options, boolean fresh) throws IOException {
    Path data = options.data();
    Optional<Run> run = DataFolder.findServing(data);
    if (options.ownDatabase()) {
      return new CommandDatabase(options.ownCredentials(), run.isPresent(), null, null);
    }
    if (run.isPresent()) {
      Credentials used = EmbeddedDatabase.credentials(data, run.get().databaseUrl());
      return new CommandDatabase(used, true, null, null);
    }
    if (!fresh && !Files.exists(data.resolve("postgres"))) {
      throw new Refusal(
          "数据目录 " + data + " 中没有数据库：请在程序所在目录运行，或用 MUJIAN_DATA 指明数据目录",
          "there is no database in "
              + data
              + ": run this where the program runs, or name the folder in MUJIAN_DATA");
    }
    DataFolder folder = DataFolder.hold(data);
    try {
      EmbeddedDatabase embedded = EmbeddedDatabase.start(data);
      return new CommandDatabase(embedded.credentials(), false, folder, embedded);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public Credentials credentials() {
    return credentials;
  }

  /** Whether a program serves from the data folder meanwhile. */
  public boolean serving() {
    return serving;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
