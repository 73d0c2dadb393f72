package org.mujian.projects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.mujian.allocation.Planned;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.Question;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of a plan as text. Its own mapper: what the program's other JSON needs moves no byte.
 */
final class PlanJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PlanJson() {}

  /**
   * A moment of the search.
   *
   * @param value of the best so far; null while there is none
   */
  record Point(long millis, @org.jspecify.annotations.Nullable Long value, long bound, long work) {}

  static String write(Object record) {
    return MAPPER.writeValueAsString(record);
  }

  static PlanAsk ask(String text) {
    return MAPPER.readValue(text, PlanAsk.class);
  }

  static Question question(String text) {
    return MAPPER.readValue(text, Question.class);
  }

  static Planned planned(String text) {
    return MAPPER.readValue(text, Planned.class);
  }

  static List<Point> course(String text) {
    return MAPPER.readValue(text, new TypeReference<List<Point>>() {});
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
