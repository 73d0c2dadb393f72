package org.mujian.services.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.mujian.services.cases.ServiceRefused;

class NoticeTextTest {

  @Test
  void aRunOfDaysAndAWorkedWeekendAreReadLineByLine() {
    List<Calendars.Named> days =
        NoticeText.read("2051", "\n2051-02-10 至 2051-02-12 休 春节\n 2051-02-18 班 春节 \n");
    assertThat(days)
        .extracting(d -> d.day() + (d.working() ? "班" : "休") + d.name())
        .containsExactly("2051-02-10休春节", "2051-02-11休春节", "2051-02-12休春节", "2051-02-18班春节");
  }

  /** The notice of 2019 made a Saturday of December 2018 a working day. */
  @Test
  void aNoticeMayNameDaysOfTheDecemberBefore() {
    assertThat(NoticeText.read("2051", "2050-12-31 班 元旦")).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsNamed() {
    refused("51", "2051-01-01 休 元旦", "应如 2027");
    refused("2051", "", "请按通知逐行填写");
    refused("2051", "元旦 休", "“元旦 休”看不懂");
    refused("2051", "2051-02-30 休 春节", "没有 2051-02-30 这一天");
    refused("2051", "2050-11-30 休 元旦", "不在 2051 年");
    refused("2051", "2052-01-01 休 元旦", "不在 2051 年");
    refused("2051", "2051-01-01 休 元旦\n2051-01-01 班 元旦", "写了两次");
    refused("2051", "2051-05-05 至 2051-05-01 休 劳动节", "止日应在起日之后");
    refused("2051", "2051-01-01 至 2051-12-31 休 整年", "最多 31 天");
  }

  private static void refused(String year, String text, String why) {
    assertThatThrownBy(() -> NoticeText.read(year, text))
        .isInstanceOf(ServiceRefused.class)
        .hasMessageContaining(why);
  }

  /** Whatever is typed, it is read or refused in words. */
  @Property
  void nothingTypedBreaksIt(
      @ForAll
          @StringLength(max = 60)
          @Chars({'2', '0', '5', '1', '-', '3', ' ', '至', '休', '班', '春', '\n', '～'})
          String text) {
    try {
      assertThat(NoticeText.read("2051", text)).allMatch(d -> d.day().getYear() <= 2051);
    } catch (ServiceRefused refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
