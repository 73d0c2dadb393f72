package org.mujian.store;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mujian.TestDatabase;

/**
 * Every table is of one of three kinds and keeps that kind's rules.
 *
 * <p>A new table goes into one list below, alphabetically, one a line. A zone table's migration
 * calls {@code isolate_by_zone} and, unless it has a reason in {@link #NOT_AUDITED}, {@code
 * audit_rows}.
 */
class TableKindsTest {

  /** What happens in a zone: zone_id everywhere, isolated by the database. */
  static final Set<String> ZONE =
      Set.of(
          "access_token", //
          "account",
          "appraisal_class",
          "appraisal_indicator",
          "appraisal_round",
          "appraisal_scheme",
          "appraisal_target",
          "appraisal_value",
          "audit",
          "case_clock",
          "case_log",
          "case_material",
          "case_number",
          "chain_base",
          "chain_count",
          "chain_entry",
          "chain_steward",
          "chain_tag",
          "chain_tagging",
          "change",
          "chemical_park",
          "cluster",
          "cluster_link",
          "cluster_member",
          "enterprise",
          "enterprise_grams",
          "fact",
          "fact_review",
          "factor_account",
          "factor_counter",
          "factor_plan",
          "factor_posting",
          "factor_reservation",
          "file",
          "file_chunk",
          "idempotency",
          "governance_person",
          "import",
          "job",
          "land_payment",
          "land_work",
          "parcel",
          "parcel_connection",
          "parcel_piece",
          "parcel_reservation",
          "parcel_reservation_piece",
          "parcel_step",
          "parcel_upload",
          "io_sector",
          "io_table",
          "lead",
          "lead_event",
          "lead_project",
          "lead_rule",
          "matter_promise",
          "monthly_report",
          "plan_weight",
          "project",
          "project_benefit",
          "project_decision",
          "project_entry",
          "project_evidence",
          "project_meeting",
          "project_need",
          "project_number",
          "project_paper",
          "project_plan",
          "project_problem",
          "project_problem_note",
          "project_progress",
          "project_return",
          "project_target",
          "report",
          "seal",
          "service_case",
          "service_request",
          "service_visit",
          "sign_in",
          "unsealed",
          "zone_department",
          "zone_enterprise",
          "zone_feature",
          "zone_measure",
          "zone_profile",
          "zone_programme",
          "zone_target");

  /** What all zones share: all read, administrators write. */
  static final Set<String> COMMON =
      Set.of(
          "division", //
          "holiday",
          "holiday_notice",
          "industry",
          "lead_rule_default",
          "matter",
          "matter_time",
          "measure",
          "monthly_report_due",
          "project_evidence_kind",
          "project_stage",
          "zone");

  /** Machinery: ids only, nothing that a zone knows. */
  static final Set<String> TECHNICAL =
      Set.of(
          "event_publication", //
          "flyway_schema_history",
          "import_row",
          "sign_in_failure");

  /** Zone tables without an audit trigger, and why. */
  static final Map<String, String> NOT_AUDITED =
      Map.ofEntries(
          entry("audit", "is the trail"),
          entry("case_number", "a counter of case numbers"),
          entry("chain_base", "is derived from enterprise"),
          entry("chain_count", "is derived from enterprise"),
          entry("chain_entry", "is derived from enterprise"),
          entry("chain_tag", "is derived from enterprise"),
          entry("chain_tagging", "is derived from enterprise"),
          entry("change", "is the trail"),
          entry("enterprise_grams", "is derived from enterprise"),
          entry("factor_counter", "follows from the postings"),
          entry("factor_posting", "is a trail of its own, with the change's id"),
          entry("file", "is kept as it came, by its hash; imports name it"),
          entry("file_chunk", "is a file's content"),
          entry("idempotency", "tells of requests; the work's own change is audited"),
          entry("import", "tells of work; the commit's own change is audited and names the file"),
          entry("job", "tells of work; the work's own change is audited"),
          entry("parcel_upload", "waits for its commit, which is audited"),
          entry("project_number", "a counter of provisional numbers"),
          entry("seal", "is the trail's seal"),
          entry("sign_in", "is itself a log, append-only"),
          entry("unsealed", "the sealer's list"));

  /** Unique keys without zone_id, and why: they look past row-level security. */
  static final Map<String, String> UNIQUE_IN_THE_PROVINCE =
      Map.of(
          "access_token_token_hash_key", "a token says whose it is only once found",
          "account_id_key", "a session knows the account, not yet its zone",
          "account_username_key", "sign-in asks for no zone",
          "enterprise_id_key", "an enterprise's user is known by the id alone");

  /**
   * Zone tables whose rows of zone 0 everybody signed in reads, by a policy {@code shared_rows}.
   */
  static final Set<String> SHARED_BY_THE_PROVINCE =
      Set.of(
          "chain_base", "chain_count", "chain_entry", "chain_tag", "chain_tagging", "enterprise");

  private static Connection database;

  @BeforeAll
  static void open() throws SQLException {
    database = TestDatabase.superuser(TestDatabase.create());
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void everyTableIsOfOneKind() throws SQLException {
    Set<String> listed = new TreeSet<>(ZONE);
    listed.addAll(COMMON);
    listed.addAll(TECHNICAL);
    assertThat(listed)
        .as("no table is in two lists")
        .hasSize(ZONE.size() + COMMON.size() + TECHNICAL.size());
    assertThat(
            new TreeSet<>(
                list(
                    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
                        + " 'public'::regnamespace")))
        .as("tables of the schema: add a new one to ZONE, COMMON or TECHNICAL in TableKindsTest")
        .isEqualTo(listed);
  }

  @Test
  void zoneTablesAreIsolatedByTheDatabase() throws SQLException {
    assertThat(
            new TreeSet<>(
                list(
                    """
                    SELECT c.relname FROM pg_class c
                    WHERE relrowsecurity AND relforcerowsecurity AND relnamespace = 'public'::regnamespace
                      AND EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.policyname = 'zone_rows'
                                  AND p.permissive = 'PERMISSIVE' AND p.cmd = 'ALL' AND p.qual LIKE '%%zone_id = ANY%%')
                      AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.permissive = 'PERMISSIVE' AND p.policyname <> 'zone_rows'
                        AND NOT (p.policyname = 'shared_rows' AND p.cmd = 'SELECT' AND p.qual LIKE '((zone_id = 0) AND %%' AND c.relname = ANY ('{%s}')))
                    """
                        .formatted(String.join(",", SHARED_BY_THE_PROVINCE)))))
        .as("tables with row-level security forced and the one policy of CALL isolate_by_zone('…')")
        .isEqualTo(new TreeSet<>(ZONE));
  }

  @Test
  void keysOfZoneTablesCarryTheZone() throws SQLException {
    assertThat(
            list(
                """
                SELECT c.relname || '.' || i.relname FROM pg_index x
                JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
                WHERE x.indisunique AND %s
                  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'zone_id' AND a.attnum = ANY (x.indkey))
                  AND NOT i.relname = ANY ('{%s}')
                """
                    .formatted(inZone("c"), String.join(",", UNIQUE_IN_THE_PROVINCE.keySet()))))
        .as(
            "primary and unique keys without zone_id: add it, or a reason to"
                + " UNIQUE_IN_THE_PROVINCE")
        .isEmpty();
    assertThat(
            list(
                """
                SELECT c.relname || '.' || k.conname FROM pg_constraint k
                JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
                WHERE k.contype = 'f' AND %s AND %s
                  AND NOT EXISTS (SELECT FROM unnest(k.conkey, k.confkey) p (own, other)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.own AND a.attname = 'zone_id'
                    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = p.other AND b.attname = 'zone_id')
                """
                    .formatted(inZone("c"), inZone("t"))))
        .as("foreign keys between zone tables must carry zone_id on both sides")
        .isEmpty();
    assertThat(
            list(
                "SELECT c.relname FROM pg_class c WHERE relkind = 'r' AND %s AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND contype = 'p')"
                    .formatted(inZone("c"))))
        .as("zone tables without a primary key")
        .isEmpty();
  }

  @Test
  void zoneTablesAreAuditedOrSayWhyNot() throws SQLException {
    List<String> bare = new ArrayList<>();
    for (String table : new TreeSet<>(ZONE)) {
      int triggers =
          list("SELECT tgname FROM pg_trigger WHERE tgrelid = '%s'::regclass AND tgenabled = 'O' AND tgname IN ('audit_insert', 'audit_update', 'audit_delete')"
                  .formatted(table))
              .size();
      if ((triggers == 3) == NOT_AUDITED.containsKey(table)) {
        bare.add(table);
      }
    }
    assertThat(bare)
        .as("CALL audit_rows('…') in the migration, or a reason in NOT_AUDITED (and not both)")
        .isEmpty();
  }

  @Test
  void theServingRoleOwnsNothingAndIsBoundByRowLevelSecurity() throws SQLException {
    assertThat(
            list(
                """
                SELECT 'relation ' || relname FROM pg_class WHERE relowner = 'mujian_app'::regrole
                UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE proowner = 'mujian_app'::regrole
                UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspowner = 'mujian_app'::regrole
                UNION ALL SELECT 'database ' || datname FROM pg_database WHERE datdba = 'mujian_app'::regrole
                UNION ALL SELECT 'role with rights' FROM pg_roles WHERE rolname = 'mujian_app' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
                UNION ALL SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = 'mujian_app'::regrole
                UNION ALL SELECT 'may create in public' WHERE has_schema_privilege('mujian_app', 'public', 'CREATE')
                """))
        .isEmpty();
  }

  private static String inZone(String alias) {
    return alias
        + ".relnamespace = 'public'::regnamespace AND "
        + alias
        + ".relname = ANY ('{"
        + String.join(",", ZONE)
        + "}')";
  }

  private static List<String> list(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var sql = database.createStatement();
        var row = sql.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
