package org.mujian.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mujian.zone.Division;
import org.mujian.zone.Divisions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Makes an {@link EnterpriseQuery} of what an address says, and refuses what makes no sense. */
@Component
class QueryReader {

  private static final int LONGEST = 100;

  private final Divisions divisions;
  private final Industries industries;

  QueryReader(Divisions divisions, Industries industries) {
    this.divisions = divisions;
    this.industries = industries;
  }

  /** As it stands in the address; "" for what is not asked. */
  record Asked(
      String q,
      String division,
      String industry,
      String status,
      String registeredFrom,
      String registeredTo,
      String capitalFrom,
      String capitalTo,
      String sort,
      int page,
      int size) {}

  /**
   * @param in only those that this zone counts as its own
   * @throws ResponseStatusException 400, naming the value and what is allowed
   */
  EnterpriseQuery read(Asked asked, List<Long> zones, @Nullable Long in) {
    if (asked.q().length() > LONGEST) {
      throw refused("查询词最长 " + LONGEST + " 个字符，收到 " + asked.q().length() + " 个");
    }
    if (asked.size() < 1 || asked.size() > EnterpriseQuery.LARGEST_PAGE) {
      throw refused("size 应为 1 至 " + EnterpriseQuery.LARGEST_PAGE + "，收到 " + asked.size());
    }
    if (asked.page() < 1) {
      throw refused("page 从 1 起，收到 " + asked.page());
    }
    return new EnterpriseQuery(
        zones,
        SearchTerms.termsOf(asked.q()),
        division(asked.division()),
        industry(asked.industry()),
        asked.status().isBlank() ? null : asked.status().strip(),
        date("registeredFrom", asked.registeredFrom()),
        date("registeredTo", asked.registeredTo()),
        yuan("capitalFrom", asked.capitalFrom()),
        yuan("capitalTo", asked.capitalTo()),
        in,
        sort(asked.sort()),
        asked.page(),
        asked.size());
  }

  /** Six digits, or fewer that six would begin with: 21, 2111. */
  private @Nullable String division(String text) {
    if (text.isBlank()) {
      return null;
    }
    String code = text.strip();
    if (!code.matches("\\d{2}|\\d{4}|\\d{6}")) {
      throw refused("division 应为 GB/T 2260 的 2、4 或 6 位代码（如 211100），收到 " + code);
    }
    return divisions.find(code).map(Division::prefix).orElse(code);
  }

  private @Nullable String industry(String text) {
    if (text.isBlank()) {
      return null;
    }
    return industries
        .findCode(text)
        .orElseThrow(
            () -> refused("industry 应为 GB/T 4754-2017 的门类、大类、中类或小类（如 C26），收到 " + text.strip()));
  }

  private static @Nullable LocalDate date(String what, String text) {
    if (text.isBlank()) {
      return null;
    }
    return Dates.read(text)
        .orElseThrow(() -> refused(what + " 应为日期（如 2004-01-05），收到 " + text.strip()));
  }

  private static @Nullable BigDecimal yuan(String what, String wan) {
    if (wan.isBlank()) {
      return null;
    }
    String number = Folding.fold(wan).replace(",", "");
    if (!number.matches("\\d{1,15}(\\.\\d{1,4})?")) {
      throw refused(what + " 应为万元数（如 500），收到 " + wan.strip());
    }
    return new BigDecimal(number).movePointRight(4);
  }

  private static EnterpriseQuery.Sort sort(String text) {
    return Arrays.stream(EnterpriseQuery.Sort.values())
        .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(text.isBlank() ? "best" : text))
        .findFirst()
        .orElseThrow(() -> refused("sort 应为 best、newest、oldest、capital 或 name，收到 " + text));
  }

  private static ResponseStatusException refused(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
