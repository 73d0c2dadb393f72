package org.mujian;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mujian.launch.DataFolder;
import org.mujian.launch.Option;
import org.mujian.launch.Options;
import org.mujian.launch.StartChecks;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    description = {"启动服务（缺省命令）。", "Serves; the default."},
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    Options options = new Options(System.getenv());
    System.out.println("\n母舰 Mujian：\n" + options.echo());
    for (String name : options.unknown()) {
      Terminal.say(
          "! 环境变量 " + name + " 不是母舰的选项，未使用；选项见 mujian serve --help",
          "! the variable " + name + " is no option of Mujian and is not used");
    }
    StartChecks checks = new StartChecks(options);
    StartChecks.require(checks.machine());
    DataFolder folder = DataFolder.hold(options.data());
    try {
      StartChecks.require(checks.places());
      start(folder);
      return Commands.SERVING;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static void start(DataFolder folder) {
    SpringApplication program = new SpringApplication(Mujian.class);
    program.addInitializers(
        context -> context.getBeanFactory().registerSingleton("dataFolder", folder));
    program.run();
  }

  /** The options, for {@code --help}. */
  static String[] options() {
    List<String> lines = new ArrayList<>(List.of("", "环境变量 environment variables:"));
    for (Option option : Option.values()) {
      String preset = option.preset().isEmpty() ? "" : " (" + option.preset() + ")";
      lines.add("  " + option.variable() + preset);
      lines.add("      " + option.chinese());
      lines.add("      " + option.english());
    }
    return lines.toArray(String[]::new);
  }
}
