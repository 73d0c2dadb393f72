package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.documents.ImportKind;
import org.mujian.documents.ImportKind.Committed;
import org.mujian.documents.ImportKind.Staged;
import org.mujian.documents.RowEdits;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What a commit of staged rows makes of the registry. */
@MujianTest
class EnterpriseImportTest {

  /** The columns without the program. */
  static final class Columns {
    List<ImportKind.Column> all() {
      return EnterpriseImport.COLUMNS;
    }
  }

  private static final String CODE = "91350100M000100Y43";

  @Autowired EnterpriseImport kind;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void empty() {
    inTransaction(
        () -> {
          changes.begin(0, "清空");
          jdbc.sql("DELETE FROM enterprise").update();
          return jdbc.sql("DELETE FROM enterprise_grams").update();
        });
  }

  @Test
  void rowsAreInsertedOnceAndThenLeftAlone() {
    List<Map<String, String>> rows =
        List.of(
            Map.of(
                "name",
                "甲厂",
                "credit-code",
                CODE,
                "capital",
                "5,000(万元人民币)",
                "city",
                "盘锦",
                "province",
                "辽宁",
                "scope",
                "改性沥青",
                "registered-on",
                "2004-01-05"),
            Map.of("name", "乙店", "capital", "50()", "industry", "不认识的行业"));
    assertThat(commit(rows))
        .isEqualTo(
            new Committed(2, 0, 0, Map.of("capital-unreadable", 1L, "industry-unknown", 1L)));
    assertThat(commit(rows).inserted()).isZero();
    assertThat(commit(rows).unchanged()).isEqualTo(2);
    assertThat(
            one(
                "SELECT capital::text || capital_currency || division FROM enterprise WHERE name ="
                    + " '甲厂'"))
        .isEqualTo("50000000CNY211100");
    assertThat(one("SELECT capital_text FROM enterprise WHERE name = '乙店'")).isEqualTo("50()");
  }

  @Test
  void aRepeatedCodeUpdatesAndTheLastOneInTheFileHolds() {
    commit(List.of(Map.of("name", "甲厂", "credit-code", CODE)));
    Committed second =
        commit(
            List.of(
                Map.of("name", "甲厂二", "credit-code", CODE),
                Map.of("name", "甲厂三", "credit-code", CODE)));
    assertThat(second).isEqualTo(new Committed(0, 1, 0, Map.of("repeated-in-file", 1L)));
    assertThat(one("SELECT name || former_names::text FROM enterprise")).isEqualTo("甲厂三{甲厂}");
    assertThat(one("SELECT words FROM enterprise_grams")).contains("甲厂三\n甲厂\n");
  }

  @Test
  void aRowWithoutCodeMeansTheEnterpriseOfThatNameAndDate() {
    commit(List.of(Map.of("name", "乙店", "registered-on", "2004-01-05")));
    assertThat(commit(List.of(Map.of("name", "乙店", "credit-code", CODE))).updated()).isOne();
    assertThat(commit(List.of(Map.of("name", "乙店", "status", "存续"))).updated()).isOne();
    assertThat(commit(List.of(Map.of("name", "乙店", "registered-on", "2005-01-05"))).inserted())
        .isOne();
    assertThat(one("SELECT credit_code || status FROM enterprise WHERE status IS NOT NULL"))
        .isEqualTo(CODE + "存续");
  }

  @Test
  void missingNeverWipesOutWhatIsKnown() {
    commit(List.of(Map.of("name", "甲厂", "credit-code", CODE, "scope", "改性沥青")));
    commit(List.of(Map.of("name", "甲厂", "credit-code", CODE, "address", "某路")));
    assertThat(one("SELECT scope || address FROM enterprise")).isEqualTo("改性沥青某路");
    assertThat(one("SELECT words FROM enterprise_grams")).contains("改性沥青");
  }

  @Test
  void aNameWithACodeInOneRowAndWithoutInAnotherIsOneEnterprise() {
    var rows =
        List.of(Map.of("name", "甲厂", "credit-code", CODE), Map.of("name", "甲厂", "status", "存续"));
    assertThat(commit(rows).inserted()).isOne();
    assertThat(commit(rows).inserted()).isZero();
  }

  @Test
  void everyCommittedRowIsInTheAuditTrail() {
    commit(List.of(Map.of("name", "甲厂", "credit-code", CODE)));
    commit(List.of(Map.of("name", "甲厂", "credit-code", CODE, "status", "注销")));
    assertThat(
            one(
                "SELECT string_agg(after ->> 'status', ',' ORDER BY id) FROM audit WHERE table_name"
                    + " = 'enterprise' AND row_key = (SELECT id::text FROM enterprise)"))
        .isEqualTo("注销");
  }

  @Test
  void aListThatCameBackChangesWhatWasChangedInItAndNothingElse() {
    commit(
        List.of(
            Map.of("name", "甲厂", "credit-code", CODE, "capital", "50万元", "scope", "改性沥青"),
            Map.of("name", "乙店")));
    long id = Long.parseLong(one("SELECT id::text FROM enterprise WHERE name = '甲厂'"));
    var now = inTransaction(() -> kind.edits().current(0, List.of(id))).get(id);
    assertThat(now.values()).hasSize(kind.columns().size()).startsWith("甲厂", CODE);
    var edit = new RowEdits.Edit(id, now.version(), Map.of("name", "甲集团", "capital", "80万元"));
    assertThat(applied(edit)).isOne();
    assertThat(applied(edit)).as("in a version that is no more").isZero();
    assertThat(one("SELECT name || capital || scope FROM enterprise WHERE id = " + id))
        .isEqualTo("甲集团800000改性沥青");
    assertThat(one("SELECT words FROM enterprise_grams WHERE enterprise_id = " + id))
        .startsWith("甲集团\n甲厂\n");
  }

  private int applied(RowEdits.Edit edit) {
    return inTransaction(
        () -> {
          changes.begin(0, "表格回填");
          return kind.edits().apply(0, List.of(edit));
        });
  }

  @Test
  void administratorsImportForAllAndOfficersForTheirZone() {
    assertThat(kind.targetZone(account(0, Role.ADMINISTRATOR), 7)).isZero();
    assertThat(kind.targetZone(account(7, Role.OFFICER_PROMOTION), 7)).isEqualTo(7);
    for (Account refused :
        List.of(
            account(7, Role.ENTERPRISE),
            account(0, Role.ASSESSOR),
            account(7, Role.CLERK),
            account(8, Role.OFFICER_LAND))) {
      assertThatThrownBy(() -> kind.targetZone(refused, 7))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  private Account account(long zone, Role role) {
    return new Account(
        zone, 1, "x", "x", Set.of(role), null, List.of(), "zh-Hans", false, false, 0);
  }

  private Committed commit(List<Map<String, String>> rows) {
    return inTransaction(
        () -> {
          // Stands in front of the engine's table for this transaction.
          jdbc.sql(
                  "CREATE TEMP TABLE import_row (import_id bigint, row_no bigint, good boolean,"
                      + " values text[]) ON COMMIT DROP")
              .update();
          for (int i = 0; i < rows.size(); i++) {
            stage(i + 1, rows.get(i));
          }
          changes.begin(0, "导入");
          return kind.commit(new Staged(1, 0, rows.size()));
        });
  }

  private void stage(int rowNo, Map<String, String> row) {
    List<String> values = new ArrayList<>();
    for (ImportKind.Column column : kind.columns()) {
      String text = row.get(column.key());
      values.add(text == null ? null : ((ImportKind.Cell.Value) column.reader().read(text)).text());
    }
    values.addAll(kind.derive(Arrays.asList(values.toArray(String[]::new))));
    jdbc.sql("INSERT INTO import_row VALUES (1, ?, true, ?)")
        .params(rowNo, values.toArray(String[]::new))
        .update();
  }

  private String one(String sql) {
    return inTransaction(() -> jdbc.sql(sql).query(String.class).single());
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return Scope.ofProgram(0).call(() -> transaction.execute(s -> work.get()));
  }
}
