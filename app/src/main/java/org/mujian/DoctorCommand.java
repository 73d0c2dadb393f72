package org.mujian;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mujian.launch.Check;
import org.mujian.launch.CommandDatabase;
import org.mujian.launch.DataFolder;
import org.mujian.launch.LastBackup;
import org.mujian.launch.Options;
import org.mujian.launch.ProgramVersion;
import org.mujian.launch.Refusal;
import org.mujian.launch.Run;
import org.mujian.launch.StartChecks;
import org.mujian.store.Credentials;
import org.mujian.store.DatabaseHealth;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    description = {
      "检查机器、端口、数据库、审计链尾部和备份。有问题时退出码为 3。",
      "Checks machine, port, database, the seals' tail and backups. Exits with 3 on faults."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final Duration OLD = Duration.ofDays(7);

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    Terminal.quiet();
    Options options = new Options(System.getenv());
    Terminal.say("母舰 " + ProgramVersion.get(), options.echo());
    List<Check> checks = new ArrayList<>();
    checks.add(new Check(true, "Java " + Runtime.version(), System.getProperty("java.home", "")));
    for (String name : options.unknown()) {
      checks.add(new Check(false, "环境变量 " + name + " 不是母舰的选项", name + " is no option"));
    }
    StartChecks start = new StartChecks(options);
    checks.addAll(start.machine());
    Optional<Run> run = DataFolder.findServing(options.data());
    if (run.isPresent()) {
      checks.add(
          new Check(true, "服务运行中 " + run.get().url(), "serving, process " + run.get().pid()));
    } else {
      checks.addAll(start.places());
    }
    checks.addAll(database(options));
    checks.add(backup(LastBackup.find(options.data())));
    checks.forEach(DoctorCommand::say);
    return checks.stream().allMatch(Check::holds) ? 0 : Commands.FAULTS;
  }

  private static void say(Check check) {
    System.out.println((check.holds() ? "✓ " : "✗ ") + check.chinese());
    System.out.println("    " + check.english());
  }

  private List<Check> database(Options options) {
    try (CommandDatabase database = CommandDatabase.open(options, false);
        Connection connection =
            DriverManager.getConnection(
                database.credentials().url(),
                Credentials.BACKUP,
                database.credentials().backupPassword())) {
      DatabaseHealth health = DatabaseHealth.read(connection);
      List<Check> checks = new ArrayList<>();
      checks.add(
          new Check(
              true,
              "数据库 PostgreSQL "
                  + health.version()
                  + "，"
                  + health.bytes() / 1_000_000
                  + " MB，表结构 "
                  + health.schema(),
              "database PostgreSQL "
                  + health.version()
                  + ", "
                  + health.bytes() / 1_000_000
                  + " MB, schema "
                  + health.schema()));
      checks.add(tail(health));
      return checks;
    } catch (Refusal refusal) {
      return List.of(new Check(false, refusal.chinese(), refusal.english()));
    } catch (SQLException | IOException e) {
      return List.of(new Check(false, "数据库：" + e.getMessage(), "database: " + e.getMessage()));
    }
  }

  /** Seals come within a second while the program serves; without it they wait. */
  private Check tail(DatabaseHealth health) {
    boolean late =
        health.oldestUnsealed().isPresent()
            && health.serving()
            && health.oldestUnsealed().get().isBefore(clock.instant().minus(Duration.ofMinutes(5)));
    return new Check(
        !late,
        "待封存的变更 " + health.unsealed() + (late ? "，最早的已等 5 分钟以上：请看 data/logs/mujian.log" : ""),
        "changes that await their seal: "
            + health.unsealed()
            + (late ? ", for more than 5 minutes: see data/logs/mujian.log" : ""));
  }

  private Check backup(Optional<LastBackup> last) {
    if (last.isEmpty()) {
      return new Check(
          false,
          "还没有备份：请运行 mujian backup 文件名，并定期把它拷到另一台机器",
          "there is no backup yet: run mujian backup FILE, and copy it to another machine"
              + " regularly");
    }
    Duration age = Duration.between(Instant.parse(last.get().at()), clock.instant());
    String found = last.get().file() + " " + last.get().at();
    return age.compareTo(OLD) > 0
        ? new Check(
            false,
            "上次备份已过 " + age.toDays() + " 天（" + found + "）：请重新备份",
            "the last backup is " + age.toDays() + " days old (" + found + "): make another")
        : new Check(true, "上次备份 " + found, "last backup " + found);
  }
}
