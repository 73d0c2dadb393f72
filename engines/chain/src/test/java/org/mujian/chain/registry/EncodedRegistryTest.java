package org.mujian.chain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.chain.Folding;
import org.mujian.chain.NameSays;
import org.mujian.chain.RegistryRefused;
import org.mujian.chain.Role;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.Tag;

/** Encoded tells what the scopes tell; a damaged file is refused and never misread. */
class EncodedRegistryTest {

  private static final ScopeTagger TAGGER = new ScopeTagger(ShippedAtlases.list().getFirst());

  private static final String[] INDUSTRY = {"", "C2645", "C26", "T"};

  private static Enterprise enterprise(int n, String scope) {
    return new Enterprise(
        "K" + n, n % 3 == 0 ? "某染料厂" : "某公司", scope, 211100, 2000, n, INDUSTRY[n % 4]);
  }

  private static Path written(Path folder, List<String> scopes, int rowsASegment)
      throws IOException {
    Path file = Files.createTempFile(folder, "registry", ".mjr");
    try (RegistryWriter writer = RegistryWriter.create(file, rowsASegment)) {
      for (int i = 0; i < scopes.size(); i++) {
        writer.add(enterprise(i, scopes.get(i)));
      }
    }
    return file;
  }

  /** A tag without where its words stand, and these folded: what an encoded registry can tell. */
  private record Told(String link, Role role, List<String> words, boolean leading, int score) {
    static List<Told> of(List<Tag> tags) {
      return tags.stream()
          .map(
              tag ->
                  new Told(
                      tag.link(),
                      tag.role(),
                      tag.words().stream().map(w -> Folding.fold(w.text())).toList(),
                      tag.leading(),
                      tag.score()))
          .toList();
    }
  }

  private record Swept(int row, String link, Role role, int score) {}

  private static void equalsDirect(Path file, List<String> scopes) throws IOException {
    RegistryTagging tagging = RegistryTagging.of(EncodedRegistry.open(file), TAGGER.atlas(), 2);
    List<Swept> swept = new ArrayList<>();
    tagging.sweep(
        (row, link, role, words, leading, same) ->
            swept.add(
                new Swept(
                    row.number(),
                    TAGGER.atlas().links().get(link).code(),
                    role,
                    Tag.score(role, words, leading, same))));
    List<List<Tag>> withWords = new ArrayList<>();
    for (int segment = 0; segment < tagging.segments(); segment++) {
      tagging.tags(segment, (row, tags) -> withWords.add(tags));
    }
    List<Swept> direct = new ArrayList<>();
    for (int i = 0; i < scopes.size(); i++) {
      List<Tag> tags =
          TAGGER.tag(
              scopes.get(i),
              INDUSTRY[i % 4].isEmpty() ? null : INDUSTRY[i % 4],
              NameSays.of(enterprise(i, "").name()));
      assertThat(Told.of(withWords.get(i))).isEqualTo(Told.of(tags));
      for (Tag tag : tags) {
        direct.add(new Swept(i, tag.link(), tag.role(), tag.score()));
      }
    }
    assertThat(swept).isEqualTo(direct);
  }

  @Property(tries = 150)
  void encodedEqualsDirect(
      @ForAll("scopes") @Size(max = 12) List<String> scopes,
      @ForAll @IntRange(min = 1, max = 5) int rowsASegment)
      throws IOException {
    Path file = written(Path.of(System.getProperty("java.io.tmpdir")), scopes, rowsASegment);
    try {
      equalsDirect(file, scopes);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void whatIsAppendedIsReadLikeTheRestAndItemsStandOnce(@TempDir Path folder) throws IOException {
    List<String> scopes = List.of("染料、油墨生产；涂料销售", "染料、油墨生产", "涂料销售；冶金、石油设备制造");
    Path file = written(folder, scopes.subList(0, 2), 10);
    int before = EncodedRegistry.open(file).items();
    try (RegistryWriter writer = RegistryWriter.append(file)) {
      writer.add(enterprise(2, scopes.get(2)));
    }
    equalsDirect(file, scopes);
    assertThat(before).as("染料, 油墨生产, 涂料销售").isEqualTo(3);
    assertThat(EncodedRegistry.open(file).items()).as("and 冶金, 石油设备制造").isEqualTo(5);
  }

  @Test
  void aLaterRowWithTheSameKeyReplacesTheEarlier(@TempDir Path folder) throws IOException {
    Path file = written(folder, List.of("染料生产", "油墨生产"), 10);
    try (RegistryWriter writer = RegistryWriter.append(file)) {
      writer.add(enterprise(0, "涂料生产"));
      writer.add(new Enterprise("", null, "染料生产", 0, 0, -1));
      writer.add(new Enterprise("", null, "染料生产", 0, 0, -1));
    }
    EncodedRegistry registry = EncodedRegistry.open(file);
    List<Integer> rows = new ArrayList<>();
    RegistryTagging.of(registry, TAGGER.atlas(), 1)
        .sweep((row, link, role, words, leading, same) -> rows.add(row.number()));
    assertThat(rows).as("rows without a key are never replaced").containsExactly(1, 2, 3, 4);
    assertThat(registry.isReplaced(0)).isTrue();
    assertThat(registry.key(2)).isEqualTo("K0");
  }

  @Test
  void scopesOfNothingAndOfAHundredThousandCharactersAreKept(@TempDir Path folder)
      throws IOException {
    List<String> scopes =
        List.of("", "染料、".repeat(33_333) + "生产", "\uD842染料\uDFB7生产", "（".repeat(2000) + "染料生产");
    equalsDirect(written(folder, scopes, 10), scopes);
  }

  @Test
  void aFileCutAnywhereIsRefused(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(written(folder, List.of("染料生产", "油墨、涂料销售"), 1));
    Path cut = folder.resolve("cut");
    List<Integer> sound = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      try {
        sound.add(EncodedRegistry.open(cut).rows());
      } catch (RegistryRefused refused) {
        assertThat(refused).hasMessageContaining("登记库");
      }
    }
    assertThat(sound).as("cut between two segments it is the older file").containsExactly(1);
  }

  @Test
  void aFileWithAnyBitTurnedIsRefused(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(written(folder, List.of("染料生产", "油墨、涂料销售"), 5));
    Path damaged = folder.resolve("damaged");
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] bytes = whole.clone();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(damaged, bytes);
      assertThatThrownBy(() -> EncodedRegistry.open(damaged)).isInstanceOf(RegistryRefused.class);
    }
  }

  @Property(tries = 300)
  void whatIsNoRegistryIsRefused(@ForAll byte[] bytes) throws IOException {
    Path file = Files.createTempFile("registry", ".mjr");
    try {
      Files.write(file, bytes);
      assertThatThrownBy(() -> EncodedRegistry.open(file)).isInstanceOf(RegistryRefused.class);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void anEmptyRegisterIsARegister(@TempDir Path folder) throws IOException {
    EncodedRegistry registry = EncodedRegistry.open(written(folder, List.of(), 5));
    assertThat(registry.rows()).isZero();
    RegistryTagging.of(registry, TAGGER.atlas(), 2)
        .sweep((row, link, role, words, leading, same) -> org.junit.jupiter.api.Assertions.fail());
  }

  @Test
  void aKeyThatCannotBeKeptIsRefused() {
    assertThatThrownBy(() -> new Enterprise("一", null, "", 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Enterprise("1234567890123456789", null, "", 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<List<String>> scopes() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "聚丙烯", "染料", "丙烯", "abs", "ＡＢＳ", "（", "）", "不含", "除外", "、", "，", "；", "。", "生产", "销售",
            "：", "石油", "化工", "设备", "许可", "机械", " ", "\0", "依法须经批准的", "化工产品", "加工", "安装", "𠮷",
            "\uD842");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(2).all())
        .list()
        .ofMaxSize(20)
        .map(list -> String.join("", list))
        .list();
  }
}
