package org.mujian.projects.course;

import java.time.LocalDate;

/** A piece of evidence as far as rules ask: its kind, its day, whether it has a file and number. */
public record Proof(String kind, LocalDate dated, boolean file, boolean number) {

  boolean proves(EvidenceKind asked, LocalDate day) {
    return kind.equals(asked.code())
        && !dated.isAfter(day)
        && (file || !asked.needsFile())
        && (number || !asked.needsNumber());
  }
}
