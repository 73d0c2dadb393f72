package org.mujian;

import java.util.concurrent.Callable;
import org.mujian.launch.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit codes: 0 done, 1 not done, 2 wrong usage, 3 looked and found faults. */
@Command(
    name = "mujian",
    description = {
      "母舰：开发区操作系统。不带命令即启动服务。",
      "The operating system of a development zone. Without a command it serves."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      VerifyAuditCommand.class,
      ChainCommand.class,
      DoctorCommand.class,
      SolveCommand.class
    })
final class Commands implements Callable<Integer> {

  static final int SERVING = -1;
  static final int NOT_DONE = 1;
  static final int FAULTS = 3;

  static int run(String... args) {
    CommandLine line = new CommandLine(new Commands());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> Terminal.fail(failure));
    String[] options = ServeCommand.options();
    line.getCommandSpec().usageMessage().footer(options);
    java.util.Objects.requireNonNull(line.getSubcommands().get("serve"))
        .getCommandSpec()
        .usageMessage()
        .footer(options);
    return line.execute(args);
  }

  @Override
  public Integer call() throws Exception {
    return new ServeCommand().call();
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Mujian 母舰 " + ProgramVersion.get(), "Java " + Runtime.version()};
    }
  }
}
