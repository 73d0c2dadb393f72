package org.mujian.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.OutOfOrder;
import org.mujian.clock.StatutoryClock;
import org.mujian.services.CaseClosed;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.MatterTime;
import org.mujian.services.matter.Matters;
import org.mujian.store.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with an open case. Each act locks it, so that two at once come one by one. */
@Component
@Transactional
public class CaseDesk {

  private static final int LONGEST = 2000;

  private final Cases cases;
  private final CaseFolder folder;
  private final Matters matters;
  private final Changes changes;
  private final ApplicationEventPublisher events;

  CaseDesk(
      Cases cases,
      CaseFolder folder,
      Matters matters,
      Changes changes,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.folder = folder;
    this.matters = matters;
    this.changes = changes;
    this.events = events;
  }

  /**
   * Moves the clock: start, pause, resume or extend; {@link #close} finishes it.
   *
   * @param version the one that the person saw, or null to skip the check
   * @param words why, or by which paper; a pause and an extension need it
   * @throws ServiceRefused with the reason when the event cannot stand there
   */
  public void move(
      long zone, String number, @Nullable Integer version, ClockEvent event, String words) {
    Case file = cases.lock(zone, number, version);
    if (event.kind() == ClockEvent.Kind.FINISH) {
      throw new ServiceRefused("办结要写明结果：请用“办结”");
    }
    String said = words.strip();
    if (said.isEmpty()
        && (event.kind() == ClockEvent.Kind.PAUSE || event.kind() == ClockEvent.Kind.EXTEND)) {
      throw new ServiceRefused(
          event.kind() == ClockEvent.Kind.PAUSE ? "停表要写明事由，例如“材料补正”“专家评审”" : "延长要写明批准依据");
    }
    refuseUnlessAllowed(zone, file, event);
    changes.join(zone, "办件 " + number + " " + EventNames.of(event.kind()));
    append(zone, file, event, said);
    cases.touch(file);
  }

  private void append(long zone, Case file, ClockEvent event, String words) {
    if (event.on().isAfter(cases.today())) {
      throw new ServiceRefused(
          EventNames.of(event.kind()) + "日期 " + event.on() + " 晚于今天 " + cases.today());
    }
    List<ClockEvent> happened = new ArrayList<>(Standing.onClock(listEvents(zone, file)));
    happened.add(event);
    try {
      StatutoryClock.check(happened);
    } catch (OutOfOrder e) {
      throw new ServiceRefused(EventNames.refusal(e));
    }
    folder.write(file, event, words.length() > LONGEST ? words.substring(0, LONGEST) : words);
  }

  private List<CaseEvent> listEvents(long zone, Case file) {
    return folder.listEvents(zone, List.of(file.id())).getOrDefault(file.id(), List.of());
  }

  /** Days are added only where law lets them be, and of its kind. */
  private void refuseUnlessAllowed(long zone, Case file, ClockEvent event) {
    if (event.more() == null) {
      return;
    }
    Matter matter = matters.law(zone).find(file.matter(), event.on()).orElseThrow();
    MatterTime allowed = matter.extension();
    if (allowed == null || allowed.span() == null) {
      throw new ServiceRefused("“" + matter.name() + "”法律没有规定可以延长");
    }
    int before =
        listEvents(zone, file).stream()
            .filter(CaseEvent::stands)
            .map(CaseEvent::more)
            .filter(java.util.Objects::nonNull)
            .mapToInt(span -> span.count())
            .sum();
    if (allowed.span().isWorking() != event.more().isWorking()
        || before + event.more().count() > allowed.span().count()) {
      throw new ServiceRefused(
          "最多可延长 %s，已延长 %s，本次 %s；依据：%s"
              .formatted(
                  allowed.span(), allowed.span().of(before), event.more(), allowed.source()));
    }
  }

  /**
   * Takes the last event back, which was a slip; it stays in sight, struck out.
   *
   * @param why what was wrong with it
   */
  public void takeBack(long zone, String number, String why) {
    Case file = cases.lock(zone, number, null);
    String said = Said.some(why, LONGEST, "请写明为什么撤回");
    CaseEvent last =
        listEvents(zone, file).stream()
            .filter(CaseEvent::stands)
            .reduce((one, other) -> other)
            .orElseThrow(() -> new ServiceRefused("办件 " + number + " 还没有时钟事件可撤回"));
    changes.join(zone, "办件 " + number + " 撤回" + EventNames.of(last.kind()));
    folder.withdraw(file, last, said);
    folder.note(
        file,
        "withdrawn",
        EventNames.of(last.kind()) + " " + last.on() + "：" + said,
        cases.today(),
        true);
    cases.touch(file);
  }

  /**
   * Closes the case with the authority's result.
   *
   * @param words number of the licence, or the reason; a refusal and a withdrawal need it
   */
  public void close(
      long zone,
      String number,
      @Nullable Integer version,
      LocalDate on,
      Result result,
      String words) {
    Case file = cases.lock(zone, number, version);
    String said = words.strip();
    if (said.isEmpty() && result != Result.GRANTED) {
      throw new ServiceRefused("不予许可或撤回要写明理由");
    }
    changes.join(zone, "办件 " + number + " 办结：" + EventNames.of(result));
    if (listEvents(zone, file).stream().noneMatch(CaseEvent::stands)) {
      if (result != Result.WITHDRAWN) {
        throw new ServiceRefused("主管部门还没有受理：先记录受理，再记录办结；未受理的只能撤回");
      }
      if (on.isAfter(cases.today()) || on.isBefore(file.openedOn())) {
        throw new ServiceRefused(
            "撤回日期 %s 应在办件日期 %s 与今天 %s 之间".formatted(on, file.openedOn(), cases.today()));
      }
    } else {
      append(zone, file, ClockEvent.of(ClockEvent.Kind.FINISH, on), said);
    }
    folder.note(
        file, "result", EventNames.of(result) + (said.isEmpty() ? "" : "：" + said), on, true);
    cases.close(file, on, result, said);
    events.publishEvent(new CaseClosed(zone, file.id(), result.code()));
  }

  /** Records the authority's own number. */
  public void number(long zone, String number, String outsideNumber) {
    number(zone, number, outsideNumber, cases.today());
  }

  public void number(long zone, String number, String outsideNumber, LocalDate on) {
    Case file = cases.lock(zone, number, null);
    String said = Said.some(outsideNumber, 60, "请填写外部办件号");
    changes.join(zone, "办件 " + number + " 外部办件号 " + said);
    cases.numbered(file, said);
    folder.note(file, "outside", said, on, true);
  }

  /**
   * @param shown whether the enterprise sees it
   */
  public void note(long zone, String number, String words, boolean shown) {
    Case file = cases.lock(zone, number, null);
    String said = Said.some(words, LONGEST, "请写明办理情况");
    changes.join(zone, "办件 " + number + " 记录");
    folder.note(file, "note", said, cases.today(), shown);
  }

  /** Adds a paper that the authority asks for. */
  public void want(long zone, String number, String name) {
    Case file = cases.lock(zone, number, null);
    String said = Said.some(name, 100, "请写明材料名称");
    changes.join(zone, "办件 " + number + " 增加材料 " + said);
    if (!folder.want(file, said)) {
      throw new ServiceRefused("材料清单里已有“" + said + "”");
    }
  }

  /**
   * Puts a paper into a state.
   *
   * @param day of receipt; of a late paper the day until which it follows; of a promised one the
   *     day of the check
   */
  public void put(
      long zone,
      String number,
      long material,
      Material.State state,
      @Nullable LocalDate day,
      String note) {
    Case file = cases.lock(zone, number, null);
    Material paper =
        folder
            .findMaterial(file, material)
            .orElseThrow(() -> new NoSuchCase("办件 " + number + " 的材料 " + material));
    LocalDate today = cases.today();
    boolean waits = state == Material.State.LATE || state == Material.State.PROMISED;
    if (waits && (day == null || day.isBefore(today))) {
      throw new ServiceRefused(
          state == Material.State.LATE ? "容缺受理要写明补齐期限，不早于今天" : "告知承诺要写明核查日期，不早于今天");
    }
    LocalDate received = state == Material.State.RECEIVED ? day == null ? today : day : null;
    if (received != null && received.isAfter(today)) {
      throw new ServiceRefused("收到日期 " + received + " 晚于今天 " + today);
    }
    changes.join(zone, "办件 " + number + " 材料 " + paper.name());
    String said = note.strip();
    LocalDate due = waits ? day : received == null ? null : paper.due();
    folder.put(file, new Material(file.id(), paper.id(), paper.name(), state, due, received, said));
    folder.note(
        file,
        "material",
        paper.name() + "：" + EventNames.of(state) + (waits ? "，" + day : ""),
        received == null ? today : received,
        true);
  }

  /** By case, for the timeline, in order. */
  @Transactional(readOnly = true)
  public List<CaseNote> listNotes(Case file) {
    return folder.listNotes(file.zoneId(), file.id());
  }

  /** The events of cases by id, in order. */
  @Transactional(readOnly = true)
  public Map<Long, List<CaseEvent>> listEvents(long zone, List<Long> ids) {
    return folder.listEvents(zone, ids);
  }
}
