package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole line, walked by four persons on the registry of the zone's city: a chain lacks a link →
 * an enterprise is found → a lead is worked → it becomes a project → a parcel that will be ready is
 * reserved, and its factors with it → its cases are filed and their clocks kept, and the enterprise
 * sees them → it starts → the year's targets and the appraisal move → the weekly report says so.
 */
@ExtendWith(House.class)
@Order(4) // after the moments, which count the year's starts
class WholeLineIT {

  private static final LocalDate TODAY = LocalDate.now(Person.PLACE);
  private static final LocalDate ACCEPTED = TODAY.minusDays(10);

  private static Browser browser;
  private static Program program;
  private static Person administrator;
  private static final Registry.Gap GAP = Registry.gap();

  private static Person promotion;
  private static Person projects;
  private static Person leader;

  @BeforeAll
  static void hire(Program running) throws IOException {
    program = running;
    browser = Browser.open();
    program.tagTheCity();
    administrator = Person.administrator(browser, program);
    promotion = administrator.hire(browser, "lin", "招商局 林", "officer:promotion");
    // Who looks after the projects accompanies their cases too.
    projects = administrator.hire(browser, "gao", "项目局 高", "officer:projects", "officer:services");
    leader = administrator.hire(browser, "luo", "主任 罗", "leader");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void fromAGapInTheChainToTheWeeklyReport() throws IOException {
    String enterprise = findACandidateForAGap();
    String project = workTheLeadIntoAProject(enterprise);
    Reserved reserved = reserveAParcelThatWillBeReady(project);
    theOtherLearnsWhoHoldsTheParcelUntilWhen(reserved, project);
    theOtherLearnsWhoHoldsTheQuotaUntilWhen(reserved, project);
    assertThat(browser.complaints()).isEmpty();

    String file = fileItsCasesAndKeepTheirClocks(project);
    Person user = theEnterpriseSeesItsOwnAndAsks(enterprise, file);
    finish(file, user);
    Starts before = starts();
    itStarts(project, enterprise);
    theScoreHasMoved(before);
    theWeeklyReportSaysSo(enterprise);
    assertThat(browser.complaints()).isEmpty();
  }

  /** The link is found among those that the city lacks, the enterprise among its candidates. */
  private static String findACandidateForAGap() {
    promotion.go("promotion");
    promotion.page.locator(".chains a", new Page.LocatorOptions().setHasText("空白")).first().click();
    promotion.page.getByText(GAP.name()).first().click();
    promotion.sees("空白");
    promotion.sees("本市没有生产企业，全省");

    Locator first = promotion.page.locator("#candidates tbody tr").first();
    String name = first.locator("th a").innerText();
    assertThat(first.locator("mark").first()).containsText(Pattern.compile(GAP.words()));
    Story.picture(promotion.page, "line-gap", "#candidates");
    first.locator("button").click();
    promotion.page.waitForURL(Pattern.compile(".*/promotion/leads/\\d+"));
    assertThat(promotion.page.locator("h1")).containsText(name);
    promotion.sees("图谱候选");
    return name;
  }

  private static String workTheLeadIntoAProject(String enterprise) {
    String lead = promotion.page.url();
    // Stages are entered on evidence and in order: without a response there is no judgement.
    advance("judging", "招商例会议定转入研判");
    promotion.sees("还没有响应记录");
    browser.forgetComplaints(); // the refusal was meant
    act("respond", "电话联系，约定来访");
    advance("judging", "招商例会议定转入研判");
    act("judge", "补链方向，建议跟进");
    advance("talks", "赴企业考察，同意洽谈");
    advance("signed", "投资协议 2026-7");
    Story.picture(promotion.page, "line-lead", "h1");
    promotion.page.locator("#project").fill(GAP.word() + "装置（" + enterprise + "）");
    promotion.page.locator("#investment").fill("12000");
    promotion.page.locator("#project-form button").click();
    promotion.page.waitForLoadState();
    promotion.sees("落地");
    promotion.page.locator("dl.facts a[href*='/projects/']").click();
    assertThat(promotion.page.locator("h1")).containsText(enterprise);
    String project = promotion.thing();

    // Once: the lead has no form for a second project.
    promotion.page.navigate(lead);
    assertThat(promotion.page.locator("#project-form")).hasCount(0);
    return project;
  }

  private static void act(String act, String words) {
    promotion.page.locator("#act").selectOption(act);
    promotion.page.locator("#words").fill(words);
    promotion.page.locator("#act-form button").click();
    promotion.page.waitForLoadState();
    promotion.sees(words);
  }

  private static void advance(String stage, String evidence) {
    promotion.page.locator("#stage").selectOption(stage);
    promotion.page.locator("#evidence").fill(evidence);
    promotion.page.locator("#stage-form button").click();
    promotion.page.waitForLoadState();
  }

  /** What the second person will run into. */
  private record Reserved(String parcel, String parcelNumber, String until) {}

  private static Reserved reserveAParcelThatWillBeReady(String project) {
    projects.go("projects/" + project);
    projects.press("预留地块和要素");
    String today = LocalDate.now(Person.PLACE).toString();
    // The form lists the parcels nobody holds, the soonest first: one that is not ready yet.
    Locator choice =
        projects.page.locator("#parcel option").all().stream()
            .filter(option -> date(option.innerText()).compareTo(today) > 0)
            .findFirst()
            .orElseThrow();
    String number = choice.innerText().replaceFirst("^\\s*(\\S+).*", "$1");
    String parcel = choice.getAttribute("value");
    projects.page.locator("#parcel").selectOption(parcel);
    projects.page.getByLabel("新增建设用地计划").fill("10");
    String until = projects.page.locator("#until").inputValue();
    projects.page.locator("form button.strong").click();
    projects.page.waitForURL(Pattern.compile(".*/projects/\\d+"));
    assertThat(projects.page.locator("#held")).containsText(number);
    assertThat(projects.page.locator("#held")).containsText("新增建设用地计划");
    assertThat(projects.page.locator("#held")).containsText(until);
    Story.picture(projects.page, "line-project", "#held");
    return new Reserved(parcel, number, until);
  }

  private static String date(String line) {
    var found = Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(line);
    return found.find() ? found.group() : "";
  }

  private static void theOtherLearnsWhoHoldsTheParcelUntilWhen(Reserved reserved, String project) {
    promotion.go("land/parcels/" + reserved.parcel() + "/reserve");
    promotion.page.locator("#name").fill("另一家企业");
    promotion.page.locator("form button.strong").click();
    promotion.page.waitForLoadState();
    promotion.sees("已由「" + GAP.word() + "装置");
    promotion.sees(reserved.until());
    // What was typed is still there, and nothing was reserved.
    assertThat(promotion.page.locator("#name")).hasValue("另一家企业");
    promotion.go("land/parcels/" + reserved.parcel());
    assertThat(promotion.page.locator(".held")).hasCount(1);
  }

  /** 15 亩 of the year's new quota were left, 10 are taken now. */
  private static void theOtherLearnsWhoHoldsTheQuotaUntilWhen(Reserved reserved, String project) {
    promotion.go("factors");
    promotion.page.locator("main tbody a").getByText("新增建设用地计划").first().click();
    promotion
        .page
        .locator("details", new Page.LocatorOptions().setHas(promotion.page.locator("#wanted")))
        .locator("summary")
        .click();
    promotion.page.locator("#holder").fill("另一家企业");
    promotion.page.locator("#wanted").fill("10");
    promotion.press("预留");
    promotion.sees("余额 5 亩");
    promotion.sees("「" + GAP.word() + "装置");
    promotion.sees("占用 10 至 " + reserved.until());
    assertThat(promotion.page.locator("#wanted")).hasValue("10");
  }

  /** From the enterprise's page; one that the authority has taken in, and one that it has not. */
  private static String fileItsCasesAndKeepTheirClocks(String project) {
    projects.go("projects/" + project);
    String name = projects.page.locator("h1").innerText().strip();
    projects.page.locator("dl.facts a[href*='/enterprises/']").first().click();
    fileACase("registration", name, "");
    projects.page.goBack();
    projects.page.goBack();
    fileACase("eia-form", name, ACCEPTED.toString());
    String file = projects.page.url().replaceFirst(".*/cases/", "");

    move("pause", ACCEPTED.plusDays(3), "专家评审");
    projects.sees("停表中");
    move("resume", ACCEPTED.plusDays(1), "");
    projects.sees("早于上一事件"); // out of order: refused, with what was typed
    assertThat(projects.page.locator("#on")).hasValue(ACCEPTED.plusDays(1).toString());
    browser.forgetComplaints();
    move("resume", ACCEPTED.plusDays(5), "");
    // Thirty days, and the two that were not counted.
    projects.sees(TODAY.plusDays(22).toString());
    Story.picture(projects.page, "line-case", "h1");

    // The same case a second time: told which one is there.
    projects.go("services/cases/new");
    fill("eia-form", name, "");
    projects.page.locator("#name").fill(enterpriseOf(file));
    projects.page.locator("form.form button.strong").click();
    projects.sees(file);
    browser.forgetComplaints();
    return file;
  }

  private static String enterpriseOf(String file) {
    try {
      return Answer.of(program.get("/api/v1/cases/" + file + "?zone=beifang"))
          .text("file.enterpriseName");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void fileACase(String matter, String project, String accepted) {
    projects.press("新建办件");
    fill(matter, project, accepted);
    projects.page.locator("form.form button.strong").click();
    projects.page.waitForURL(Pattern.compile(".*/services/cases/\\d{4}-\\d+"));
  }

  private static void fill(String matter, String project, String accepted) {
    projects.page.locator("#matter").selectOption(matter);
    projects.page.locator("#project").fill(project);
    projects.page.locator("#accepted").fill(accepted);
  }

  private static void move(String kind, LocalDate on, String words) {
    projects.page.locator("#kind").selectOption(kind);
    projects.page.locator("#on").fill(on.toString());
    projects.page.locator("#words").fill(words);
    projects.page.locator("#move form").first().locator("button").click();
    projects.page.waitForLoadState();
  }

  /** In its portal, with its own cases and no other's; what it asks reaches the committee. */
  private static Person theEnterpriseSeesItsOwnAndAsks(String enterprise, String file)
      throws IOException {
    Answer whole = Answer.of(program.get("/api/v1/cases/" + file + "?zone=beifang"));
    Person user = administrator.invite(browser, whole.number("file.enterpriseId"), "feng", "经办人 冯");
    user.page.navigate(program.url("/portal"));
    assertThat(user.page.locator("h1")).containsText(enterprise);
    Locator cases = user.page.locator("main tbody").first().locator("tr");
    assertThat(cases).hasCount(2);
    user.page.locator("a.thing[href$='" + file + "']").click();
    user.sees("环评报告表审批");
    user.sees(TODAY.plusDays(22).toString());
    user.sees("专家评审");

    Answer others =
        Answer.of(program.get("/api/v1/cases?zone=beifang")).list("").stream()
            .filter(c -> c.number("file.enterpriseId") != whole.number("file.enterpriseId"))
            .findFirst()
            .orElseThrow();
    for (String closed :
        List.of("/portal/cases/" + others.text("file.number"), "/z/beifang/services")) {
      int status = user.page.navigate(program.url(closed)).status();
      assertThat(status).as(closed).isIn(403, 404);
      assertThat(user.page.content()).doesNotContain(others.text("file.enterpriseName"));
    }
    browser.forgetComplaints(); // both refusals were meant

    user.page.navigate(program.url("/portal"));
    user.page.locator("#what").fill("装置区外供蒸汽压力不足");
    user.press("提交");
    user.sees("装置区外供蒸汽压力不足");
    projects.go("services/requests?waiting=1");
    projects.page.getByText("装置区外供蒸汽压力不足").click();
    projects.page.locator("#owner").fill("项目局 高");
    projects.page.locator("#due").fill(TODAY.plusDays(5).toString());
    projects.page.locator("#take-on button").click();
    projects.page.waitForLoadState();
    user.page.reload();
    user.sees("项目局 高");
    Story.picture(user.page, "line-portal", "h1");
    return user;
  }

  private static void finish(String file, Person user) {
    projects.go("services/cases/" + file);
    projects.page.locator("#result").selectOption("granted");
    projects.page.locator("#said").fill("盘环审 2026-7");
    projects.page.locator("#close button").click();
    projects.page.waitForLoadState();
    projects.sees("盘环审 2026-7");
    user.page.navigate(program.url("/portal/cases/" + file));
    user.sees("准予");
    user.sees("盘环审 2026-7");
  }

  /** On the evidence of each stage; the year's target and the leader's page move by one. */
  private static void itStarts(String project, String enterprise) throws IOException {
    int before = reached("新开工项目");
    projects.go("projects/" + project);
    prove("contract", "投资协议 2026-7", null);
    enter();
    prove("site", "成交确认书 2026-7", null);
    enter();
    nameTheCode(project);
    prove("filing", "备案 2026-7", null);
    enter();
    enter();
    projects.sees("不能进入「开工」");
    prove("permit", "施工许可 2026-7", null);
    prove("works-photo", "", SecondHalf.photo());
    enter();
    assertThat(projects.page.locator("#course tr", new Page.LocatorOptions().setHasText("开工")))
        .containsText(TODAY.toString());
    Story.picture(projects.page, "line-started", "#course");
    assertThat(reached("新开工项目")).isEqualTo(before + 1);
    Story.picture(leader.page, "line-leader", "h1");
    projects.go("projects/plan");
    assertThat(projects.page.locator("#started")).containsText(enterprise);
  }

  private static int reached(String target) {
    leader.go("leader");
    return Integer.parseInt(goal(target).replace(",", ""));
  }

  /** The number of a target or of the score, as the page at hand shows it. */
  private static String goal(String name) {
    return leader
        .page
        .locator("ul.goals li")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    leader.page.locator(
                        ".k",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))))
        .locator("summary")
        .innerText()
        .replaceFirst("[^\\d.,].*", "");
  }

  private static void prove(String kind, String number, byte[] photo) {
    projects.page.locator("#kind").selectOption(kind);
    projects.page.locator("#number").fill(number);
    projects.page.locator("#dated").fill(TODAY.toString());
    if (photo != null) {
      projects.page.locator("#file").setInputFiles(new FilePayload("现场.png", "image/png", photo));
    }
    projects.page.locator("#evidence button").click();
    projects.page.waitForLoadState();
  }

  /** The next stage, which the form offers first. */
  private static void enter() {
    projects.page.locator("#course form[action$='/enter'] button").click();
    projects.page.waitForLoadState();
  }

  private static void nameTheCode(String project) {
    projects.go("projects/" + project + "/edit");
    String code =
        "%d-211122-26-03-%06d".formatted(TODAY.getYear(), 980_000 + Integer.parseInt(project));
    projects.page.locator("#code").fill(code);
    projects.page.locator("main form.form button.strong").click();
    projects.page.waitForURL(Pattern.compile(".*/projects/\\d+"));
    projects.sees(code);
  }

  /** The indicator of starts in the month under way, as the leader reads it. */
  private record Starts(long value, BigDecimal earned) {}

  private static Starts starts() throws IOException {
    long round =
        Answer.of(program.get("/api/v1/rounds?zone=beifang")).list("").getFirst().number("id");
    leader.go("governance/rounds/" + round + "?month=" + YearMonth.from(TODAY) + "&q=新开工项目数");
    Locator row =
        leader.page.locator("main tbody tr", new Page.LocatorOptions().setHasText("新开工项目数"));
    Locator figures = row.locator("td.num summary");
    return new Starts(
        Long.parseLong(figures.nth(0).innerText().replaceAll("\\D", "")),
        new BigDecimal(figures.nth(1).innerText().replaceAll("[^\\d.]", "")));
  }

  /**
   * The start was counted by itself; the bureau tells the year's starts with its source, the leader
   * approves, and the number then leads to what she signed.
   */
  private static void theScoreHasMoved(Starts before) throws IOException {
    Starts counted = starts();
    assertThat(counted.value()).isEqualTo(before.value() + 1);
    assertThat(counted.earned()).isGreaterThanOrEqualTo(before.earned());
    assertThat(leader.page.locator("main tbody").last()).containsText("项目室按进入阶段的依据逐个计数");

    projects.go("facts/new?measure=projects-started");
    projects
        .page
        .locator("#period")
        .fill("%d-01..%02d".formatted(TODAY.getYear(), TODAY.getMonthValue()));
    projects.page.locator("#value").fill(Long.toString(counted.value()));
    projects.page.locator("#source").fill("项目台账，年度计划页");
    projects.page.locator("#bureau").selectOption("projects");
    projects.press("存为草稿");
    projects.press("送审");
    leader.go("facts/queue");
    leader.page.locator("main tbody a[href*='/facts/']").getByText("新开工项目数").first().click();
    leader.press("审核通过");

    assertThat(starts()).as("the same number, now signed").isEqualTo(counted);
    Locator source = leader.page.locator("main tbody td.num a[href*='/facts/']");
    leader.page.navigate(program.url(source.first().getAttribute("href")));
    leader.sees("主任 罗");
  }

  /** Made as a job, opened in Word; each number is found again by its reference. */
  private static void theWeeklyReportSaysSo(String enterprise) throws IOException {
    int started = reached("新开工项目");
    String known = goal("已知得分");
    leader.go("reports");
    leader.press("生成周报");
    assertThat(leader.page.locator("main .light.ok").first())
        .containsText("完成", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    leader.page.reload();
    leader.page.locator("main a[href*='/reports/']").first().click();
    assertThat(leader.page.locator("h1")).containsText("周报");
    Story.picture(leader.page, "line-report", "h1");
    Download word = leader.page.waitForDownload(() -> leader.press("Word"));
    assertThat(word.suggestedFilename()).endsWith(".docx");

    WeeklyPaper paper = WeeklyPaper.open(Files.readAllBytes(word.path()));
    assertThat(paper.value(TODAY.getYear() + " 年开工")).isEqualTo(Integer.toString(started));
    assertThat(paper.value("已得分")).isEqualTo(known);
    String project = "「" + GAP.word() + "装置（" + enterprise + "）」" + TODAY;
    assertThat(paper.text()).contains(project + " 进入储备；" + project + " 进入签约");
    assertThat(paper.text()).contains(project + " 进入审批；" + project + " 进入开工");
    List<Answer> cases = Answer.of(program.get("/api/v1/cases?zone=beifang")).list("");
    assertThat(paper.value("在办办件")).isEqualTo(Integer.toString(cases.size()));
    assertThat(cases.stream().map(c -> c.text("file.enterpriseName"))).contains(enterprise);
    assertThat(paper.value("未办结诉求")).isEqualTo(Integer.toString(openRequests()));
    paper.isFoundAgain(path -> leader.page.request().get(program.url(path)).text());
  }

  private static int openRequests() {
    leader.go("services/requests");
    assertThat(leader.page.locator("main tbody")).containsText("装置区外供蒸汽压力不足");
    return leader.page.locator("main tbody tr").count();
  }
}
