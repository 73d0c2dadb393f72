package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of this room begin with. */
final class ProjectZones {

  static final Scope SCOPE = new Scope(1, "项目局 王", java.util.List.of(1L), null, false);

  private ProjectZones() {}

  /** Zones 1 ({@code one}) and 2 ({@code two}). */
  static void make(JdbcClient jdbc, TransactionTemplate transaction, Changes changes) {
    Scope.ofProgram(0, 1, 2)
        .run(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      changes.begin(0, "两个园区");
                      jdbc.sql(
                              """
                              INSERT INTO zone (id, code, name, short_name, division, central_meridian) VALUES
                                (1, 'one', '一号园区', '一号', '211122', 123), (2, 'two', '二号园区', '二号', '211122', 123)
                              """)
                          .update();
                    }));
  }

  static ProjectDraft draft(String name, String code) {
    return new ProjectDraft(
        code, name, null, "示例公司", "", Money.ofYi(new BigDecimal("3.2")), "副主任 张", "项目局", null);
  }

  static LocalDate today() {
    return LocalDate.now(java.time.Clock.system(Today.ZONE));
  }
}
