package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small chain whose shape can be seen: oil and gas → a, b → c → d; e hangs on b alone. */
class AtlasGraphTest {

  private static final String LINK =
      "  - {code: %s, name: %s, nameEn: X, group: %s, products: [%s], keywords: [%s], industries:"
          + " [C2614], feeds: [%s]}%n";

  private static final Atlas ATLAS =
      AtlasReader.read(
          "shape.yaml",
          "code: shape\n"
              + "name: 形状\n"
              + "nameEn: Shape\n"
              + "version: '1'\n"
              + "validFrom: '2026-01-01'\n"
              + "source: 虚构\n"
              + "links:\n"
              + link("oil", "upstream", "a")
              + link("gas", "upstream", "a, b")
              + link("a", "midstream", "c")
              + link("b", "midstream", "c, e")
              + link("c", "downstream", "d")
              + link("d", "downstream", "")
              + link("e", "downstream", ""));

  private static final AtlasGraph GRAPH = new AtlasGraph(ATLAS);

  private static String link(String code, String group, String feeds) {
    return LINK.formatted(code, code + "环", group, code + "品", code + "产品", feeds);
  }

  private static Link get(String code) {
    return ATLAS.find(code).orElseThrow();
  }

  @Test
  void whatBreaksWithoutALinkIsWhatNothingElseReaches() {
    assertThat(GRAPH.brokenWithout(get("b"))).containsExactly(get("e"));
    assertThat(GRAPH.brokenWithout(get("c"))).containsExactly(get("d"));
    assertThat(GRAPH.brokenWithout(get("gas"))).containsExactly(get("b"), get("e"));
    assertThat(GRAPH.brokenWithout(get("a"))).isEmpty();
  }

  @Test
  void missingLinksWithMostNeighboursComeFirst() {
    assertThat(GRAPH.missing(Set.of("a", "b", "d", "gas")))
        .extracting(m -> m.link().code() + m.neighbours())
        .containsExactly("c3", "oil1", "e1");
  }

  @Test
  void theShortestWayLeadsThroughTheFewestLinks() {
    assertThat(GRAPH.shortestPath(get("gas"), get("d")))
        .extracting(Link::code)
        .containsExactly("gas", "a", "c", "d");
    assertThat(GRAPH.shortestPath(get("e"), get("d"))).isEmpty();
    assertThat(GRAPH.shortestPath(get("e"), get("e"))).containsExactly(get("e"));
  }

  @Test
  void substitutesFeedTheSameLinks() {
    assertThat(GRAPH.substitutes(get("a")))
        .isEqualTo(List.of(new AtlasGraph.Substitute(get("b"), 0.5)));
    assertThat(GRAPH.substitutes(get("d"))).isEmpty();
  }
}
