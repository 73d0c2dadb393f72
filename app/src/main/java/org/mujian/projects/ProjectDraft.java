package org.mujian.projects;

import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;

/** What a person says of a project when it is created or edited. */
record ProjectDraft(
    @Nullable String code,
    String name,
    @Nullable Long enterpriseId,
    String enterpriseName,
    String content,
    Money investment,
    String leader,
    String bureau,
    @Nullable Long phaseOf) {

  static final String CODE_FORM = "\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{3,6}";

  ProjectDraft {
    name = name.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new ProjectRefused("项目名称要有 1 到 100 个字，现有 " + name.length() + " 个");
    }
    if (investment.yuan().signum() < 0) {
      throw new ProjectRefused("总投资不能是负数：" + investment.yi() + " 亿元");
    }
    code = code == null || code.isBlank() ? null : code.strip();
    if (code != null && !code.matches(CODE_FORM)) {
      throw new ProjectRefused("项目代码「" + code + "」不合格式，应如 2604-211122-04-01-118203；尚无代码时留空，系统给暂编号");
    }
  }

  static ProjectDraft of(Project project) {
    return new ProjectDraft(
        project.code(),
        project.name(),
        project.enterpriseId(),
        project.enterpriseName(),
        project.content(),
        project.investment(),
        project.leader(),
        project.bureau(),
        project.phaseOf());
  }
}
