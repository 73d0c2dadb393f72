package org.mujian.allocation.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mujian.allocation.InstanceRefused;

/**
 * Reads PSPLIB's single-mode files (.sm): tasks with their successors, durations and needs,
 * availabilities. Several modes and resources that are used up are refused.
 */
public final class WorksFile {

  private static final Pattern JOBS =
      Pattern.compile("jobs \\(incl. supersource/sink \\):\\s*(\\d{1,6})");
  private static final Pattern RENEWABLE =
      Pattern.compile("-\\s*renewable\\s*:\\s*(\\d{1,4})\\s*R");
  private static final Pattern OTHER =
      Pattern.compile("-\\s*(nonrenewable|doubly constrained)\\s*:\\s*(\\d{1,4})\\s");

  private final String[] lines;
  private int at;

  private WorksFile(String text) {
    this.lines = text.split("\n", -1);
  }

  public static Works read(String text) {
    return new WorksFile(text).read();
  }

  private Works read() {
    int tasks = find(JOBS, "任务总数 count of jobs", Works.MOST_TASKS);
    int crews = find(RENEWABLE, "资源种数 count of renewable resources", Works.MOST_CREWS);
    refuseOthers();
    skipTo("PRECEDENCE RELATIONS");
    skipTo("jobnr.");
    List<List<Integer>> after = new ArrayList<>();
    for (int j = 0; j < tasks; j++) {
      after.add(new ArrayList<>());
    }
    for (int j = 1; j <= tasks; j++) {
      int[] row = row("任务 job " + j + " 的后续 successors", 3);
      requireThat(row[0] == j, "应为任务 " + j, "job " + j + " should stand here");
      requireThat(row[1] == 1, "只支持一种方式（mode）", "only one mode is supported");
      requireThat(row.length == 3 + row[2], "后续任务个数不符", "as many successors as announced");
      for (int k = 3; k < row.length; k++) {
        requireThat(row[k] >= 1 && row[k] <= tasks, "没有任务 " + row[k], "there is no job " + row[k]);
        after.get(row[k] - 1).add(j - 1);
      }
    }
    skipTo("REQUESTS/DURATIONS");
    skipTo("jobnr.");
    skipTo("---");
    int[] durations = new int[tasks];
    int[][] needs = new int[tasks][];
    for (int j = 1; j <= tasks; j++) {
      int[] row = row("任务 job " + j + " 的工期和用量 duration and requests", 3 + crews);
      requireThat(row[0] == j, "应为任务 " + j, "job " + j + " should stand here");
      requireThat(row.length == 3 + crews, "资源个数不符", "as many requests as resources");
      durations[j - 1] = row[2];
      needs[j - 1] = Arrays.copyOfRange(row, 3, row.length);
    }
    skipTo("RESOURCEAVAILABILITIES");
    at++;
    int[] available = row("可用资源 availabilities", crews);
    requireThat(available.length == crews, "资源个数不符", "as many availabilities as resources");
    return new Works(durations, after, needs, available);
  }

  private int find(Pattern pattern, String what, int most) {
    for (int k = 0; k < lines.length; k++) {
      Matcher matcher = pattern.matcher(lines[k]);
      if (matcher.find()) {
        int found = Integer.parseInt(matcher.group(1));
        at = k;
        requireThat(found >= 1 && found <= most, what + " = " + found, what + " = " + found);
        return found;
      }
    }
    throw cutShort(what);
  }

  private void refuseOthers() {
    for (int k = 0; k < lines.length; k++) {
      Matcher matcher = OTHER.matcher(lines[k]);
      if (matcher.find() && Integer.parseInt(matcher.group(2)) > 0) {
        throw new InstanceRefused(
            k + 1,
            "不支持 " + matcher.group(1) + " 资源，请去掉",
            matcher.group(1) + " resources are not supported; take them out");
      }
    }
  }

  private void skipTo(String head) {
    while (at < lines.length && !lines[at].startsWith(head)) {
      at++;
    }
    if (at == lines.length) {
      throw cutShort(head);
    }
    at++;
  }

  /** The whole numbers of the next line. */
  private int[] row(String what, int least) {
    if (at >= lines.length || lines[at].isBlank()) {
      throw cutShort(what);
    }
    String[] words = lines[at++].strip().split("\\s+");
    int[] row = new int[words.length];
    for (int k = 0; k < row.length; k++) {
      requireThat(
          words[k].matches("\\d{1,7}"), what + "：应为整数", what + ": whole numbers are expected");
      row[k] = Integer.parseInt(words[k]);
    }
    if (row.length < least) {
      throw cutShort(what);
    }
    return row;
  }

  private void requireThat(boolean holds, String chinese, String english) {
    if (!holds) {
      throw new InstanceRefused(at, chinese + "。请核对文件格式", english + "; check the file's format");
    }
  }

  private InstanceRefused cutShort(String what) {
    return new InstanceRefused(
        Math.min(at + 1, lines.length),
        "文件在这里中断，缺 " + what + "。请重新取得完整的文件",
        "the file ends where " + what + " should stand; get the whole file again");
  }
}
