package org.mujian.reports;

/** A room's part of the weekly report, in simplified Chinese. */
public interface ReportChapter {

  /** 1 to 6, the programme's number. */
  int programme();

  /**
   * Writes what the room knows; a room without rows says so and what to do. Called inside a
   * transaction in the zone's scope.
   */
  void write(Span span, Chapter chapter);
}
