package org.mujian.chain.profile;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.Role;

/**
 * Link × region × year: how many enterprises by role, and their capital. A region is the beginning
 * of a division's code: two digits a province, four a city, six a county; what has no division
 * stands in region 0. Years are those of registration (entries); exits are not in the register.
 */
public final class Profile {

  private static final int ROLES = Role.values().length;

  private final Atlas atlas;
  private final int[] regions;
  private final int firstYear;
  private final int years;

  /** All enterprises by region and year. */
  private final int[] base;

  /** By link, region, year and role. */
  private final int[] tags;

  /** By link and region. */
  private final long[] capital;

  private Profile(TagTable table, int digits) {
    int divisor = (int) Math.pow(10, 6 - digits);
    this.atlas = table.atlas();
    this.firstYear = table.firstYear();
    this.years = table.years();
    int[] divisions = table.divisions();
    this.regions = Arrays.stream(divisions).map(d -> d / divisor).distinct().toArray();
    this.base = new int[Math.multiplyExact(regions.length, years)];
    table.enterprises(
        (division, year, count) ->
            base[place(division / divisor) * years + yearPlace(year)] += count);
    int links = atlas.links().size();
    this.tags = new int[Math.multiplyExact(links, Math.multiplyExact(base.length, ROLES))];
    table.counts(
        (link, division, year, role, count) ->
            tags[cell(link, place(division / divisor), yearPlace(year), role)] += count);
    this.capital = new long[links * regions.length];
    for (int link = 0; link < links; link++) {
      for (int i = 0; i < divisions.length; i++) {
        capital[link * regions.length + place(divisions[i] / divisor)] += table.yuan(link, i);
      }
    }
  }

  /**
   * @param digits of a division's code that make a region: 2, 4 or 6
   */
  public static Profile of(TagTable table, int digits) {
    if (digits != 2 && digits != 4 && digits != 6) {
      throw new IllegalArgumentException(
          "A region is 2, 4 or 6 digits of a division, not " + digits);
    }
    return new Profile(table, digits);
  }

  private int cell(int link, int region, int year, Role role) {
    return ((link * regions.length + region) * years + year) * ROLES + role.ordinal();
  }

  private int place(int region) {
    return Arrays.binarySearch(regions, region);
  }

  private int yearPlace(int year) {
    return year == 0 ? 0 : year - firstYear + 1;
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
            sum += tags[cell(l, r, y, role)];
          }
          return sum;
        });
  }

  /** Those registered in a year. */
  public long entries(String link, Role role, int region, int year) {
    int r = place(region);
    int y = yearPlace(year);
    if (r < 0 || y < 0 || y >= years) {
      return 0;
    }
    return tags[cell(indexOf(link), r, y, role)];
  }

  /** Those that any enterprise may have been registered in, the first 0 for unknown. */
  public int[] years() {
    return java.util.stream.IntStream.range(0, years)
        .map(y -> y == 0 ? 0 : firstYear + y - 1)
        .toArray();
  }

  /**
   * Mean years since registration of those in the link by any role, at the register's last year;
   * empty when there is none whose year is known.
   */
  public OptionalDouble meanAge(String link, int region) {
    int l = indexOf(link);
    int r = place(region);
    long count = 0;
    long age = 0;
    for (int y = 1; r >= 0 && y < years; y++) {
      for (Role role : Role.values()) {
        count += tags[cell(l, r, y, role)];
        age += (long) (years - 1 - y) * tags[cell(l, r, y, role)];
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(age / (double) count);
  }

  /** Registered capital of those who are in the link by any role, in yuan. */
  public long yuan(String link, @org.jspecify.annotations.Nullable Integer region) {
    int l = indexOf(link);
    return sum(region, r -> capital[l * regions.length + r]);
  }

  private long sum(
      @org.jspecify.annotations.Nullable Integer region, java.util.function.IntToLongFunction of) {
    if (region == null) {
      return IntStream.range(0, regions.length).mapToLong(of).sum();
    }
    int r = place(region);
    return r < 0 ? 0 : of.applyAsLong(r);
  }

  private int indexOf(String link) {
    List<Link> links = atlas.links();
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
    Role counts = atlas.find(link).orElseThrow().counts();
    double inRegion = enterprises(region);
    double ofLink = count(link, counts, null);
    return inRegion == 0 || ofLink == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            count(link, counts, region) / inRegion / (ofLink / (double) enterprises(null)));
  }

  /** The share of the chain's links that at least one enterprise of the region fills. */
  public double completeness(int region) {
    List<Link> links = atlas.links();
    long filled = links.stream().filter(l -> count(l.code(), l.counts(), region) > 0).count();
    return filled / (double) links.size();
  }
}
