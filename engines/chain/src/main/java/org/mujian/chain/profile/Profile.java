package org.mujian.chain.profile;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mujian.chain.Link;
import org.mujian.chain.Role;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.Parallel;
import org.mujian.chain.registry.RegistryTagging;

/**
 * Link × region × year: how many enterprises by role, and their capital. A region is the beginning
 * of a division's code: two digits a province, four a city, six a county; what has no division
 * stands in region 0. Years are those of registration (entries); exits are not in the register.
 */
public final class Profile {

  private static final int ROLES = Role.values().length;

  private final RegistryTagging tagging;
  private final int divisor;
  private final int[] regions;
  private final int firstYear;
  private final int years;

  /** All enterprises by region and year. */
  private final int[] base;

  private final Counters counters;

  /** Dense, by link, region, year and role; capital by link and region. */
  private record Counters(int[] tags, long[] yuan) {

    void add(Counters other) {
      for (int i = 0; i < tags.length; i++) {
        tags[i] += other.tags[i];
      }
      for (int i = 0; i < yuan.length; i++) {
        yuan[i] += other.yuan[i];
      }
    }
  }

  private Profile(RegistryTagging tagging, int digits, int threads) {
    this.tagging = tagging;
    this.divisor = (int) Math.pow(10, 6 - digits);
    EncodedRegistry registry = tagging.registry();
    int[] span = {Integer.MAX_VALUE, 0};
    java.util.BitSet found = new java.util.BitSet();
    registry.rows(
        (row, division, year, yuan) -> {
          found.set(division / divisor);
          span[0] = year == 0 ? span[0] : Math.min(span[0], year);
          span[1] = Math.max(span[1], year);
        });
    this.regions = found.stream().toArray();
    this.firstYear = span[1] == 0 ? 0 : span[0];
    this.years = span[1] == 0 ? 1 : span[1] - span[0] + 2; // the first for those without
    this.base = new int[Math.max(1, regions.length) * years];
    registry.rows((row, division, year, yuan) -> base[region(division) * years + year(year)]++);
    this.counters = count(threads);
  }

  /**
   * @param digits of a division's code that make a region: 2, 4 or 6
   */
  public static Profile of(RegistryTagging tagging, int digits, int threads) {
    if (digits != 2 && digits != 4 && digits != 6) {
      throw new IllegalArgumentException(
          "A region is 2, 4 or 6 digits of a division, not " + digits);
    }
    return new Profile(tagging, digits, threads);
  }

  private Counters count(int threads) {
    List<Integer> segments = IntStream.range(0, tagging.segments()).boxed().toList();
    int workers = Math.max(1, Math.min(threads, segments.size()));
    List<Counters> parts =
        Parallel.map(
            workers,
            IntStream.range(0, workers).boxed().toList(),
            worker -> {
              Counters part = newCounters();
              for (int segment = worker; segment < segments.size(); segment += workers) {
                tagging.sweep(
                    segment,
                    (row, link, role, words, leading) -> {
                      int place = link * regions.length + region(row.division());
                      part.tags[(place * years + year(row.year())) * ROLES + role.ordinal()]++;
                      part.yuan[place] += Math.max(0, row.yuan());
                    });
              }
              return part;
            });
    Counters whole = newCounters();
    parts.forEach(whole::add);
    return whole;
  }

  private Counters newCounters() {
    int places = tagging.atlas().links().size() * Math.max(1, regions.length);
    return new Counters(
        new int[Math.multiplyExact(places, Math.multiplyExact(years, ROLES))], new long[places]);
  }

  private int region(int division) {
    return Arrays.binarySearch(regions, division / divisor);
  }

  private int year(int year) {
    return year == 0 ? 0 : year - firstYear + 1;
  }

  /** How many (link, region, year) have any enterprise. */
  public long groups() {
    long groups = 0;
    for (int cell = 0; cell < counters.tags.length; cell += ROLES) {
      int sum = 0;
      for (int role = 0; role < ROLES; role++) {
        sum += counters.tags[cell + role];
      }
      groups += sum > 0 ? 1 : 0;
    }
    return groups;
  }

  /** The regions that any enterprise stands in, in order. */
  public int[] regions() {
    return regions.clone();
  }

  /** Enterprises of a region, or of all for null. */
  public long enterprises(@org.jspecify.annotations.Nullable Integer region) {
    return sum(region, r -> Arrays.stream(base, r * years, (r + 1) * years).asLongStream().sum());
  }

  /** Enterprises of a link by role in a region, or in all for null. */
  public long count(String link, Role role, @org.jspecify.annotations.Nullable Integer region) {
    int l = indexOf(link);
    return sum(
        region,
        r -> {
          long sum = 0;
          for (int y = 0; y < years; y++) {
            sum += counters.tags[((l * regions.length + r) * years + y) * ROLES + role.ordinal()];
          }
          return sum;
        });
  }

  /** Those registered in a year. */
  public long entries(String link, Role role, int region, int year) {
    int r = Arrays.binarySearch(regions, region);
    int y = year(year);
    if (r < 0 || y < 0 || y >= years) {
      return 0;
    }
    return counters
        .tags[((indexOf(link) * regions.length + r) * years + y) * ROLES + role.ordinal()];
  }

  /** Registered capital of those who are in the link by any role, in yuan. */
  public long yuan(String link, @org.jspecify.annotations.Nullable Integer region) {
    int l = indexOf(link);
    return sum(region, r -> counters.yuan[l * regions.length + r]);
  }

  private long sum(
      @org.jspecify.annotations.Nullable Integer region, java.util.function.IntToLongFunction of) {
    if (region == null) {
      return IntStream.range(0, regions.length).mapToLong(of).sum();
    }
    int r = Arrays.binarySearch(regions, region);
    return r < 0 ? 0 : of.applyAsLong(r);
  }

  private int indexOf(String link) {
    List<Link> links = tagging.atlas().links();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).code().equals(link)) {
        return i;
      }
    }
    throw new IllegalArgumentException("The atlas has no link " + link);
  }

  /**
   * (of the link in the region ÷ all in the region) ÷ (of the link ÷ all), by the role that the
   * link counts. Above 1: more than its share. Empty when the region or the link has none.
   */
  public OptionalDouble locationQuotient(String link, int region) {
    Role counts = tagging.atlas().find(link).orElseThrow().counts();
    double inRegion = enterprises(region);
    double ofLink = count(link, counts, null);
    return inRegion == 0 || ofLink == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            count(link, counts, region) / inRegion / (ofLink / (double) enterprises(null)));
  }

  /** The share of the chain's links that at least one enterprise of the region fills. */
  public double completeness(int region) {
    List<Link> links = tagging.atlas().links();
    long filled = links.stream().filter(l -> count(l.code(), l.counts(), region) > 0).count();
    return filled / (double) links.size();
  }
}
