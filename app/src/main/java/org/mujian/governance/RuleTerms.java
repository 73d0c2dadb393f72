package org.mujian.governance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mujian.appraisal.Rule;

/**
 * Rules as sheets and the database write them: a word, and terms such as {@code 90:100%;80:80%}.
 */
final class RuleTerms {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("完成率", "completion"),
          Map.entry("目标完成", "completion"),
          Map.entry("目标完成率", "completion"),
          Map.entry("逆向", "reverse"),
          Map.entry("逆向指标", "reverse"),
          Map.entry("基期", "base-year"),
          Map.entry("基期法", "base-year"),
          Map.entry("分段", "bands"),
          Map.entry("分档", "bands"),
          Map.entry("扣分", "deduction"));

  private static final String NUMBER = "-?[0-9]{1,12}(\\.[0-9]{1,8})?";

  private RuleTerms() {}

  /**
   * @param word as a sheet writes it, or the code
   * @throws IllegalArgumentException for people, naming what is wrong
   */
  static Rule read(String word, String terms, boolean lower) {
    String plain =
        terms.replaceAll("\\s", "").replace('；', ';').replace('：', ':').replace('，', ',');
    try {
      return switch (WORDS.getOrDefault(word.strip(), word.strip())) {
        case "completion" -> completion(plain, lower);
        case "reverse" -> new Rule.Reverse();
        case "base-year" -> baseYear(plain, lower);
        case "bands" -> new Rule.Bands(bands(plain), lower);
        case "deduction" -> new Rule.Deduction(number(plain, "每次扣几分"));
        default -> throw new Unreadable("计分规则“" + word + "”不认识；可写 完成率、逆向、基期、分段、扣分");
      };
    } catch (Unreadable e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("规则参数“" + terms + "”不成立（" + e.getMessage() + "）", e);
    }
  }

  /** The database's word for the rule. */
  static String code(Rule rule) {
    return switch (rule) {
      case Rule.Completion r -> "completion";
      case Rule.Reverse r -> "reverse";
      case Rule.BaseYear r -> "base-year";
      case Rule.Bands r -> "bands";
      case Rule.Deduction r -> "deduction";
    };
  }

  /** Terms that {@link #read} reads as the same rule. */
  static String terms(Rule rule) {
    return switch (rule) {
      case Rule.Completion r -> r.cap().toPlainString();
      case Rule.Reverse r -> "";
      case Rule.BaseYear r ->
          String.join(
              ",", r.reached().toPlainString(), r.step().toPlainString(), r.more().toPlainString());
      case Rule.Bands r ->
          String.join(
              ";",
              r.bands().stream()
                  .map(b -> b.limit().toPlainString() + ":" + b.share().toPlainString())
                  .toList());
      case Rule.Deduction r -> r.each().toPlainString();
    };
  }

  private static Rule completion(String terms, boolean lower) {
    if (lower) {
      throw new Unreadable("“完成率”是正向规则；越低越好的指标请写“逆向”");
    }
    String cap = terms.replace("封顶", "");
    return new Rule.Completion(cap.isEmpty() ? BigDecimal.ONE : share(cap));
  }

  private static Rule baseYear(String terms, boolean lower) {
    if (terms.isEmpty()) {
      return new Rule.BaseYear(share("80%"), share("5%"), BigDecimal.ONE, lower);
    }
    String[] parts = terms.split(",", -1);
    if (parts.length != 3) {
      throw new Unreadable("“基期”的参数写三项：达到基期得几成、每增长多少、加几分，如 80%,5%,1");
    }
    return new Rule.BaseYear(share(parts[0]), share(parts[1]), number(parts[2], "加几分"), lower);
  }

  private static List<Rule.Band> bands(String terms) {
    List<Rule.Band> bands = new ArrayList<>();
    for (String part : Arrays.asList(terms.split(";"))) {
      String[] both = part.split(":", -1);
      if (both.length != 2) {
        throw new Unreadable("“分段”的参数写作 界限:得分比例，从好到差，如 90:100%;80:80%，不是“" + terms + "”");
      }
      bands.add(new Rule.Band(number(both[0], "界限"), share(both[1])));
    }
    return bands;
  }

  private static BigDecimal share(String text) {
    return text.endsWith("%")
        ? number(text.substring(0, text.length() - 1), "百分数").movePointLeft(2)
        : number(text, "比例");
  }

  private static BigDecimal number(String text, String what) {
    if (!text.matches(NUMBER)) {
      throw new Unreadable("规则参数里的" + what + "应是数字，不是“" + text + "”");
    }
    return new BigDecimal(text);
  }

  /** Its message needs nothing added. */
  private static final class Unreadable extends IllegalArgumentException {
    Unreadable(String message) {
      super(message);
    }
  }
}
