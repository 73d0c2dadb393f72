package org.mujian.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a start needs, looked at before anything is started, with the remedy in the same breath. */
public final class StartChecks {

  private static final long MIB = 1024 * 1024;
  private static final long DISK_MIB = 1024;
  private static final long HEAP_MIB = 200;
  private static final long MEMORY_MIB = 900;

  private final Options options;

  public StartChecks(Options options) {
    this.options = options;
  }

  /**
   * @throws Refusal that names everything that does not hold
   */
  public static void require(List<Check> checks) {
    List<Check> wrong = checks.stream().filter(check -> !check.holds()).toList();
    if (!wrong.isEmpty()) {
      throw new Refusal(
          wrong.stream().map(Check::chinese).collect(Collectors.joining("\n")),
          wrong.stream().map(Check::english).collect(Collectors.joining("\n")));
    }
  }

  /** Data folder, disk and memory. */
  public List<Check> machine() {
    return List.of(folder(options.data()), disk(options.data(), DISK_MIB), memory());
  }

  static Check folder(Path data) {
    try {
      Files.createDirectories(data);
      Files.delete(Files.createTempFile(data, "write-", ".test"));
      return Check.good("数据目录 " + data + " 可写", "data folder " + data + " can be written");
    } catch (IOException e) {
      return Check.bad(
          "数据目录 " + data + " 不能写入：请改其权限，或用 MUJIAN_DATA 指定另一目录",
          "the data folder "
              + data
              + " cannot be written: change its owner, or set MUJIAN_DATA to another");
    }
  }

  static Check disk(Path data, long neededMib) {
    try {
      Path existing = data;
      while (!Files.exists(existing)) {
        existing = java.util.Objects.requireNonNull(existing.getParent());
      }
      long free = Files.getFileStore(existing).getUsableSpace() / MIB;
      String found = data + ": " + free + " MiB";
      return free >= neededMib
          ? Check.good("磁盘可用 " + found, "free disk " + found)
          : Check.bad(
              "磁盘可用空间不足，" + found + "，至少需要 " + neededMib + " MiB：请清理磁盘，或用 MUJIAN_DATA 换到另一块盘",
              "too little free disk, "
                  + found
                  + ", needed "
                  + neededMib
                  + " MiB: free some, or set MUJIAN_DATA to another disk");
    } catch (IOException e) {
      return Check.bad("磁盘空间无法读取：" + e.getMessage(), "free disk unreadable: " + e.getMessage());
    }
  }

  private static Check memory() {
    long heap = Runtime.getRuntime().maxMemory() / MIB;
    long machine =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() / MIB
            : Long.MAX_VALUE;
    return memory(heap, machine);
  }

  static Check memory(long heapMib, long machineMib) {
    if (machineMib < MEMORY_MIB) {
      return Check.bad(
          "内存只有 " + machineMib + " MiB，至少需要 " + MEMORY_MIB + " MiB：请换一台机器或放宽容器限制",
          "only "
              + machineMib
              + " MiB of memory, needed "
              + MEMORY_MIB
              + " MiB: use another machine or raise the container's limit");
    }
    if (heapMib < HEAP_MIB) {
      return Check.bad(
          "Java 可用内存只有 "
              + heapMib
              + " MiB，至少需要 "
              + HEAP_MIB
              + " MiB：请在 JAVA_TOOL_OPTIONS 中给 -Xmx1g",
          "Java may use only "
              + heapMib
              + " MiB, needed "
              + HEAP_MIB
              + " MiB: put -Xmx1g into JAVA_TOOL_OPTIONS");
    }
    return Check.good(
        "内存 " + machineMib + " MiB，其中 Java 至多 " + heapMib + " MiB",
        "memory " + machineMib + " MiB, of it Java at most " + heapMib + " MiB");
  }

  /** The pages' port, and the database when it is one's own. */
  public List<Check> places() {
    List<Check> checks = new ArrayList<>(List.of(port()));
    if (options.ownDatabase()) {
      checks.addAll(new OwnDatabaseCheck(options.ownCredentials()).check());
    }
    return checks;
  }

  /** Whether the pages' port is free. */
  public Check port() {
    String address = options.get(Option.ADDRESS);
    int port = options.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      InetSocketAddress wanted = new InetSocketAddress(address, port);
      if (wanted.isUnresolved()) {
        return Check.bad(
            "MUJIAN_ADDRESS=" + address + " 无法解析：请用本机的 IP 地址，或 0.0.0.0",
            "MUJIAN_ADDRESS="
                + address
                + " is not known: use an IP address of this machine, or 0.0.0.0");
      }
      socket.bind(wanted);
      return Check.good("端口 " + port + " 空闲", "port " + port + " is free");
    } catch (java.net.BindException e) {
      String owner = PortOwner.find(port).map(o -> "，占用者 " + o).orElse("");
      String holder = PortOwner.find(port).map(o -> " by " + o).orElse("");
      return Check.bad(
          "端口 "
              + address
              + ":"
              + port
              + " 不能使用（可能已被占用"
              + owner
              + "）：请停掉它，或用 MUJIAN_PORT 换一个端口，例如 MUJIAN_PORT="
              + (port == 65535 ? 8080 : port + 1),
          "port "
              + address
              + ":"
              + port
              + " cannot be used (taken"
              + holder
              + "?): stop the other program, or set MUJIAN_PORT to another port");
    } catch (IOException e) {
      return Check.bad("端口 " + port + "：" + e.getMessage(), "port " + port + ": " + e.getMessage());
    }
  }
}
