package org.mujian.chain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.chain.Role;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.Enterprise;
import org.mujian.chain.registry.RegistryTagging;
import org.mujian.chain.registry.RegistryWriter;

/** Invented enterprises of three cities, counted by hand. */
class ProfileTest {

  @TempDir static Path folder;
  private static RegistryTagging tagging;
  private static Profile profile;

  @BeforeAll
  static void aSmallRegister() throws IOException {
    Path file = folder.resolve("register");
    try (RegistryWriter writer = RegistryWriter.create(file)) {
      writer.add(new Enterprise("A", null, "染料生产", 211102, 2001, 2_000_000));
      writer.add(new Enterprise("B", null, "染料生产；油墨生产", 211122, 2003, 200_000_000, "C2645"));
      writer.add(new Enterprise("C", null, "染料销售", 210102, 2003, -1));
      writer.add(new Enterprise("D", null, "餐饮服务", 210102, 2003, 0));
      writer.add(new Enterprise("E", null, "五金、染料生产", 210202, 0, 0));
      writer.add(new Enterprise("F", null, "餐饮服务", 210202, 2004, 0));
    }
    tagging = RegistryTagging.of(EncodedRegistry.open(file), ShippedAtlases.list().getFirst(), 1);
    profile = Profile.of(TagTable.of(tagging, 2), 4);
  }

  @Test
  void enterprisesAreCountedByLinkRoleRegionAndYear() {
    assertThat(profile.regions()).containsExactly(2101, 2102, 2111);
    assertThat(profile.enterprises(null)).isEqualTo(6);
    assertThat(profile.enterprises(2111)).isEqualTo(2);
    assertThat(profile.enterprises(9999)).isZero();
    assertThat(profile.count("dyes", Role.MAKES, 2111)).isEqualTo(2);
    assertThat(profile.count("dyes", Role.TRADES, null)).isEqualTo(1);
    assertThat(profile.count("dyes", Role.MAKES, null)).isEqualTo(3);
    assertThat(profile.entries("dyes", Role.MAKES, 2111, 2003)).isEqualTo(1);
    assertThat(profile.entries("dyes", Role.MAKES, 2111, 2002)).isZero();
    assertThat(profile.entries("dyes", Role.MAKES, 2102, 0)).as("year unknown").isEqualTo(1);
    assertThat(profile.meanAge("dyes", 2111)).as("of 2001 and 2003, in 2004").hasValue(2);
    assertThat(profile.meanAge("dyes", 2102)).as("year unknown").isEmpty();
    assertThat(profile.years()).containsExactly(0, 2001, 2002, 2003, 2004);
    assertThat(profile.yuan("dyes", 2111)).isEqualTo(202_000_000);
    assertThatThrownBy(() -> profile.count("none", Role.MAKES, null)).hasMessageContaining("none");
  }

  @Test
  void aRegionWithMoreThanItsShareHasAQuotientAboveOne() {
    assertThat(profile.locationQuotient("dyes", 2111).orElseThrow())
        .isCloseTo((2 / 2.0) / (3 / 6.0), within(1e-12));
    assertThat(profile.locationQuotient("dyes", 2101).orElseThrow()).isZero();
    assertThat(profile.locationQuotient("tyres", 2111)).isEmpty();
    assertThat(profile.completeness(2111)).isCloseTo(2 / 82.0, within(1e-12));
  }

  @Test
  void candidatesStandElsewhereAndTheirPartsAddUp() {
    assertThat(Candidates.rank(tagging, "dyes", "2102", 10))
        .extracting(Candidates.Candidate::row)
        .containsExactly(1, 0);
    Candidates.Candidate first = Candidates.rank(tagging, "dyes", "2102", 1).getFirst();
    assertThat(first)
        .isEqualTo(new Candidates.Candidate(1, 211122, 60, 0, 10, 10, 5, 15))
        .satisfies(c -> assertThat(c.total()).isEqualTo(100));
  }

  @Test
  void countedFromTheTableIsCountedOneByOne() {
    TagTable table = TagTable.of(tagging, 2);
    java.util.Map<String, Integer> one = new java.util.TreeMap<>();
    java.util.Map<String, Integer> counted = new java.util.TreeMap<>();
    tagging.sweep(
        (row, link, role, words, leading, same) ->
            one.merge(
                link + " " + row.division() + " " + row.year() + " " + role, 1, Integer::sum));
    table.counts(
        (link, division, year, role, count) ->
            counted.merge(link + " " + division + " " + year + " " + role, count, Integer::sum));
    assertThat(counted).isEqualTo(one).hasSize(5);
    assertThat(table.size()).isEqualTo(5);
  }
}
