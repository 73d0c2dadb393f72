package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well the reading of scopes does on the labelled samples, printed and held to the aim. */
class QualityTest {

  private static final String ROLES = "MTS";

  private static final ScopeTagger TAGGER = new ScopeTagger(ShippedAtlases.list().getFirst());

  /** Of one role: found rightly, found wrongly, missed. */
  private static final class Count {
    int right;
    int wrong;
    int missed;

    double precision() {
      return right / (double) (right + wrong);
    }

    double recall() {
      return right / (double) (right + missed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "second/"})
  void theLabellersAgree(String sample) throws IOException {
    Map<String, Map<String, String>> a = LabelledScopes.labels(sample + "a.csv");
    Map<String, Map<String, String>> b = LabelledScopes.labels(sample + "b.csv");
    for (char role : ROLES.toCharArray()) {
      Set<String> one = pairs(a, role);
      Set<String> other = pairs(b, role);
      Set<String> both = new HashSet<>(one);
      both.retainAll(other);
      System.out.printf(
          "labellers %s, %c: %d of %d and %d alike%n",
          sample, role, both.size(), one.size(), other.size());
      if (role != 'S') { // too few to say more of than the count
        assertThat(both.size() * 1.0).isGreaterThan(0.9 * Math.max(one.size(), other.size()));
      }
    }
  }

  private static Set<String> pairs(Map<String, Map<String, String>> labels, char role) {
    Set<String> pairs = new HashSet<>();
    labels.forEach(
        (code, links) ->
            links.forEach(
                (link, given) -> {
                  if (given.equals(String.valueOf(role))) {
                    pairs.add(code + " " + link);
                  }
                }));
    return pairs;
  }

  /**
   * Both halves of the first sample have been read while the rules were mended: none tests them.
   */
  @Test
  void onTheRowsForTuningMakersAreFoundRightly() throws IOException {
    for (String half : new String[] {"tune", "test"}) {
      Count makers = measure("", half).get("M");
      assertThat(makers.precision()).isGreaterThanOrEqualTo(0.90);
      assertThat(makers.recall()).isGreaterThanOrEqualTo(0.80);
    }
  }

  @Test
  void onRowsThatNobodyTunedMakersAreFoundRightly() throws IOException {
    Count makers = measure("second/", "test").get("M");
    assertThat(makers.precision()).isGreaterThanOrEqualTo(0.90);
    assertThat(makers.recall()).isGreaterThanOrEqualTo(0.80);
  }

  private static Map<String, Count> measure(String sample, String half) throws IOException {
    Map<String, Count> counts = new TreeMap<>();
    Map<String, LabelledScopes.Row> rows = LabelledScopes.read(sample, half);
    assertThat(rows).hasSize(300);
    rows.values().forEach(row -> compare(row, counts));
    counts.forEach(
        (role, n) ->
            System.out.printf(
                "sample %s, half %s, %s: %d right, %d wrong, %d missed: precision %.3f, recall"
                    + " %.3f%n",
                sample, half, role, n.right, n.wrong, n.missed, n.precision(), n.recall()));
    return counts;
  }

  private static void compare(LabelledScopes.Row row, Map<String, Count> counts) {
    Map<String, String> found = new TreeMap<>();
    for (Tag tag : TAGGER.tag(row.scope(), null, NameSays.of(row.name()))) {
      found.put(tag.link(), letter(tag));
    }
    for (char c : ROLES.toCharArray()) {
      String role = String.valueOf(c);
      Count count = counts.computeIfAbsent(role, x -> new Count());
      found.forEach(
          (link, given) -> {
            if (given.equals(role)) {
              boolean right = role.equals(row.labels().get(link));
              count.right += right ? 1 : 0;
              count.wrong += right ? 0 : 1;
            }
          });
      row.labels()
          .forEach(
              (link, given) ->
                  count.missed += given.equals(role) && !role.equals(found.get(link)) ? 1 : 0);
    }
  }

  /** The guide's letters: who does a link's own work, making or serving, is its M. */
  private static String letter(Tag tag) {
    boolean serviceLink = TAGGER.atlas().find(tag.link()).orElseThrow().counts() == Role.SERVES;
    return switch (tag.role()) {
      case MAKES -> "M";
      case TRADES -> "T";
      case SERVES -> serviceLink ? "M" : "S";
      case UNSTATED -> "-";
    };
  }
}
