package org.mujian.promotion;

import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A zone made for a test. */
public final class TestZone {

  private TestZone() {}

  /** In the county 211122, or the one that is there already. */
  public static long make(
      JdbcClient jdbc, TransactionTemplate transaction, Changes changes, String code) {
    Long zone =
        Scope.ofProgram(0)
            .call(
                () ->
                    transaction.execute(
                        s -> {
                          changes.begin(0, "测试园区");
                          return jdbc.sql(
                                  """
                                  INSERT INTO zone (code, name, short_name, division, central_meridian)
                                  VALUES (?, '测试园区', '测试', '211122', 123)
                                  ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
                                  """)
                              .param(code)
                              .query(Long.class)
                              .single();
                        }));
    return java.util.Objects.requireNonNull(zone);
  }
}
