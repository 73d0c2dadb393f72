package org.mujian.documents;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For kinds that judge their rows one by one when they commit. */
@Component
public class GoodRows {

  private final JdbcClient jdbc;

  GoodRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The values of each good row, as {@link ImportKind.Staged} has them, in the file's order. */
  public List<List<@Nullable String>> list(ImportKind.Staged staged) {
    return jdbc.sql("SELECT values FROM import_row WHERE import_id = ? AND good ORDER BY row_no")
        .param(staged.importId())
        .query(
            (row, i) -> {
              @Nullable String[] values = (String[]) row.getArray("values").getArray();
              return Arrays.asList(values);
            })
        .list();
  }
}
