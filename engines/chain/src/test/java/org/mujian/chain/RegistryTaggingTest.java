package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mujian.chain.registry.Stored;

/** The reading of scopes on real ones of a whole province: what must hold of any register. */
class RegistryTaggingTest {

  private static final ScopeTagger TAGGER = ScopeTaggerTest.TAGGER;

  @Test
  void aWholeProvinceIsReadPlausibly() throws IOException {
    int rows = 0;
    int tagged = 0;
    Map<String, Map<Role, Integer>> counts = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(LabelledScopes.testData("registry/liaoning.csv"))) {
      for (NamedCsvRecord row : csv) {
        List<Tag> tags = TAGGER.tag(row.getField("经营范围"), null);
        rows++;
        tagged += tags.isEmpty() ? 0 : 1;
        tags.forEach(
            tag ->
                counts
                    .computeIfAbsent(tag.link(), x -> new EnumMap<>(Role.class))
                    .merge(tag.role(), 1, Integer::sum));
        standInTheirScope(row.getField("经营范围"), tags);
      }
    }
    assertThat(rows).isGreaterThan(50_000);
    assertThat((double) tagged / rows).as("share with a tag").isBetween(0.15, 0.35);
    // A province of oil and chemicals: few refine, many sell fuel; many make plastics, few resins.
    assertThat(of(counts, "refining", Role.TRADES))
        .isGreaterThan(of(counts, "refining", Role.MAKES));
    assertThat(of(counts, "plastic-products", Role.MAKES))
        .isGreaterThan(of(counts, "polyethylene", Role.MAKES));
    assertThat(of(counts, "equipment", Role.MAKES)).isGreaterThan(100);
    assertThat(of(counts, "fertilisers", Role.TRADES))
        .as("shops outnumber works")
        .isGreaterThan(10 * of(counts, "fertilisers", Role.MAKES));
    assertThat(counts.keySet())
        .as("links that nobody in the province stands in")
        .hasSizeGreaterThan(70);
  }

  private static int of(Map<String, Map<Role, Integer>> counts, String link, Role role) {
    return counts.getOrDefault(link, Map.of()).getOrDefault(role, 0);
  }

  /**
   * Words stand where they are said to, in order, without overlap but for whole words that two
   * links share; a link comes once.
   */
  private static void standInTheirScope(String scope, List<Tag> tags) {
    Set<String> links = new HashSet<>();
    Map<Integer, Integer> startOf = new HashMap<>();
    for (Tag tag : tags) {
      assertThat(links.add(tag.link())).isTrue();
      int last = -1;
      for (Tag.Word word : tag.words()) {
        assertThat(scope.startsWith(word.text(), word.start())).isTrue();
        assertThat(word.start()).isGreaterThan(last);
        last = word.start();
        for (int i = word.start(); i < word.end(); i++) {
          Integer other = startOf.put(i, word.start());
          assertThat(other == null || other == word.start()).as("words overlap").isTrue();
        }
      }
    }
  }

  @Test
  void whatAScopeExcludesGivesNoTagWhateverTheScope() throws IOException {
    int seen = 0;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(LabelledScopes.testData("registry/panjin.csv"))) {
      for (NamedCsvRecord row : csv) {
        String scope = row.getField("经营范围").replaceAll("[（）()\\[\\]【】{}［］｛｝〔〕「」『』]", "");
        assertThat(TAGGER.tag("（不含" + scope + "）", null)).isEmpty();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(1_000);
  }

  @Test
  void everyIndustryCodeOfTheAtlasIsInTheStandard() throws IOException {
    Set<String> known = new HashSet<>();
    for (String line :
        Files.readAllLines(LabelledScopes.testData("classification/gbt4754-2017.tsv"))) {
      known.add(line.substring(0, Math.max(0, line.indexOf('\t'))));
    }
    for (Atlas atlas : ShippedAtlases.list()) {
      for (Link link : atlas.links()) {
        assertThat(known).as(link.code()).containsAll(link.industries());
      }
    }
  }

  @Test
  void aLongSilencedNoteReadsAlikeStraightAndEncoded() {
    ScopeTagger tagger = new ScopeTagger(ShippedAtlases.list().getFirst());
    String scope = "农药（不含甲乙丙丁戊己庚辛壬癸子丑寅卯）无";
    List<ScopeTagger.Place> encoded = new ArrayList<>();
    for (Stored.Item item : Stored.items(scope)) {
      char[] text = item.text().toCharArray();
      encoded.addAll(tagger.places(text, Stored.reading(text.length, item.kind())));
    }
    assertThat(encoded).isEmpty();
    assertThat(tagger.tag(scope, null)).isEmpty();
    assertThat(tagger.tag("农药（不含甲乙丙丁戊己庚辛壬癸子丑寅卯）", null)).hasSize(1);
  }
}
