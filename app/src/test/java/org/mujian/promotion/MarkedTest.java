package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A scope with its words marked, shortened between them. */
class MarkedTest {

  private static String shown(String scope, List<String> words, List<Integer> starts) {
    return Marked.of(scope, words, starts).stream()
        .map(piece -> piece.mark() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void wordsAreMarkedWhereTheyStand() {
    assertThat(shown("生产染料、油墨。", List.of("染料", "油墨"), List.of(2, 5))).isEqualTo("生产[染料]、[油墨]。");
  }

  @Test
  void farTextIsShortenedOnBothSides() {
    String far = "百".repeat(100);
    assertThat(shown(far + "染料" + far + "油墨" + far, List.of("染料", "油墨"), List.of(100, 202)))
        .isEqualTo(
            "…"
                + "百".repeat(24)
                + "[染料]"
                + "百".repeat(24)
                + "…"
                + "百".repeat(24)
                + "[油墨]"
                + "百".repeat(24)
                + "…");
  }

  @Test
  void aScopeThatChangedSinceIsShownUnmarked() {
    assertThat(shown("生产纸张", List.of("染料"), List.of(2))).isEqualTo("生产纸张");
    assertThat(shown("短", List.of("染料"), List.of(200))).isEqualTo("短");
    assertThat(Marked.of(null, List.of("染料"), List.of(2))).isEmpty();
  }

  @Property(tries = 200)
  void anyScopeIsShownWithoutFailing(@ForAll String scope, @ForAll String word, @ForAll int start) {
    List<Marked> pieces = Marked.of(scope, List.of(word), List.of(start));
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.text()).isNotNull());
  }
}
