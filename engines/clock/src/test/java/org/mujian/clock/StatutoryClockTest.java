package org.mujian.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mujian.clock.ClockEvent.Kind;
import org.mujian.clock.OutOfOrder.Reason;

class StatutoryClockTest {

  private static final LocalDate MONDAY = LocalDate.of(2051, 1, 2);

  private static Reading read(Span limit, String day, ClockEvent... events) {
    return new StatutoryClock(limit, Notices.of2051())
        .read(List.of(events), LocalDate.parse(day))
        .orElseThrow();
  }

  private static ClockEvent at(Kind kind, String on) {
    return ClockEvent.of(kind, LocalDate.parse(on));
  }

  @Test
  void theDayOfReceiptDoesNotCountAndTheLastDayDoes() {
    Reading onTheDay = read(Span.days(60), "2051-03-03", at(Kind.START, "2051-01-02"));
    assertThat(onTheDay.deadline()).isEqualTo("2051-03-03");
    assertThat(onTheDay.remaining()).hasToString("0日");
    assertThat(onTheDay.overdue()).isFalse();
    Reading after = read(Span.days(60), "2051-03-04", at(Kind.START, "2051-01-02"));
    assertThat(after.overdue()).isTrue();
    assertThat(after.late()).hasToString("1日");
  }

  @Test
  void workingDaysSkipHolidaysAndCountMadeUpWeekends() {
    Reading reading = read(Span.working(6), "2051-10-09", at(Kind.START, "2051-09-29"));
    assertThat(reading.deadline()).isEqualTo("2051-10-14");
    assertThat(reading.elapsed()).hasToString("1个工作日");
    assertThat(reading.remaining()).hasToString("5个工作日");
    assertThat(reading.provisional()).isFalse();
  }

  @Test
  void aPauseHidesTheDeadlineAndMovesItByItsLength() {
    ClockEvent start = at(Kind.START, "2051-02-06");
    ClockEvent pause = at(Kind.PAUSE, "2051-02-08");
    Reading paused = read(Span.working(5), "2051-02-14", start, pause);
    assertThat(paused.state()).isEqualTo(Reading.State.PAUSED);
    assertThat(paused.deadline()).isNull();
    assertThat(paused.elapsed()).hasToString("2个工作日");
    assertThat(paused.pauses())
        .singleElement()
        .extracting(Reading.Pause::length)
        .hasToString("4个工作日");
    Reading resumed =
        read(Span.working(5), "2051-02-15", start, pause, at(Kind.RESUME, "2051-02-14"));
    assertThat(resumed.deadline()).isEqualTo("2051-02-17");
  }

  @Test
  void aPauseAfterTheLimitIsUsedUpDoesNotHideThatItIsOverdue() {
    Reading reading =
        read(
            Span.days(5), "2051-03-01", at(Kind.START, "2051-02-01"), at(Kind.PAUSE, "2051-02-10"));
    assertThat(reading.deadline()).isEqualTo("2051-02-06");
    assertThat(reading.overdue()).isTrue();
    assertThat(reading.late()).hasToString("4日");
  }

  @Test
  void anExtensionAddsDaysOfItsKindOnly() {
    ClockEvent start = at(Kind.START, "2051-02-06");
    LocalDate on = LocalDate.of(2051, 2, 8);
    Reading longer =
        read(Span.working(3), "2051-02-08", start, ClockEvent.extend(on, Span.working(3)));
    assertThat(longer.limit()).hasToString("6个工作日");
    assertThat(longer.deadline()).isEqualTo("2051-02-14");
    assertThatThrownBy(
            () -> read(Span.working(3), "2051-02-08", start, ClockEvent.extend(on, Span.days(3))))
        .hasMessageContaining("do not add");
  }

  @Test
  void aFinishedClockStandsAndKeepsItsDeadline() {
    Reading reading =
        read(
            Span.days(30),
            "2052-01-01",
            at(Kind.START, "2051-02-01"),
            at(Kind.FINISH, "2051-02-11"));
    assertThat(reading.state()).isEqualTo(Reading.State.FINISHED);
    assertThat(reading.elapsed()).hasToString("10日");
    assertThat(reading.deadline()).isEqualTo("2051-03-03");
    assertThat(reading.overdue()).isFalse();
  }

  @Test
  void aYearWithoutPublishedHolidaysMakesWorkingDaysProvisionalAndCalendarDaysNot() {
    ClockEvent start = at(Kind.START, "2051-12-20");
    assertThat(read(Span.working(20), "2051-12-25", start).provisional()).isTrue();
    assertThat(read(Span.working(2), "2051-12-25", start).provisional()).isFalse();
    assertThat(read(Span.days(20), "2051-12-25", start).provisional()).isFalse();
  }

  @Test
  void eventsOutOfOrderAreRefusedWithTheReason() {
    ClockEvent start = at(Kind.START, "2051-02-06");
    ClockEvent pause = at(Kind.PAUSE, "2051-02-08");
    ClockEvent finish = at(Kind.FINISH, "2051-02-09");
    refused(() -> StatutoryClock.check(List.of(pause)), Reason.NOT_STARTED);
    refused(() -> StatutoryClock.check(List.of(start, start)), Reason.STARTED_ALREADY);
    refused(() -> StatutoryClock.check(List.of(start, pause, pause)), Reason.PAUSED_ALREADY);
    refused(
        () -> StatutoryClock.check(List.of(start, at(Kind.RESUME, "2051-02-07"))),
        Reason.NOT_PAUSED);
    refused(() -> StatutoryClock.check(List.of(start, finish, pause)), Reason.FINISHED_ALREADY);
    refused(
        () -> StatutoryClock.check(List.of(start, at(Kind.PAUSE, "2051-02-05"))),
        Reason.BEFORE_THE_LAST);
    StatutoryClock.check(
        List.of(
            start, pause, ClockEvent.extend(LocalDate.of(2051, 2, 8), Span.working(1)), finish));
  }

  private static void refused(ThrowingCallable work, Reason reason) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(OutOfOrder.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** How a test tells a history: gaps of days between a start, pauses and resumes in turn. */
  record Story(List<ClockEvent> events, Span limit) {}

  @Provide
  Arbitrary<Story> stories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12).list().ofMinSize(1).ofMaxSize(7),
            Arbitraries.integers().between(1, 40),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 9))
        .as(StatutoryClockTest::story);
  }

  private static Story story(
      List<Integer> gaps, int days, boolean working, boolean finished, int more) {
    List<ClockEvent> events = new ArrayList<>();
    Span limit = working ? Span.working(days) : Span.days(days);
    LocalDate on = MONDAY;
    for (int i = 0; i < gaps.size(); i++) {
      on = on.plusDays(gaps.get(i));
      boolean last = i == gaps.size() - 1;
      if (i == 1 && more > 0) {
        events.add(ClockEvent.extend(on, limit.of(more)));
      }
      events.add(
          ClockEvent.of(
              i == 0
                  ? Kind.START
                  : last && finished ? Kind.FINISH : i % 2 == 1 ? Kind.PAUSE : Kind.RESUME,
              on));
    }
    return new Story(events, limit);
  }

  /** Day by day, as a clerk crosses them off: a day counts when the clock ran as it began. */
  @Property(tries = 2000)
  void itReadsAsOneCrossesDaysOff(
      @ForAll("stories") Story story,
      @ForAll @Size(max = 20) Map<@IntRange(max = 120) Integer, Boolean> named,
      @ForAll @IntRange(min = -3, max = 160) int at) {
    LocalDate day = MONDAY.plusDays(at);
    Optional<Reading> read =
        new StatutoryClock(story.limit(), WorkingCalendarTest.calendar(named))
            .read(story.events(), day);
    List<ClockEvent> happened = story.events().stream().filter(e -> !e.on().isAfter(day)).toList();
    assertThat(read.isPresent()).isEqualTo(!happened.isEmpty());
    if (read.isPresent()) {
      Reading reading = read.get();
      int total = total(story.limit(), happened);
      int used = 0;
      LocalDate deadline = null;
      boolean ended = happened.getLast().kind() == Kind.FINISH;
      LocalDate end = ended ? happened.getLast().on() : day;
      List<ClockEvent> unended = ended ? happened.subList(0, happened.size() - 1) : happened;
      for (LocalDate d = MONDAY; d.isBefore(MONDAY.plusDays(600)); d = d.plusDays(1)) {
        if (runs(unended, d) && counts(story.limit(), named, d)) {
          used += d.isAfter(end) ? 0 : 1;
          total--;
          deadline = total == 0 ? d : deadline;
        }
      }
      assertThat(reading.elapsed().count()).as("elapsed").isEqualTo(used);
      assertThat(reading.deadline()).as("deadline").isEqualTo(deadline);
      assertThat(reading.overdue())
          .as("overdue")
          .isEqualTo(deadline != null && end.isAfter(deadline));
      assertThat(reading.remaining().count() - reading.late().count())
          .isEqualTo(reading.limit().count() - used);
    }
  }

  private static int total(Span limit, List<ClockEvent> events) {
    return limit.count()
        + events.stream()
            .map(ClockEvent::more)
            .filter(java.util.Objects::nonNull)
            .mapToInt(Span::count)
            .sum();
  }

  private static boolean runs(List<ClockEvent> events, LocalDate day) {
    @Nullable Kind last = null;
    for (ClockEvent event : events) {
      if (event.on().isBefore(day) && event.kind() != Kind.EXTEND) {
        last = event.kind();
      }
    }
    return last == Kind.START || last == Kind.RESUME;
  }

  private static boolean counts(Span limit, Map<Integer, Boolean> named, LocalDate day) {
    return !limit.isWorking() || WorkingCalendarTest.works(named, day);
  }
}
