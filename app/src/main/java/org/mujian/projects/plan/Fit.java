package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mujian.projects.plan.Question.Note;
import org.mujian.projects.plan.ZoneState.Candidate;

/**
 * Where a project may be: by what the land is laid out for, by the law of chemical parks, by area.
 */
final class Fit {

  private Fit() {}

  static boolean allows(Candidate candidate, Grounds.Ground ground) {
    return candidate.landM2() != null
        && suits(candidate, ground)
        && ground.room() >= need(candidate);
  }

  /** By law alone. A project of which nobody has said that it is chemical is not taken for one. */
  private static boolean suits(Candidate candidate, Grounds.Ground ground) {
    return ground.place().owner() == null
        && ground.use() == candidate.use()
        && ground.chemical() == Boolean.TRUE.equals(candidate.chemical());
  }

  private static long need(Candidate candidate) {
    BigDecimal need = candidate.landM2();
    return need == null ? 0 : need.setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /**
   * What it takes of a place. Only whole parcels are given: beside others it may take up to one
   * parcel more than it needs, so that those who share a place can always be laid out.
   */
  static long takes(Candidate candidate, Grounds.Ground ground) {
    boolean own = ground.place().owner() != null;
    long shared = need(candidate) + ground.largest() - 1;
    return own || shared > ground.room() ? ground.room() : shared;
  }

  static List<Note> whyNone(
      Candidate candidate, List<Grounds.Ground> grounds, boolean chemicalAllowed) {
    if (Boolean.TRUE.equals(candidate.chemical()) && !chemicalAllowed) {
      return List.of(Note.of("chemical"));
    }
    Optional<Grounds.Ground> largest =
        grounds.stream()
            .filter(ground -> suits(candidate, ground))
            .max(Comparator.comparing(Grounds.Ground::room));
    String wanted = Grounds.inMu(BigDecimal.valueOf(need(candidate)));
    if (largest.isEmpty()) {
      return List.of(Note.of("no-parcel", wanted));
    }
    long room = largest.get().room();
    return List.of(
        Note.of(
            "too-small",
            wanted,
            largest.get().place().id(),
            Grounds.inMu(BigDecimal.valueOf(room)),
            Grounds.inMu(BigDecimal.valueOf(need(candidate) - room))));
  }

  static String chinese(Note note) {
    return switch (note.key()) {
      case "plans.note.chemical" -> "化工项目，园区认定未录入或未通过";
      case "plans.note.no-parcel" -> "方案期内没有用途相符的可供地块";
      default -> "最大的一片也不够大";
    };
  }
}
