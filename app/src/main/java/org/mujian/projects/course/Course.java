package org.mujian.projects.course;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stages in order, the states beside them, and the kinds of evidence. */
public final class Course {

  private final List<Stage> stages;
  private final Map<String, Stage> byCode;
  private final Map<String, EvidenceKind> kinds;

  public Course(List<Stage> all, List<EvidenceKind> kinds) {
    this.stages =
        all.stream()
            .filter(stage -> stage.place() != null)
            .sorted(Comparator.comparing(Stage::order))
            .toList();
    this.byCode = all.stream().collect(Collectors.toUnmodifiableMap(Stage::code, s -> s));
    this.kinds =
        kinds.stream()
            .collect(
                Collectors.toMap(
                    EvidenceKind::code,
                    Function.identity(),
                    (a, b) -> a,
                    java.util.LinkedHashMap::new));
  }

  /** The stages of the course, without the states beside it. */
  public List<Stage> stages() {
    return stages;
  }

  /** The stages whose entries a year counts, in the order of the batches. */
  public List<Stage> batches() {
    return byCode.values().stream()
        .filter(stage -> stage.batch() != null)
        .sorted(Comparator.comparing(stage -> java.util.Objects.requireNonNull(stage.batch())))
        .toList();
  }

  /** The states beside the course. */
  public List<Stage> beside() {
    return byCode.values().stream()
        .filter(stage -> stage.place() == null)
        .sorted(Comparator.comparing(Stage::code))
        .toList();
  }

  public List<EvidenceKind> kinds() {
    return List.copyOf(kinds.values());
  }

  public Optional<Stage> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The stage called so, in Chinese or English, or with that code. */
  public Optional<Stage> findByName(String name) {
    return byCode.values().stream()
        .filter(
            s ->
                s.name().equals(name) || s.nameEn().equalsIgnoreCase(name) || s.code().equals(name))
        .findFirst();
  }

  public Stage get(String code) {
    return find(code).orElseThrow(() -> new NoSuchElementException("没有阶段 " + code));
  }

  public EvidenceKind kind(String code) {
    EvidenceKind kind = kinds.get(code);
    if (kind == null) {
      throw new NoSuchElementException("没有材料种类 " + code);
    }
    return kind;
  }

  /** The furthest stage entered, or nothing. */
  public Optional<Stage> current(Standing project) {
    return stages.reversed().stream()
        .filter(stage -> project.entered().containsKey(stage.code()))
        .findFirst();
  }

  /** The first stage not entered, or nothing when the course is done. */
  public Optional<Stage> next(Standing project) {
    return stages.stream()
        .filter(stage -> !project.entered().containsKey(stage.code()))
        .findFirst();
  }

  /** What keeps {@code project} from entering {@code stage} on {@code day}; empty: nothing. */
  public List<Missing> missing(Standing project, Stage stage, java.time.LocalDate day) {
    List<Missing> missing = new java.util.ArrayList<>();
    if (project.entered().containsKey(stage.code())) {
      missing.add(new Missing.EnteredAlready(stage, project.entered().get(stage.code())));
      return missing;
    }
    if (stage.order() > 1) {
      Stage before = stages.get(stages.indexOf(stage) - 1);
      java.time.LocalDate on = project.entered().get(before.code());
      if (on == null) {
        missing.add(new Missing.StageBefore(before));
      } else if (on.isAfter(day)) {
        missing.add(new Missing.Before(before, on));
      }
    }
    if (stage.needsCode() && !project.coded()) {
      missing.add(new Missing.Code());
    }
    stage.needs().stream()
        .map(this::kind)
        .filter(kind -> project.proofs().stream().noneMatch(proof -> proof.proves(kind, day)))
        .forEach(kind -> missing.add(new Missing.Paper(kind)));
    return missing;
  }
}
