package org.mujian.chain.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mujian.chain.Atlas;
import org.mujian.chain.Role;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.Parallel;
import org.mujian.chain.registry.RegistryTagging;

/**
 * All tags of a register without their words, by link: division, year and role of each in one
 * integer. Made in one sweep; counted as often as one likes, by counters that fit into a near cache
 * because each link is counted by itself. Immutable.
 */
public final class TagTable {

  private static final Role[] ALL_ROLES = Role.values();
  private static final int ROLES = ALL_ROLES.length;

  private final Atlas atlas;

  /** The divisions that any enterprise stands in, in order. */
  private final int[] divisions;

  private final int firstYear;
  private final int years;

  /** By link: where its tags begin; those of the next end them. */
  private final int[] firsts;

  /** Place of the division, year and role of each tag: (place × years + year) × roles + role. */
  private final int[] tags;

  /** Enterprises by division and year; what these are stands beside. */
  private final int[] enterprises;

  private final int[] divisionAt;
  private final int[] yearAt;

  /** By link and division. */
  private final long[] yuan;

  private TagTable(RegistryTagging tagging, int threads) {
    this.atlas = tagging.atlas();
    EncodedRegistry registry = tagging.registry();
    int[] span = {Integer.MAX_VALUE, 0};
    java.util.BitSet found = new java.util.BitSet();
    registry.rows(
        (row, division, year, capital) -> {
          found.set(division);
          span[0] = year == 0 ? span[0] : Math.min(span[0], year);
          span[1] = Math.max(span[1], year);
        });
    this.divisions = found.stream().toArray();
    this.firstYear = span[1] == 0 ? 0 : span[0];
    this.years = span[1] == 0 ? 1 : span[1] - span[0] + 2; // the first for those without
    this.enterprises = new int[Math.multiplyExact(divisions.length, years)];
    this.divisionAt = new int[enterprises.length];
    this.yearAt = new int[enterprises.length];
    for (int i = 0; i < enterprises.length; i++) {
      divisionAt[i] = divisions[i / years];
      yearAt[i] = i % years == 0 ? 0 : firstYear + i % years - 1;
    }
    int[] places = new int[found.length()];
    for (int i = 0; i < divisions.length; i++) {
      places[divisions[i]] = i;
    }
    registry.rows(
        (row, division, year, capital) ->
            enterprises[places[division] * years + yearPlace(year)]++);
    this.yuan = new long[Math.multiplyExact(atlas.links().size(), divisions.length)];
    List<Collected> parts =
        Parallel.map(
            threads,
            IntStream.range(0, tagging.segments()).boxed().toList(),
            segment -> {
              Collected part = new Collected(places);
              tagging.sweep(segment, part);
              return part;
            });
    this.firsts = new int[atlas.links().size() + 1];
    this.tags = byLink(parts);
    parts.forEach(part -> part.addYuan(yuan, divisions.length));
  }

  public static TagTable of(RegistryTagging tagging, int threads) {
    return new TagTable(tagging, threads);
  }

  /** The tags of one segment in the order of its rows. */
  private final class Collected implements RegistryTagging.Sink {
    private final int[] places;
    private char[] links = new char[1 << 12];
    private int[] cells = new int[1 << 12];
    private long[] capitals = new long[1 << 12];
    private int size;

    Collected(int[] places) {
      this.places = places;
    }

    @Override
    public void tag(
        RegistryTagging.Row row, int link, Role role, int words, boolean leading, boolean same) {
      if (size == links.length) {
        links = Arrays.copyOf(links, size * 2);
        cells = Arrays.copyOf(cells, size * 2);
        capitals = Arrays.copyOf(capitals, size * 2);
      }
      links[size] = (char) link;
      cells[size] =
          (places[row.division()] * years + yearPlace(row.year())) * ROLES + role.ordinal();
      capitals[size++] = Math.max(0, row.yuan());
    }

    void addYuan(long[] yuan, int divisions) {
      for (int i = 0; i < size; i++) {
        yuan[links[i] * divisions + cells[i] / ROLES / years] += capitals[i];
      }
    }
  }

  private int[] byLink(List<Collected> parts) {
    for (Collected part : parts) {
      for (int i = 0; i < part.size; i++) {
        firsts[part.links[i] + 1]++;
      }
    }
    for (int link = 0; link < firsts.length - 1; link++) {
      firsts[link + 1] += firsts[link];
    }
    int[] next = firsts.clone();
    int[] sorted = new int[firsts[firsts.length - 1]];
    for (Collected part : parts) {
      for (int i = 0; i < part.size; i++) {
        sorted[next[part.links[i]]++] = part.cells[i];
      }
    }
    return sorted;
  }

  private int yearPlace(int year) {
    return year == 0 ? 0 : year - firstYear + 1;
  }

  public Atlas atlas() {
    return atlas;
  }

  /** How many tags. */
  public int size() {
    return tags.length;
  }

  /** Told of tags, or of how many are alike. */
  @FunctionalInterface
  public interface Each {
    void of(int link, int division, int year, Role role, int count);
  }

  /** All tags, link by link. */
  public void tags(Each each) {
    for (int link = 0; link < firsts.length - 1; link++) {
      for (int i = firsts[link]; i < firsts[link + 1]; i++) {
        tell(each, link, tags[i], 1);
      }
    }
  }

  private void tell(Each each, int link, int cell, int count) {
    int place = cell / ROLES;
    each.of(link, divisionAt[place], yearAt[place], ALL_ROLES[cell % ROLES], count);
  }

  /** How many tags are alike in link, division, year and role; link by link, else in no order. */
  public void counts(Each each) {
    int[] counters = new int[Math.multiplyExact(enterprises.length, ROLES)];
    int[] met = new int[counters.length];
    for (int link = 0; link < firsts.length - 1; link++) {
      int metCount = 0;
      for (int i = firsts[link]; i < firsts[link + 1]; i++) {
        int cell = tags[i];
        if (counters[cell]++ == 0) {
          met[metCount++] = cell;
        }
      }
      for (int i = 0; i < metCount; i++) {
        tell(each, link, met[i], counters[met[i]]);
        counters[met[i]] = 0;
      }
    }
  }

  /** Enterprises by division and year, tagged or not. */
  void enterprises(Base each) {
    for (int i = 0; i < enterprises.length; i++) {
      each.of(divisionAt[i], yearAt[i], enterprises[i]);
    }
  }

  interface Base {
    void of(int division, int year, int count);
  }

  long yuan(int link, int divisionPlace) {
    return yuan[link * divisions.length + divisionPlace];
  }

  int[] divisions() {
    return divisions;
  }

  int firstYear() {
    return firstYear;
  }

  /** With the first for those without. */
  int years() {
    return years;
  }
}
