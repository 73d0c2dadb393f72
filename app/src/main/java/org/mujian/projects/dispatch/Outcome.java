package org.mujian.projects.dispatch;

import java.util.List;

/** What a row of the returned table, or a row missing from it, comes to. */
public sealed interface Outcome {

  /**
   * A known row with differences.
   *
   * @param stale whether the project changed here after the table went out
   */
  record Changed(Sheet.Line line, Known known, List<Change> changes, boolean stale)
      implements Outcome {}

  record Same(Sheet.Line line, Known known) implements Outcome {}

  /** A key of another zone or of nothing: nothing is done. */
  record Refused(Sheet.Line line, String reason) implements Outcome {}

  /**
   * A row without key: the same as a known project, a new one, or skipped?
   *
   * @param resembling the known project it resembles most first; may be empty
   */
  record Unknown(Sheet.Line line, List<Resemblance> resembling) implements Outcome {}

  /** A known project whose row did not come back: nothing changes, and it is told. */
  record Absent(Known known) implements Outcome {}
}
