package org.mujian.projects.course;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** One thing that keeps a project out of a stage. */
public sealed interface Missing {

  record Paper(EvidenceKind kind) implements Missing {}

  record Code() implements Missing {}

  record StageBefore(Stage stage) implements Missing {}

  /** The day given lies before the entry into the stage before. */
  record Before(Stage stage, LocalDate on) implements Missing {}

  record EnteredAlready(Stage stage, LocalDate on) implements Missing {}

  /** In Chinese, as refusals and the dispatch table word it. */
  default String words() {
    return switch (this) {
      case Paper paper ->
          "缺"
              + paper.kind().name()
              + (paper.kind().needsFile()
                  ? "（附照片文件和日期）"
                  : paper.kind().needsNumber() ? "（编号和日期）" : "");
      case Code code -> "缺项目代码";
      case StageBefore before -> "尚未进入「" + before.stage().name() + "」";
      case Before before -> "日期早于进入「" + before.stage().name() + "」的 " + before.on();
      case EnteredAlready entered -> "已于 " + entered.on() + " 进入「" + entered.stage().name() + "」";
    };
  }

  static String words(List<Missing> missing) {
    return missing.stream().map(Missing::words).collect(Collectors.joining("；"));
  }
}
