package org.mujian;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.mujian.backup.Backup;
import org.mujian.backup.Manifest;
import org.mujian.launch.CommandDatabase;
import org.mujian.launch.LastBackup;
import org.mujian.launch.Options;
import org.mujian.launch.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = {
      "把全部数据备份到一个文件；服务运行时也可以。",
      "Backs up all data into one file, while the program serves or not."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = {"备份文件", "the file to write"})
  private Path file = Path.of("");

  @picocli.CommandLine.Option(
      names = "--force",
      description = {"覆盖同名文件", "replace a file of that name"})
  private boolean force;

  @Override
  public Integer call() throws Exception {
    Terminal.quiet();
    Options options = new Options(System.getenv());
    Clock clock = Clock.systemUTC();
    Path target = file.toAbsolutePath().normalize();
    Manifest manifest;
    try (CommandDatabase database = CommandDatabase.open(options, false)) {
      manifest =
          new Backup(database.credentials(), ProgramVersion.get(), clock).write(target, force);
    }
    long bytes = Files.size(target);
    LastBackup.note(options.data(), new LastBackup(target.toString(), manifest.at(), bytes));
    Terminal.say(
        "✓ 已备份 %d 张表、%d 行到 %s（%d 字节），已回读核对"
            .formatted(manifest.tables().size(), manifest.rows(), target, bytes),
        "✓ %d tables, %d rows backed up to %s (%d bytes), read back and checked"
            .formatted(manifest.tables().size(), manifest.rows(), target, bytes));
    RestoreCommand.sayHeads(manifest);
    return 0;
  }
}
