package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A plan from its first question to its adoption: what if, watched, pinned, solved again; and
 * refused whole when another has taken a factor meanwhile.
 */
@ExtendWith(House.class)
@Order(8) // it takes parcels and power that others count
class PlanIT {

  private static final String ACCOUNTS = "/api/v1/factors/accounts";

  @Test
  void aPlanIsAdoptedWholeOrRefusedWhole(Program program) throws IOException {
    Answer power = power(program);
    for (Answer balance : power.list("balances")) {
      program
          .send(
              ACCOUNTS + "/" + power.number("account.id") + "/supplies?zone=beifang",
              Map.of("period", balance.text("period"), "amount", 12, "why", "增容批复"),
              null)
          .done();
    }
    try (Browser browser = Browser.open()) {
      Person officer =
          Person.administrator(browser, program).hire(browser, "plan", "项目局 计", "officer:projects");
      officer.go("projects/plans/new");
      officer.page.locator("#name").fill("浏览器方案");
      officer.page.getByText("假设（如果……会怎样）").click();
      officer.page.locator("input[name='more-water']").fill("500");
      officer.press("求解");
      officer.page.waitForURL(url -> url.matches(".*/projects/plans/\\d+"));
      // The page improves by itself until it is done.
      seesInTime(officer, "已证明最优");
      officer.sees("供水能力 自");
      officer.sees("芳烃溶剂油分离");
      officer.sees("化工项目，园区认定未录入或未通过");
      String first = officer.thing();

      Locator hand = officer.page.locator("#chosen select").first();
      String name = hand.locator("xpath=ancestor::tr").locator("th a").innerText();
      hand.selectOption("forbidden");
      officer.press("按指定重新优化");
      seesInTime(officer, "已证明最优");
      officer.sees("浏览器方案（2）");
      assertThat(officer.page.locator("#refused")).containsText(name);
      assertThat(officer.page.locator("#refused")).containsText("人工指定不上");
      officer.page.locator("#b").selectOption(first);
      officer.press("比较");
      officer.sees("方案对照");

      officer.go("projects/plans/" + first);
      take(program, 3);
      officer.press("采纳");
      officer.sees("没有采纳，什么都没有改动");
      officer.sees("「抢先的」占用");
      assertThat(held(program, "抢先的")).isFalse();
      officer.press("按现状重新优化");
      seesInTime(officer, "已证明最优");
      officer.press("采纳");
      officer.sees("已采纳");
      assertThat(browser.complaints().stream().filter(c -> !c.contains("409")).toList()).isEmpty();
    }
    assertThat(held(program, "抢先的")).isTrue();
  }

  private static void seesInTime(Person person, String words) {
    assertThat(person.page.locator("main"))
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
  }

  private static Answer power(Program program) throws IOException {
    return Answer.of(program.get(ACCOUNTS + "?zone=beifang")).list("").stream()
        .filter(account -> account.text("account.code").equals("power"))
        .findFirst()
        .orElseThrow();
  }

  /** Another takes all power but so much of it. */
  private static void take(Program program, int left) throws IOException {
    Answer power = power(program);
    BigDecimal free =
        power.list("balances").stream()
            .map(b -> new BigDecimal(b.text("cap")).subtract(new BigDecimal(b.text("used"))))
            .min(BigDecimal::compareTo)
            .orElseThrow();
    LocalDate today = LocalDate.now(Person.PLACE);
    program
        .send(
            "/api/v1/factors/reservations?zone=beifang",
            Map.of(
                "accountId",
                power.number("account.id"),
                "holder",
                "works:plan-it",
                "holderName",
                "抢先的",
                "amount",
                free.subtract(BigDecimal.valueOf(left)),
                "from",
                today.toString(),
                "until",
                today.plusMonths(20).toString()),
            null)
        .done();
  }

  /** Whether anybody but that one, and those who were there before, holds power. */
  private static boolean held(Program program, String but) throws IOException {
    long account = power(program).number("account.id");
    List<Answer> all =
        Answer.of(program.get("/api/v1/factors/reservations?zone=beifang&account=" + account))
            .list("");
    return all.stream()
        .anyMatch(
            held ->
                !held.text("holderName").equals(but) && held.text("holder").startsWith("project:"));
  }
}
