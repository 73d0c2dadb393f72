package org.mujian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.LocalKey;
import org.mujian.launch.DataFolder;
import org.mujian.launch.Options;
import org.mujian.launch.Refusal;
import org.mujian.launch.Run;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "导入一个 CSV、XLSX 或 XLS 文件：好行入库，坏行报告原因。",
      "Imports a CSV, XLSX or XLS file: good rows go in, bad ones are reported with their reasons."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = {"导入种类，例如 enterprises", "what it holds, for example enterprises"})
  private String kind = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = {"文件", "the file"})
  private Path file = Path.of("");

  @picocli.CommandLine.Option(
      names = "--zone",
      paramLabel = "CODE",
      description = {
        "园区代码；不给则入省级共享库",
        "code of the zone; the province's shared part when not given"
      })
  private @Nullable String zone;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("找不到文件 " + file, "there is no file " + file);
    }
    Options options = new Options(System.getenv());
    Optional<Run> run = DataFolder.findServing(options.data());
    if (run.isPresent()) {
      return new LocalProgram(run.get().url(), run.get().secret()).importFile(kind, file, zone);
    }
    try (DataFolder folder = DataFolder.hold(options.data());
        ConfigurableApplicationContext program = start(folder)) {
      int port =
          java.util.Objects.requireNonNull(((WebServerApplicationContext) program).getWebServer())
              .getPort();
      String secret = program.getBean(LocalKey.class).secret();
      return new LocalProgram("http://127.0.0.1:" + port, secret).importFile(kind, file, zone);
    }
  }

  /** The program for this command's time: it answers this machine only, on a port nobody knows. */
  private static ConfigurableApplicationContext start(DataFolder folder) {
    SpringApplication program = new SpringApplication(Mujian.class);
    program.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("dataFolder", folder);
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(
                  new org.springframework.core.env.MapPropertySource(
                      "command",
                      Map.of(
                          "server.port", "0",
                          "server.address", "127.0.0.1",
                          "mujian.command", "import")));
        });
    return program.run();
  }
}
