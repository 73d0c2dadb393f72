package org.mujian.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** This process as the store names it: host, process id, start. */
record Runner(String host, long pid, long startedAt) {

  static Runner me() {
    ProcessHandle process = ProcessHandle.current();
    return new Runner(hostName(), process.pid(), startOf(process));
  }

  /** Whether the process named is known to be gone: only of this host can that be known. */
  boolean knowsGone(String name) {
    String[] parts = name.split("/");
    if (parts.length != 3 || !parts[0].equals(host)) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .map(process -> startOf(process) != Long.parseLong(parts[2]))
        .orElse(true);
  }

  String name() {
    return host + "/" + pid + "/" + startedAt;
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
