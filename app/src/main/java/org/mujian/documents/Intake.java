package org.mujian.documents;

import java.io.IOException;
import java.util.Optional;
import org.mujian.jobs.Job;
import org.mujian.jobs.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes files in and sets the jobs to work on them. */
@Component
class Intake {

  private final FileStore files;
  private final Imports imports;
  private final Jobs jobs;
  private final StagedRows rows;

  Intake(FileStore files, Imports imports, Jobs jobs, StagedRows rows) {
    this.files = files;
    this.imports = imports;
    this.jobs = jobs;
    this.rows = rows;
  }

  /**
   * @param alreadyRunning when the same file is being imported at this moment: nothing new began
   */
  record Taken(Import what, Job job, boolean alreadyRunning) {}

  /**
   * Stores the file and begins.
   *
   * @param title of the job
   */
  @Transactional(rollbackFor = IOException.class)
  public Taken take(
      long zone,
      ImportKind kind,
      String fileName,
      String title,
      FileStore.Source source,
      ImportJob.Step step,
      boolean stopAtRejects)
      throws IOException {
    StoredFile file = files.store(zone, fileName, source);
    Optional<Job> running =
        imports.listJobsOf(zone, kind.id(), file.sha256()).stream()
            .flatMap(id -> jobs.find(id).stream())
            .filter(job -> !job.state().isOver())
            .findFirst();
    if (running.isPresent()) {
      long id = Long.parseLong(running.get().input().getOrDefault("import", "0"));
      return new Taken(imports.find(id).orElseThrow(), running.get(), true);
    }
    Import made = imports.create(zone, kind.id(), file, fileName);
    return new Taken(made, begin(made, title, step, stopAtRejects, Edits.ALL), false);
  }

  /**
   * Sets a job to work on an import that stands already.
   *
   * @param rows of a list that came back the rows accepted; {@link Edits#ALL} otherwise
   */
  @Transactional
  public Job begin(
      Import what, String title, ImportJob.Step step, boolean stopAtRejects, String rows) {
    Job job =
        jobs.submit(
            what.zoneId(), ImportJob.KIND, title, ImportJob.input(what, step, stopAtRejects, rows));
    imports.setJob(what, job.id());
    return job;
  }

  @Transactional
  public Job reread(Import what, Asked asked, String title) {
    imports.setAsked(what, asked);
    return begin(what, title, ImportJob.Step.READ, false, Edits.ALL);
  }

  @Transactional
  public void abandon(Import what) {
    imports.setAbandoned(what);
    rows.drop(what);
  }

  /** Whether some job is at work on it. */
  public Optional<Job> findRunning(Import what) {
    return Optional.ofNullable(what.jobId())
        .flatMap(jobs::find)
        .filter(job -> !job.state().isOver());
  }
}
