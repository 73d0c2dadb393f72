package org.mujian.chain;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labelled samples: credit codes and labels of the project, joined with names and scopes of the
 * register that {@code MUJIAN_TEST_DATA} holds.
 */
final class LabelledScopes {

  /**
   * @param labels link → {@code M}, {@code T} or {@code S}, as settled
   */
  record Row(String code, String name, String scope, Map<String, String> labels) {}

  /**
   * By credit code, of one half.
   *
   * @param sample its folder, ending in a slash; "" for the first
   */
  static Map<String, Row> read(String sample, String half) throws IOException {
    Map<String, Map<String, String>> a = labels(sample + "a.csv");
    Map<String, Map<String, String>> b = labels(sample + "b.csv");
    Map<String, Map<String, String>> settled = settled(sample + "settled.csv");
    Map<String, Row> rows = new LinkedHashMap<>();
    Map<String, NamedCsvRecord> register = register();
    for (NamedCsvRecord drawn : csv(sample + "drawn.csv")) {
      String code = drawn.getField("credit_code");
      NamedCsvRecord registered = register.get(code);
      if (drawn.getField("half").equals(half) && registered != null) {
        rows.put(
            code,
            new Row(
                code,
                registered.getField("企业名称"),
                registered.getField("经营范围"),
                settle(
                    a.getOrDefault(code, Map.of()),
                    b.getOrDefault(code, Map.of()),
                    settled.getOrDefault(code, Map.of()))));
      }
    }
    return rows;
  }

  /** What both gave; where they disagree and there is a third reading, that one. */
  private static Map<String, String> settle(
      Map<String, String> a, Map<String, String> b, Map<String, String> third) {
    Map<String, String> labels = new TreeMap<>();
    a.forEach(
        (link, role) -> {
          if (role.equals(b.get(link))) {
            labels.put(link, role);
          }
        });
    third.forEach(
        (link, role) -> {
          if (!role.isEmpty()) {
            labels.putIfAbsent(link, role);
          }
        });
    return labels;
  }

  static Map<String, Map<String, String>> labels(String file) throws IOException {
    Map<String, Map<String, String>> labels = new HashMap<>();
    for (NamedCsvRecord row : csv(file)) {
      for (String label : row.getField("labels").strip().split("\\s+")) {
        String[] parts = label.split(":");
        labels
            .computeIfAbsent(row.getField("credit_code"), x -> new TreeMap<>())
            .put(parts[0], parts[1]);
      }
    }
    return labels;
  }

  private static Map<String, Map<String, String>> settled(String file) throws IOException {
    Map<String, Map<String, String>> settled = new HashMap<>();
    for (NamedCsvRecord row : csv(file)) {
      settled
          .computeIfAbsent(row.getField("credit_code"), x -> new TreeMap<>())
          .put(row.getField("link"), row.getField("role").strip());
    }
    return settled;
  }

  private static Iterable<NamedCsvRecord> csv(String file) throws IOException {
    return CsvReader.builder()
        .ofNamedCsvRecord(
            new InputStreamReader(
                java.util.Objects.requireNonNull(
                    LabelledScopes.class.getResourceAsStream("/labels/" + file)),
                StandardCharsets.UTF_8));
  }

  private static Map<String, NamedCsvRecord> register() throws IOException {
    Map<String, NamedCsvRecord> register = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(testData("registry/liaoning.csv"))) {
      rows.forEach(row -> register.put(row.getField("统一社会信用代码"), row));
    }
    return register;
  }

  /** The file, or a word why the test is skipped; in strict runs a missing file is a failure. */
  static Path testData(String file) {
    String folder = System.getenv("MUJIAN_TEST_DATA");
    Path path = folder == null ? null : Path.of(folder, file);
    if (path != null && Files.exists(path)) {
      return path;
    }
    String why = "no " + file + " in the folder that MUJIAN_TEST_DATA names";
    if ("true".equals(System.getenv("MUJIAN_STRICT"))) {
      return fail(why);
    }
    return abort(why);
  }

  private LabelledScopes() {}
}
