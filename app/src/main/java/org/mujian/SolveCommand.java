package org.mujian;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mujian.allocation.Effort;
import org.mujian.allocation.InstanceRefused;
import org.mujian.allocation.Outcome;
import org.mujian.allocation.Progress;
import org.mujian.allocation.StandardInstance;
import org.mujian.launch.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one kernel of the allocation engine on a standard instance file. */
@Command(
    name = "solve",
    description = {
      "求解标准算例：mkp 多约束选择，gap 安置，rcpsp 排期；输出目标值、界、时间和方案。",
      "Solves a standard instance: mkp chooses, gap places, rcpsp schedules; prints value, bound,"
          + " time and solution."
    },
    mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = {"种类：mkp、gap、rcpsp", "one of mkp, gap, rcpsp"})
  private StandardInstance.Kind kind = StandardInstance.Kind.MKP;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = {"OR-Library 或 PSPLIB 的算例文件", "an instance file of OR-Library or PSPLIB"})
  private Path file = Path.of("");

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = {"最长用时，缺省 10 秒", "time limit, 10 by default"})
  private double seconds;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = {"线程数，缺省 2", "threads, 2 by default"})
  private int threads;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = {"随机种子，缺省 1", "seed of chance, 1 by default"})
  private long seed;

  @Option(
      names = "--instance",
      defaultValue = "1",
      description = {"文件中的第几个算例，缺省 1", "which instance of the file, 1 by default"})
  private int instance;

  @Option(
      names = "--work",
      split = ",",
      paramLabel = "TICKS",
      description = {
        "按以前输出的 work 重做，结果逐字节相同；不再计时",
        "repeats a run by the work that it printed, to the byte; no time limit"
      })
  private List<Long> work = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Terminal.quiet();
    if (seconds <= 0 || threads < 1 || instance < 1) {
      throw new Refusal(
          "--seconds 应大于 0，--threads 和 --instance 应不小于 1",
          "--seconds must be above 0, --threads and --instance 1 or more");
    }
    try {
      StandardInstance picked = pick(StandardInstance.read(kind, read()));
      long from = System.nanoTime();
      StandardInstance.Solved solved = picked.solve(effort(from));
      return say(solved, (System.nanoTime() - from) / 1e9);
    } catch (InstanceRefused refused) {
      throw new Refusal(file + " " + refused.chinese(), file + ": " + refused.getMessage());
    }
  }

  private String read() throws java.io.IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new Refusal("没有文件 " + file + "：请核对路径", "There is no file " + file + ": check the path");
    } catch (CharacterCodingException binary) {
      throw new Refusal(file + " 不是文本文件", file + " is no text file");
    }
  }

  private Effort effort(long from) {
    Effort effort =
        work.isEmpty()
            ? Effort.until(() -> System.nanoTime() - from > seconds * 1e9, seed, threads)
            : Effort.replay(work, seed, threads);
    return effort.heardBy(progress -> hear(progress, from));
  }

  private static void hear(Progress progress, long from) {
    System.err.printf(
        "%8.2f s  value %s  bound %d%n",
        (System.nanoTime() - from) / 1e9,
        progress.value().isPresent() ? progress.value().getAsLong() : "-",
        progress.bound());
  }

  private StandardInstance pick(List<StandardInstance> instances) {
    if (instance > instances.size()) {
      throw new Refusal(
          "文件只有 " + instances.size() + " 个算例，没有第 " + instance + " 个",
          "The file holds " + instances.size() + " instances, there is no number " + instance);
    }
    return instances.get(instance - 1);
  }

  private static String words(List<Integer> numbers) {
    return String.join(" ", numbers.stream().map(String::valueOf).toList());
  }

  private static int say(StandardInstance.Solved answer, double took) {
    Outcome<List<Integer>> outcome = answer.outcome();
    boolean found = outcome.value().isPresent();
    System.out.println("value " + (found ? outcome.value().getAsLong() : "-"));
    System.out.println("bound " + outcome.bound());
    System.out.println("gap " + (found ? "%.4f %%".formatted(100 * outcome.gap()) : "-"));
    System.out.println(
        "proven " + (outcome.isOptimal() ? "optimal" : outcome.impossible() ? "impossible" : "no"));
    System.out.println("seconds %.2f".formatted(took));
    System.out.println(
        "work " + String.join(",", outcome.work().stream().map(String::valueOf).toList()));
    System.out.println("solution " + outcome.found().map(SolveCommand::words).orElse("-"));
    answer.faults().forEach(fault -> System.err.println(fault.rule() + ": " + fault.text()));
    System.out.println("checked " + (answer.faults().isEmpty() ? "yes" : "faults"));
    return !answer.faults().isEmpty() ? Commands.FAULTS : found ? 0 : Commands.NOT_DONE;
  }
}
