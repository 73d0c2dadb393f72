package org.mujian.chain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.Role;

/** After an edit of words the answer is that of a fresh start. */
class EditTest {

  /** Two characters of eight: words overlap, contain each other, and stand in many scopes. */
  private static final List<String> SIGNS = List.of("甲", "乙", "丙", "设", "备", "a", "生产", "、");

  private static Link link(
      String code,
      List<String> words,
      List<String> exclusions,
      Role counts,
      List<String> also,
      boolean whole) {
    return new Link(
        code,
        code,
        code,
        Link.Group.MIDSTREAM,
        List.of(),
        words,
        exclusions,
        List.of(),
        List.of(),
        counts,
        also,
        whole,
        List.of(),
        List.of());
  }

  private static Atlas atlas(List<Link> links) {
    return new Atlas("a", "a", "a", "1", LocalDate.EPOCH, "", List.of("设备", "丙"), links);
  }

  @Provide
  static Arbitrary<Atlas> atlases() {
    Arbitrary<String> word =
        Arbitraries.of("甲乙", "乙丙", "甲乙丙", "丙设备", "乙甲", "A甲", "甲a乙", "设备", "丙丙丙");
    Arbitrary<List<String>> words = word.list().uniqueElements().ofMaxSize(3);
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(words, words, words, either, either)
        .as(
            (one, two, none, whole, also) -> {
              List<String> rest = new ArrayList<>(two);
              rest.removeAll(one);
              return atlas(
                  List.of(
                      link("one", one, none, Role.MAKES, List.of(), whole),
                      link(
                          "two",
                          rest,
                          List.of(),
                          Role.TRADES,
                          also ? one.stream().limit(1).toList() : List.of(),
                          false)));
            })
        .filter(it -> !WordChanges.keywords(it).isEmpty());
  }

  @Provide
  static Arbitrary<List<String>> scopes() {
    return Arbitraries.of(SIGNS)
        .list()
        .ofMaxSize(14)
        .map(signs -> String.join("", signs))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private record Told(int row, int link, Role role, int words, boolean leading) {}

  private static List<Told> told(RegistryTagging tagging) {
    List<Told> told = new ArrayList<>();
    tagging.sweep(
        (row, link, role, words, leading, same) ->
            told.add(new Told(row.number(), link, role, words, leading)));
    return told;
  }

  private static Path written(List<String> scopes) throws IOException {
    Path file = Files.createTempFile("edit", ".mjr");
    try (RegistryWriter writer = RegistryWriter.create(file, 7)) {
      for (String scope : scopes) {
        writer.add(new Enterprise("", null, scope, 0, 0, 0));
      }
    }
    return file;
  }

  @Property(tries = 400)
  void editedIsTaggedAfresh(
      @ForAll("scopes") List<String> scopes,
      @ForAll("atlases") Atlas before,
      @ForAll @Size(min = 1, max = 3) List<@net.jqwik.api.From("atlases") Atlas> edits)
      throws IOException {
    Path file = written(scopes);
    try {
      EncodedRegistry registry = EncodedRegistry.open(file);
      RegistryTagging edited = RegistryTagging.of(registry, before, 1);
      for (Atlas atlas : edits) {
        edited = edited.edited(atlas, 2);
        assertThat(told(edited)).isEqualTo(told(RegistryTagging.of(registry, atlas, 1)));
      }
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 200)
  void whatTheIndexLeavesOutHoldsNoWord(
      @ForAll("scopes") List<String> scopes, @ForAll("atlases") Atlas atlas) throws IOException {
    Path file = written(scopes);
    try {
      EncodedRegistry registry = EncodedRegistry.open(file);
      for (String word : WordChanges.keywords(atlas)) {
        long[] marked = registry.mayHold(Set.of(word));
        for (int item = 0; marked != null && item < registry.items(); item++) {
          if ((marked[item >> 6] & 1L << item) == 0) {
            assertThat(new String(registry.text(item))).doesNotContain(word);
          }
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void onlyItemsWithAChangedWordAreLookedAt() throws IOException {
    List<String> scopes = new ArrayList<>(List.of("甲乙、丙丁"));
    for (int i = 0; i < 40; i++) {
      scopes.add("戊" + (char) ('一' + i));
    }
    Path file = written(scopes);
    long[] marked = EncodedRegistry.open(file).mayHold(Set.of("丙丁", "庚辛"));
    assertThat(marked).containsExactly(2L);
    assertThat(EncodedRegistry.open(file).mayHold(Set.of("丙"))).as("one character").isNull();
    Files.delete(file);
  }
}
