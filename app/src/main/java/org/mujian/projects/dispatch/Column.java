package org.mujian.projects.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of the table, by the headers that people write. */
public enum Column {
  KEY("行键"),
  NAME("项目", "项目名称"),
  CODE("项目代码", "代码"),
  ENTERPRISE("企业", "企业名称", "单位"),
  STAGE("阶段", "当前阶段", "进展阶段"),
  INVESTMENT("总投资"),
  DONE("今年完成", "今年完成投资", "完成投资"),
  PROBLEM("问题", "问题(事项)", "存在问题", "事项"),
  LEAD("牵头", "牵头单位"),
  SUPPORT("配合", "配合单位"),
  DUE("时限", "完成时限", "到期"),
  LEADER("包保领导", "包保");

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** The header that we write. */
  public String header() {
    return this == INVESTMENT || this == DONE ? names.getFirst() + "(亿元)" : names.getFirst();
  }

  boolean isMoney() {
    return this == INVESTMENT || this == DONE;
  }

  /** The column that a header names, its unit aside. */
  static Optional<Column> of(String header) {
    String plain = Cells.plain(header);
    String name = plain.replaceAll("\\((亿元|万元|元|亿|万)\\)$|(亿元|万元)$", "");
    return Arrays.stream(values())
        .filter(column -> column.names.contains(name) || column.names.contains(plain))
        .findFirst();
  }
}
