package org.mujian.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.OutOfOrder;
import org.mujian.clock.StatutoryClock;

/**
 * Compares cases as the province's platform tells them with what the zone knows, row by row in the
 * order of a file. It says what is to be done and does nothing; made anew for each reading.
 */
public final class CaseJudge {

  /** What a row comes to. */
  public sealed interface Verdict {}

  /**
   * Refused.
   *
   * @param column the key of the column that shows it
   */
  public record Fault(String column, String code) implements Verdict {}

  /** Known already. */
  public record Same() implements Verdict {}

  /**
   * To be done, in this order.
   *
   * @param known the case's own number; null for a new one
   * @param name the enterprise of a new one
   * @param numbered whether a known one gets its outside number
   * @param started whether the day of acceptance is new
   * @param closed whether it is closed
   */
  public record Change(
      @Nullable String known,
      long enterprise,
      String matter,
      boolean numbered,
      boolean started,
      boolean closed,
      OutsideCase row)
      implements Verdict {}

  /** An enterprise found; or more than one, or none. */
  public record Found(@Nullable Long id, boolean unclear) {}

  private record Key(String matter, String outsideNumber) {}

  private record Of(String matter, long enterprise) {}

  /** A case that is open; {@code project} when it is for one. */
  private record Open(@Nullable Case file, boolean numbered, boolean project) {}

  private final Map<String, String> matters;
  private final Function<OutsideCase, Found> enterprises;
  private final Map<Long, List<CaseEvent>> events;
  private final LocalDate today;
  private final Map<Key, Case> known = new HashMap<>();
  private final Map<Of, List<Open>> open = new HashMap<>();
  private final Set<Key> seen = new HashSet<>();

  /**
   * @param matters codes by code and by name
   * @param cases all of the zone, the closed ones too
   * @param events by case
   */
  CaseJudge(
      Map<String, String> matters,
      Function<OutsideCase, Found> enterprises,
      List<Case> cases,
      Map<Long, List<CaseEvent>> events,
      LocalDate today) {
    this.matters = matters;
    this.enterprises = enterprises;
    this.events = events;
    this.today = today;
    for (Case file : cases) {
      String outside = file.outsideNumber();
      if (outside != null) {
        known.put(new Key(file.matter(), outside), file);
      }
      if (file.isOpen()) {
        opened(new Of(file.matter(), file.enterpriseId()))
            .add(new Open(file, outside != null, file.projectId() != null));
      }
    }
  }

  static Optional<Fault> fault(String column, String code) {
    return Optional.of(new Fault(column, code));
  }

  public Verdict judge(OutsideCase row) {
    Optional<Fault> wrong = row.findFault(today);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String matter = matters.get(row.matter());
    if (matter == null) {
      return new Fault("matter", "case-matter-unknown");
    }
    Found found = enterprises.apply(row);
    Long enterprise = found.id();
    if (enterprise == null) {
      return new Fault("name", found.unclear() ? "enterprise-unclear" : "case-enterprise-unknown");
    }
    if (!seen.add(new Key(matter, row.outsideNumber()))) {
      return new Fault("outside", "case-twice");
    }
    Case file = known.get(new Key(matter, row.outsideNumber()));
    if (file != null) {
      return file.enterpriseId() == enterprise
          ? compare(row, file, false)
          : new Fault("name", "case-other-enterprise");
    }
    return unknown(row, new Of(matter, enterprise));
  }

  /** Its number is new: the case may be known without one, or be new. */
  private Verdict unknown(OutsideCase row, Of of) {
    List<Open> standing = opened(of);
    List<Open> bare = standing.stream().filter(o -> !o.numbered()).toList();
    if (bare.size() > 1) {
      return new Fault("outside", "case-unclear");
    }
    if (bare.size() == 1) {
      Case file = Objects.requireNonNull(bare.getFirst().file());
      Verdict verdict = compare(row, file, true);
      if (verdict instanceof Change change) {
        standing.remove(bare.getFirst());
        if (!change.closed()) {
          standing.add(new Open(file, true, bare.getFirst().project()));
        }
      }
      return verdict;
    }
    if (standing.stream().anyMatch(o -> !o.project())) {
      return new Fault("outside", "case-same-open");
    }
    if (row.isClosed() && row.acceptedOn() == null && row.result() != Result.WITHDRAWN) {
      return new Fault("accepted", "case-accepted-missing");
    }
    if (!row.isClosed()) {
      standing.add(new Open(null, true, false));
    }
    return new Change(
        null, of.enterprise(), of.matter(), false, row.acceptedOn() != null, row.isClosed(), row);
  }

  private Verdict compare(OutsideCase row, Case file, boolean numbered) {
    List<ClockEvent> happened = Standing.onClock(events.getOrDefault(file.id(), List.of()));
    LocalDate accepted = row.acceptedOn();
    boolean started = accepted != null && happened.isEmpty();
    if (accepted != null && !happened.isEmpty() && !happened.getFirst().on().equals(accepted)) {
      return new Fault("accepted", "case-accepted-differs");
    }
    if (!file.isOpen()) {
      return ofClosed(row, file, started);
    }
    if (row.isClosed()) {
      Optional<Fault> wrong = closing(row, file, happened, started);
      if (wrong.isPresent()) {
        return wrong.get();
      }
    }
    return numbered || started || row.isClosed()
        ? new Change(
            file.number(),
            file.enterpriseId(),
            file.matter(),
            numbered,
            started,
            row.isClosed(),
            row)
        : new Same();
  }

  /** What is closed is not opened again; a file from before it was closed says nothing new. */
  private static Verdict ofClosed(OutsideCase row, Case file, boolean started) {
    if (started) {
      return new Fault("accepted", "case-accepted-differs");
    }
    boolean differs =
        row.isClosed()
            && !(Objects.equals(row.closedOn(), file.closedOn()) && row.result() == file.result());
    return differs ? new Fault("closed", "case-closed-differs") : new Same();
  }

  private Optional<Fault> closing(
      OutsideCase row, Case file, List<ClockEvent> happened, boolean started) {
    LocalDate on = Objects.requireNonNull(row.closedOn());
    if (happened.isEmpty() && !started) {
      if (row.result() != Result.WITHDRAWN) {
        return fault("accepted", "case-accepted-missing");
      }
      return on.isBefore(file.openedOn())
          ? fault("closed", "case-closed-before")
          : Optional.empty();
    }
    List<ClockEvent> then = new ArrayList<>(happened);
    if (started) {
      then.add(ClockEvent.of(ClockEvent.Kind.START, Objects.requireNonNull(row.acceptedOn())));
    }
    then.add(ClockEvent.of(ClockEvent.Kind.FINISH, on));
    try {
      StatutoryClock.check(then);
      return Optional.empty();
    } catch (OutOfOrder e) {
      return fault("closed", "case-out-of-order");
    }
  }

  private List<Open> opened(Of of) {
    return open.computeIfAbsent(of, o -> new ArrayList<>());
  }
}
