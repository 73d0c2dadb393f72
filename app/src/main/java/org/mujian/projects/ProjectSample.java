package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.EvidenceKind;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.YearPlan;
import org.mujian.units.Money;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** The sample's projects, year plan, problems and last week's meeting: all invented. */
@Component
class ProjectSample implements SampleContent {

  private static final List<Integer> STARTS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10);
  private static final List<Integer> COMPLETIONS = List.of(0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 8);

  private final Projects projects;
  private final Entries entries;
  private final EvidenceFiles evidence;
  private final Courses courses;
  private final Plans plans;
  private final Needs needs;
  private final Benefits benefits;
  private final Problems problems;
  private final ProgressBook progress;
  private final Meetings meetings;
  private final Decisions decisions;
  private final Closing closing;
  private final Holding holding;
  private final Today today;

  ProjectSample(
      Projects projects,
      Entries entries,
      EvidenceFiles evidence,
      Courses courses,
      Plans plans,
      Needs needs,
      Benefits benefits,
      Problems problems,
      ProgressBook progress,
      Meetings meetings,
      Decisions decisions,
      Closing closing,
      Holding holding,
      Today today) {
    this.projects = projects;
    this.entries = entries;
    this.evidence = evidence;
    this.courses = courses;
    this.plans = plans;
    this.needs = needs;
    this.benefits = benefits;
    this.problems = problems;
    this.progress = progress;
    this.meetings = meetings;
    this.decisions = decisions;
    this.closing = closing;
    this.holding = holding;
    this.today = today;
  }

  /** After land and enterprises. */
  @Override
  public int order() {
    return 40;
  }

  @Override
  public String titleKey() {
    return "projects.sample";
  }

  @Override
  public void load(Zone zone) {
    LocalDate day = today.date();
    Map<String, Long> ids = new LinkedHashMap<>();
    int number = 0;
    for (SampleProject sample : SampleProject.all(day)) {
      ids.put(sample.name(), load(zone, sample, ++number, day));
    }
    plans.target(zone.id(), day.getYear(), YearPlan.STARTED, STARTS);
    plans.target(zone.id(), day.getYear(), YearPlan.COMPLETED, COMPLETIONS);
    hold(zone.id(), ids, day);
    problems(zone.id(), ids, day);
    meeting(zone.id(), ids, day);
  }

  private long load(Zone zone, SampleProject sample, int number, LocalDate day) {
    Map<String, LocalDate> entered = sample.entered(day);
    ProjectDraft draft =
        new ProjectDraft(
            sample.coded()
                ? "%02d01-%s-04-01-9%05d".formatted(day.getYear() % 100, zone.division(), number)
                : null,
            sample.name(),
            null,
            sample.enterprise(),
            "示例项目：内容为虚构",
            Money.ofYi(new BigDecimal(sample.yi())),
            sample.leader(),
            "项目推进局",
            null);
    LocalDate reserved =
        Objects.requireNonNull(entered.get("reserve"), "a sample begins in reserve");
    long id = projects.create(zone.id(), draft, reserved).id();
    needs.set(zone.id(), id, sample.needs());
    benefits.set(zone.id(), id, sample.benefit());
    plans.plan(zone.id(), id, sample.planned());
    Course course = courses.get();
    entered.forEach(
        (stage, on) -> {
          if (!stage.equals("reserve")) {
            prove(zone.id(), id, course, course.get(stage), on);
            entries.enter(zone.id(), id, stage, on);
          }
        });
    if (entered.containsKey(YearPlan.STARTED)) {
      report(zone.id(), id, sample, entered, day);
    }
    return id;
  }

  private void prove(long zone, long id, Course course, Stage stage, LocalDate on) {
    for (String code : stage.needs()) {
      EvidenceKind kind = course.kind(code);
      byte[] file = kind.needsFile() ? SamplePhoto.png() : new byte[0];
      evidence.add(
          zone, id, code, kind.needsNumber() ? "示例 " + id + " 号" : "", on, "示例", "示例照片.png", file);
    }
  }

  /** A third of the investment in a year of works, more the longer it lasts. */
  private void report(
      long zone, long id, SampleProject sample, Map<String, LocalDate> entered, LocalDate day) {
    LocalDate from = Objects.requireNonNull(entered.get(YearPlan.STARTED));
    LocalDate newYear = LocalDate.of(day.getYear(), 1, 1);
    LocalDate until = entered.getOrDefault(YearPlan.COMPLETED, day);
    LocalDate begin = from.isBefore(newYear) ? newYear : from;
    long days = Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(begin, until));
    BigDecimal share = BigDecimal.valueOf(days).multiply(new BigDecimal("0.0015"));
    Money done =
        Money.ofWan(
            new BigDecimal(sample.yi())
                .multiply(share.min(new BigDecimal("0.6")))
                .movePointRight(4)
                .setScale(0, java.math.RoundingMode.HALF_UP));
    progress.report(zone, id, YearMonth.from(day), done, "企业月报（示例）");
  }

  /** Two starts wait for parcels that the substation delays; a third has one that is ready. */
  private void hold(long zone, Map<String, Long> ids, LocalDate day) {
    List<Long> waiting = parcels(zone, false).reversed(); // the substation comes last
    List<Long> ready = parcels(zone, true);
    keep(zone, ids, "聚丙烯改性", waiting, 0, day);
    keep(zone, ids, "改性沥青二期", waiting, 1, day);
    keep(zone, ids, "PE 管材三期", ready, 0, day);
  }

  private List<Long> parcels(long zone, boolean now) {
    return holding.free(zone).stream()
        .filter(state -> state.clear() && state.landable())
        .filter(state -> state.supplyable().on() != null && state.supplyable().now() == now)
        .map(state -> state.parcel().id())
        .toList();
  }

  private void keep(
      long zone, Map<String, Long> ids, String project, List<Long> parcels, int at, LocalDate day) {
    if (parcels.size() > at) {
      long id = Objects.requireNonNull(ids.get(project));
      holding.reserve(
          zone, id, new Holding.Ask(parcels.get(at), false, day, day.plusMonths(6), List.of()));
    }
  }

  private void problems(long zone, Map<String, Long> ids, LocalDate day) {
    raise(zone, ids, "改性沥青二期", "缺用地指标 42 亩", "项目推进局", "规划建设局", day.minusDays(3));
    raise(zone, ids, "增塑剂扩能", "选址比选未定", "招商局", "规划建设局", day.plusDays(2));
    raise(zone, ids, "石油装备检维修基地", "临时用电增容", "规划建设局", "供电公司", day.plusDays(24));
    long fire = raise(zone, ids, "危化品仓储物流", "消防验收", "行政服务局", "", day.plusDays(10));
    problems.strike(zone, fire, "意见书 14 号（示例）");
  }

  private long raise(
      long zone,
      Map<String, Long> ids,
      String project,
      String what,
      String lead,
      String support,
      LocalDate due) {
    return problems.raise(
        zone, ids.get(project), null, new Problems.Matter(what, lead, support, due));
  }

  private void meeting(long zone, Map<String, Long> ids, LocalDate day) {
    long meeting = meetings.open(zone, day.minusDays(7), "主任", "规划建设局、项目推进局、招商局、行政服务局").id();
    decide(zone, meeting, ids.get("聚丙烯改性"), "核实地块可供日期，必要时调换地块", "规划建设局", "项目推进局", day.plusDays(7));
    decide(zone, meeting, ids.get("PE 管材三期"), "补齐备案材料", "行政服务局", "项目推进局", day.plusDays(3));
    decide(zone, meeting, null, "汇总全部在建项目入库纳统缺件", "经济发展局", "项目推进局", day.plusDays(5));
    closing.close(zone, meeting);
  }

  private void decide(
      long zone,
      long meeting,
      @org.jspecify.annotations.Nullable Long project,
      String what,
      String lead,
      String support,
      LocalDate due) {
    Decision line = decisions.add(zone, meeting, project);
    decisions.save(zone, new Decision(line.id(), meeting, project, what, lead, support, due, null));
  }
}
