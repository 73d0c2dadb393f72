package org.mujian.jobs;

/** Does one kind of long work. It may be run again from the start after a crash. */
public interface JobHandler {

  String kind();

  /**
   * Runs in the scope of the account that asked, outside any transaction; whatever must hold
   * together is a transaction of the handler's.
   *
   * @throws JobRefused when the work cannot be done, with a reason for people
   * @throws JobStopped from {@link JobRun#progress} when somebody stopped it
   */
  void run(JobRun run) throws Exception;
}
