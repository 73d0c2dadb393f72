package org.mujian.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mujian.jobs.JobHandler;
import org.mujian.jobs.JobRefused;
import org.mujian.jobs.JobRun;
import org.mujian.store.Changes;
import org.mujian.store.Statistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file into the staging table, commits what is staged, or both. */
@Component
class ImportJob implements JobHandler {

  static final String KIND = "import";

  /** What a job does with its import. */
  enum Step {
    READ,
    COMMIT,
    BOTH
  }

  private static final long WAIT_MILLIS = 200;

  /** From so many rows on, the first pages after an import would be slow. */
  private static final long MANY_ROWS = 1000;

  private final Imports imports;
  private final ImportKinds kinds;
  private final FileStore files;
  private final Staging staging;
  private final StagedRows rows;
  private final Edits edits;
  private final Changes changes;
  private final Statistics statistics;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ImportJob(
      Imports imports,
      ImportKinds kinds,
      FileStore files,
      Staging staging,
      StagedRows rows,
      Edits edits,
      Changes changes,
      Statistics statistics,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.imports = imports;
    this.kinds = kinds;
    this.files = files;
    this.staging = staging;
    this.rows = rows;
    this.edits = edits;
    this.changes = changes;
    this.statistics = statistics;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * @param rows of a list that came back the rows accepted, by their numbers
   */
  static Map<String, String> input(Import what, Step step, boolean stopAtRejects, String rows) {
    return Map.of(
        "rows",
        rows,
        "import",
        String.valueOf(what.id()),
        "step",
        step.name(),
        "rejects",
        stopAtRejects ? "stop" : "skip");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) throws Exception {
    long id = Long.parseLong(run.input().getOrDefault("import", "0"));
    Step step = Step.valueOf(run.input().getOrDefault("step", "BOTH"));
    try {
      Import what = get(id);
      if (what.state() == Import.State.COMMITTED) {
        // A run before this one got that far and was killed before it could say so.
        report(run, what);
        return;
      }
      if (step != Step.COMMIT || !isStaged(what)) {
        read(what, run);
      }
      if (step != Step.READ) {
        commit(get(id), "stop".equals(run.input().get("rejects")), run);
        if (Objects.requireNonNull(get(id).counts()).rows() >= MANY_ROWS) {
          statistics.gather();
        }
      }
      report(run, get(id));
    } catch (FileRefused e) {
      throw new JobRefused(e.key(), e.values());
    }
  }

  private Import get(long id) {
    return imports.find(id).orElseThrow(() -> new FileRefused("gone", String.valueOf(id)));
  }

  /** Staged rows are unlogged: a crash of the database may have emptied the table. */
  private boolean isStaged(Import what) {
    return what.state() == Import.State.STAGED && rows.hasAll(what);
  }

  private void read(Import what, JobRun run) throws IOException, SQLException {
    run.phase("import.phase.read");
    ImportKind kind = kinds.get(what.kind());
    Path file = files.lend(what.zoneId(), what.fileId());
    try (Table table = Tables.open(file)) {
      Understood understood = Staging.understand(table, kind, what.asked());
      // Kept even when the rows are refused: from it the user chooses another header row.
      imports.setRead(what, understood, null);
      imports.setRead(what, understood, staging.stage(what, table, kind, understood, run));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void commit(Import what, boolean stopAtRejects, JobRun run) {
    Import.Counts counts = Objects.requireNonNull(what.counts());
    if (stopAtRejects && counts.rejected() > 0) {
      report(run, what);
      throw new JobRefused("import.refused.has-rejects", counts.rejected(), counts.rows());
    }
    run.phase("import.phase.commit");
    ImportKind kind = kinds.get(what.kind());
    transaction.executeWithoutResult(
        status -> {
          waitForTurn(what, run);
          changes.begin(what.zoneId(), "导入 " + what.fileName() + "（" + what.sha256() + "）");
          ImportKind.Committed committed =
              isEdit(what, kind)
                  ? edits.apply(what, kind, run.input().getOrDefault("rows", Edits.ALL))
                  : kind.commit(new ImportKind.Staged(what.id(), what.zoneId(), counts.accepted()));
          imports.setCommitted(what, committed);
          rows.dropGood(what);
          run.progress(counts.rows());
        });
  }

  private static boolean isEdit(Import what, ImportKind kind) {
    return Objects.requireNonNull(what.understood()).keyColumn(kind) >= 0;
  }

  /** One import at a time writes a kind of list of a zone; a waiting one can be stopped. */
  private void waitForTurn(Import what, JobRun run) {
    while (!jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('commit ' || ?, ?))")
        .params(what.kind(), what.zoneId())
        .query(Boolean.class)
        .single()) {
      run.phase("import.phase.wait");
      run.progress(0);
      try {
        Thread.sleep(WAIT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    run.phase("import.phase.commit");
  }

  private void report(JobRun run, Import what) {
    Import.Counts counts = Objects.requireNonNull(what.counts());
    Understood understood = Objects.requireNonNull(what.understood());
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("import", what.id());
    report.put("page", "imports/" + what.id());
    report.put("committed", what.state() == Import.State.COMMITTED);
    report.put("rows", counts.rows());
    report.put("accepted", counts.accepted());
    report.put("rejected", counts.rejected());
    report.put("blankRows", counts.blank());
    report.put("reasons", counts.reasons());
    ImportKind.Committed committed = what.committed();
    if (committed != null) {
      report.put("inserted", committed.inserted());
      report.put("updated", committed.updated());
      report.put("unchanged", committed.unchanged());
      report.put("notes", committed.notes());
    }
    report.put("format", understood.facts().format());
    report.put("encoding", understood.facts().encoding());
    report.put("headerRow", understood.headerRow());
    report.put("sha256", what.sha256());
    if (counts.rejected() > 0) {
      report.put("rejectedFile", "/api/v1/imports/" + what.id() + "/rejected");
    }
    run.total(counts.rows());
    run.progress(counts.rows());
    run.result(counts.accepted(), counts.rejected(), report);
  }
}
