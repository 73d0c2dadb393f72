package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The first half of the line, walked by two persons on the registry of the zone's city: a chain
 * lacks a link → an enterprise is found → a lead is worked → it becomes a project → a parcel that
 * will be ready is reserved, and its factors with it.
 */
@ExtendWith(House.class)
@Order(2)
class HalfLineIT {

  private static Browser browser;
  private static Person promotion;
  private static Person projects;

  @BeforeAll
  static void hire(Program program) throws IOException {
    browser = Browser.open();
    program.tagTheCity();
    Person administrator = Person.administrator(browser, program);
    promotion = administrator.hire(browser, "lin", "招商局 林", "officer:promotion");
    projects = administrator.hire(browser, "gao", "项目局 高", "officer:projects");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void fromAGapInTheChainToAParcelAndItsFactors() {
    String enterprise = findACandidateForAGap();
    String project = workTheLeadIntoAProject(enterprise);
    Reserved reserved = reserveAParcelThatWillBeReady(project);
    theOtherLearnsWhoHoldsTheParcelUntilWhen(reserved, project);
    theOtherLearnsWhoHoldsTheQuotaUntilWhen(reserved, project);
    assertThat(browser.complaints()).isEmpty();
  }

  /** The link is found among those that the city lacks, the enterprise among its candidates. */
  private static String findACandidateForAGap() {
    promotion.go("promotion");
    promotion.page.locator(".chains a", new Page.LocatorOptions().setHasText("空白")).first().click();
    promotion.page.getByText("催化剂与吸附剂").first().click();
    promotion.sees("空白");
    promotion.sees("本市没有生产企业，全省");

    Locator first = promotion.page.locator("#candidates tbody tr").first();
    String name = first.locator("th a").innerText();
    assertThat(first.locator("mark").first()).containsText("催化剂");
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
    promotion.page.locator("#project").fill("催化剂装置（" + enterprise + "）");
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
    return new Reserved(parcel, number, until);
  }

  private static String date(String line) {
    var found = Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(line);
    return found.find() ? found.group() : "";
  }

  private static void theOtherLearnsWhoHoldsTheParcelUntilWhen(Reserved reserved, String project) {
    promotion.go("land/parcels/" + reserved.parcel() + "/reserve");
    promotion.page.locator("#name").fill("另一家催化剂企业");
    promotion.page.locator("form button.strong").click();
    promotion.page.waitForLoadState();
    promotion.sees("已由「催化剂装置");
    promotion.sees(reserved.until());
    // What was typed is still there, and nothing was reserved.
    assertThat(promotion.page.locator("#name")).hasValue("另一家催化剂企业");
    promotion.go("land/parcels/" + reserved.parcel());
    assertThat(promotion.page.locator(".held")).hasCount(1);
  }

  /** 15 亩 of the year's new quota were left, 10 are taken now. */
  private static void theOtherLearnsWhoHoldsTheQuotaUntilWhen(Reserved reserved, String project) {
    promotion.go("factors");
    promotion.page.getByText("新增建设用地计划").first().click();
    promotion
        .page
        .locator("details", new Page.LocatorOptions().setHas(promotion.page.locator("#wanted")))
        .locator("summary")
        .click();
    promotion.page.locator("#holder").fill("另一家催化剂企业");
    promotion.page.locator("#wanted").fill("10");
    promotion.press("预留");
    promotion.sees("余额 5 亩");
    promotion.sees("「催化剂装置");
    promotion.sees("占用 10 至 " + reserved.until());
    assertThat(promotion.page.locator("#wanted")).hasValue("10");
  }
}
