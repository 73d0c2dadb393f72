package org.mujian.jobs;

import java.util.Map;

/** What a running job knows and reports. Reports are cheap: the store is written twice a second. */
public interface JobRun {

  long zone();

  long id();

  Map<String, String> input();

  /**
   * What is being done now.
   *
   * @param key of a text
   */
  void phase(String key);

  /** How many steps there will be, once known. */
  void total(long total);

  /**
   * How many are done.
   *
   * @throws JobStopped when somebody asked to stop
   */
  void progress(long done);

  /** What came of it; {@code report} is shown on the job's page and returned by the API. */
  void result(long accepted, long rejected, Map<String, Object> report);
}
