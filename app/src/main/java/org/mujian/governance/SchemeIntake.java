package org.mujian.governance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Scheme;
import org.mujian.appraisal.SchemeRefused;
import org.mujian.documents.SmallTables;
import org.mujian.documents.TableRefused;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** Looks at a table that shall become a scheme. Nothing is kept here. */
@Component
class SchemeIntake {

  private final SmallTables tables;

  SchemeIntake(SmallTables tables) {
    this.tables = tables;
  }

  /**
   * @param draft null when it cannot be taken in
   */
  record Brought(@Nullable SchemeDraft draft, GovernanceViews.Look look) {}

  /** A file, or pasted cells, or the cells of the look before. */
  Brought look(Page page, Map<String, String> typed, byte @Nullable [] content) {
    List<String> refusals = new ArrayList<>();
    List<List<String>> rows = List.of();
    SchemeSheet.Found found = new SchemeSheet.Found(List.of(), List.of(), List.of(), null);
    try {
      byte[] bytes =
          content != null
              ? content
              : typed.getOrDefault("table", "").getBytes(StandardCharsets.UTF_8);
      if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
        throw new GovernanceRefused("没有表：请选一个文件，或把 Excel 里的单元格粘贴进来");
      }
      rows = tables.read(bytes, SchemeSheet.MOST_ROWS, page.language());
      found = SchemeSheet.read(rows);
    } catch (TableRefused | GovernanceRefused e) {
      refusals.add(String.valueOf(e.getMessage()));
    }
    return look(Words.of(page), typed, rows, found, refusals);
  }

  private static Brought look(
      Words words,
      Map<String, String> typed,
      List<List<String>> rows,
      SchemeSheet.Found found,
      List<String> refusals) {
    BigDecimal declared = declared(typed, found, refusals);
    String name = typed.getOrDefault("name", "").strip();
    String source = typed.getOrDefault("source", "").strip();
    if (name.isEmpty() || source.isEmpty()) {
      refusals.add("请写方案名称和来源（例如文件名、文号）");
    }
    SchemeDraft draft = new SchemeDraft(name, false, declared, source, false, found.classes());
    if (!found.classes().isEmpty()) {
      refusals.addAll(refused(draft));
    }
    boolean fine = refusals.isEmpty() && found.faults().isEmpty();
    var look =
        new GovernanceViews.Look(
            fine,
            draft.weights().classes().stream().map(GovernanceViews.SchemeSum::of).toList(),
            Words.points(draft.weights().sum()),
            Words.points(declared),
            found.faults(),
            found.ignored(),
            refusals,
            rows(words, found),
            text(rows));
    return new Brought(fine ? draft : null, look);
  }

  private static List<String> refused(SchemeDraft draft) {
    try {
      Scheme scheme = draft.scheme();
      return scheme.indicators().isEmpty() ? List.of("没有指标") : List.of();
    } catch (SchemeRefused e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static BigDecimal declared(
      Map<String, String> typed, SchemeSheet.Found found, List<String> refusals) {
    String text = typed.getOrDefault("points", "").strip();
    if (!text.matches("[1-9][0-9]{0,5}(\\.[0-9]{1,2})?")) {
      refusals.add("总分应是大于 0 的数，例如 100 或 1000，不是“" + text + "”");
      return BigDecimal.ZERO;
    }
    BigDecimal declared = new BigDecimal(text);
    BigDecimal total = found.total();
    if (total != null && total.compareTo(declared) != 0) {
      refusals.add(
          "表里的合计是 %s，所填总分是 %s；请改成一致".formatted(Words.points(total), Words.points(declared)));
    }
    return declared;
  }

  private static List<GovernanceViews.SchemeRow> rows(Words words, SchemeSheet.Found found) {
    return found.classes().stream()
        .flatMap(c -> c.indicators().stream().map(line -> row(words, c.name(), line)))
        .toList();
  }

  private static GovernanceViews.SchemeRow row(Words words, String part, IndicatorDraft line) {
    return new GovernanceViews.SchemeRow(
        part,
        line.code(),
        line.name(),
        line.unit(),
        Words.points(line.points()),
        words.rule(line.rule()),
        line.target() == null ? "–" : Words.number(line.target()),
        words.t(line.accrues() ? "governance.accrues" : "governance.level"),
        line.measureName(),
        line.bureau(),
        line.note());
  }

  /** As CSV, which {@link SmallTables} reads back cell by cell. */
  static String text(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(SchemeIntake::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n"));
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** The cells of a scheme in the columns that {@link SchemeSheet} reads. */
  static List<List<@Nullable Object>> cells(StoredScheme scheme) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (StoredScheme.Part part : scheme.parts()) {
      part.lines().forEach(line -> rows.add(cells(part, line)));
      rows.add(Arrays.asList(null, null, "小计", null, part.points()));
    }
    rows.add(Arrays.asList(null, null, "合计", null, scheme.head().points()));
    return rows;
  }

  private static List<@Nullable Object> cells(StoredScheme.Part part, StoredScheme.Line line) {
    return Arrays.asList(
        part.name(),
        line.code(),
        line.name(),
        line.unit(),
        line.points(),
        word(RuleTerms.code(line.rule())),
        RuleTerms.terms(line.rule()),
        line.rule().lowerIsBetter() ? "逆向" : "正向",
        line.accrues() ? "累计" : "时点",
        line.target(),
        line.measure(),
        null,
        line.bureau(),
        line.note());
  }

  private static String word(String code) {
    return switch (code) {
      case "completion" -> "完成率";
      case "reverse" -> "逆向";
      case "base-year" -> "基期";
      case "bands" -> "分段";
      default -> "扣分";
    };
  }
}
