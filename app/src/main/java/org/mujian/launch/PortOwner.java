package org.mujian.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a port, as far as Linux tells this user. */
final class PortOwner {

  private static final Path PROCESSES = Path.of("/proc");

  private PortOwner() {}

  /** For example {@code nginx (1234)}. */
  static Optional<String> find(int port) {
    try {
      return socketInode(port).flatMap(PortOwner::process);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> socketInode(int port) throws IOException {
    for (String table : List.of("tcp", "tcp6")) {
      Path file = PROCESSES.resolve("net").resolve(table);
      if (Files.exists(file)) {
        Optional<String> inode =
            Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(f -> f[3].equals("0A")) // listening
                .filter(f -> Integer.parseInt(f[1].substring(f[1].indexOf(':') + 1), 16) == port)
                .map(f -> f[9])
                .findFirst();
        if (inode.isPresent()) {
          return inode;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> process(String inode) {
    String socket = "socket:[" + inode + "]";
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process, socket))
        .findFirst()
        .map(
            p ->
                p.info().command().map(c -> Path.of(c).getFileName() + " ").orElse("")
                    + "("
                    + p.pid()
                    + ")");
  }

  private static boolean holds(ProcessHandle process, String socket) {
    Path open = PROCESSES.resolve(Long.toString(process.pid())).resolve("fd");
    try (Stream<Path> files = Files.list(open)) {
      return files.anyMatch(file -> leadsTo(file, socket));
    } catch (IOException e) {
      return false; // another user's
    }
  }

  private static boolean leadsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      return false;
    }
  }
}
