package org.mujian;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mujian.backup.BackupFile;
import org.mujian.backup.Manifest;
import org.mujian.backup.Restore;
import org.mujian.launch.CommandDatabase;
import org.mujian.launch.Options;
import org.mujian.launch.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "把备份文件恢复到空的数据目录或空的数据库；要么全部，要么什么也不做。",
      "Restores a backup into an empty data folder or database: all of it or nothing."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = {"备份文件", "the backup to read"})
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    Terminal.quiet();
    Options options = new Options(System.getenv());
    BackupFile.open(file).close(); // before a database is made for it
    Manifest manifest;
    try (CommandDatabase database = CommandDatabase.open(options, true)) {
      if (database.serving()) {
        throw new Refusal(
            "母舰正在运行：请先停掉它再恢复，且恢复到空的数据目录",
            "Mujian is running: stop it first, and restore into an empty data folder");
      }
      manifest = new Restore(database.credentials()).read(file);
    }
    Terminal.say(
        "✓ 已恢复 %s 的备份：%d 张表、%d 行"
            .formatted(manifest.at(), manifest.tables().size(), manifest.rows()),
        "✓ restored the backup of %s: %d tables, %d rows"
            .formatted(manifest.at(), manifest.tables().size(), manifest.rows()));
    sayHeads(manifest);
    return 0;
  }

  static void sayHeads(Manifest manifest) {
    Terminal.say("审计链末端（园区:编号:哈希）", "audit heads (zone:number:hash)");
    manifest
        .heads()
        .forEach(h -> System.out.println("  " + h.zone() + ":" + h.number() + ":" + h.hash()));
  }
}
