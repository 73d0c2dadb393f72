package org.mujian.zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds divisions by code, and by what addresses say. Immutable. */
final class Gazetteer {

  private static final String ROOT = "";
  private static final Pattern SUFFIX =
      Pattern.compile("(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|地区|新区|省|市|县|区|旗|盟)$");
  private static final Pattern AFTER_STEM = Pattern.compile("自治|地区|新区|省|市|县|区|旗|盟");

  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, List<Place>> children = new HashMap<>();

  /** A division with the part of its name before 省, 市, 县 …: 盘锦, 大洼. */
  private record Place(Division division, String stem) {

    static Place of(Division division) {
      String stem = stemOf(division.name());
      return new Place(division, stem.length() < 2 ? division.name() : stem);
    }

    static String stemOf(String name) {
      return SUFFIX.matcher(name).replaceFirst("");
    }

    /** Where the text names it; a county that became a district is still meant. */
    int foundAt(String text) {
      for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
        int end = at + stem.length();
        if (stem.equals(division.name())
            || AFTER_STEM.matcher(text).region(end, text.length()).lookingAt()) {
          return at;
        }
      }
      return -1;
    }
  }

  Gazetteer(List<Division> divisions) {
    for (Division division : divisions) {
      Place place = Place.of(division);
      places.put(division.code(), place);
      children
          .computeIfAbsent(
              division.parent() == null ? ROOT : division.parent(), p -> new ArrayList<>())
          .add(place);
    }
  }

  Optional<Division> find(String code) {
    return Optional.ofNullable(places.get(code)).map(Place::division);
  }

  List<Division> listIn(@Nullable String parent) {
    return childrenOf(parent == null ? ROOT : parent).stream().map(Place::division).toList();
  }

  String nameOf(String code) {
    StringBuilder name = new StringBuilder();
    for (Place place = places.get(code); place != null; ) {
      if (!place.division().name().equals("市辖区") && !place.division().name().equals("县")) {
        name.insert(0, place.division().name());
      }
      String parent = place.division().parent();
      place = parent == null ? null : places.get(parent);
    }
    return name.isEmpty() ? code : name.toString();
  }

  Optional<Division> locate(
      @Nullable String province, @Nullable String city, @Nullable String address) {
    String left = address == null ? "" : address;
    Optional<Place> inProvince = named(childrenOf(ROOT), province, left);
    left = after(inProvince, left);
    List<Place> cities =
        inProvince.map(List::of).orElse(childrenOf(ROOT)).stream()
            .flatMap(place -> childrenOf(place.division().code()).stream())
            .toList();
    Optional<Place> inCity = named(cities, city, left);
    left = after(inCity, left);
    List<Place> counties =
        inCity.map(List::of).orElse(inProvince.isPresent() ? cities : List.of()).stream()
            .flatMap(place -> childrenOf(place.division().code()).stream())
            .toList();
    return named(counties, inCity.isPresent() ? null : city, left)
        .or(() -> inCity)
        .or(() -> inProvince)
        .map(Place::division);
  }

  /** What follows the place's name: a city's name may be a county's too (朝阳市, 朝阳县). */
  private static String after(Optional<Place> place, String address) {
    int at = place.map(p -> p.foundAt(address)).orElse(-1);
    return at < 0 ? address : address.substring(at + place.get().stem().length());
  }

  /** The place that the cell is the name of, else the one that stands first in the address. */
  private static Optional<Place> named(List<Place> among, @Nullable String cell, String address) {
    if (cell != null && !cell.isEmpty()) {
      String stem = Place.stemOf(cell);
      Optional<Place> called =
          among.stream()
              .filter(p -> cell.equals(p.division().name()) || stem.equals(p.stem()))
              .findFirst();
      if (called.isPresent()) {
        return called;
      }
    }
    record Found(Place place, int at) {}
    return among.stream()
        .map(place -> new Found(place, place.foundAt(address)))
        .filter(found -> found.at() >= 0)
        .min(Comparator.comparingInt(Found::at).thenComparing(f -> -f.place().stem().length()))
        .map(Found::place);
  }

  private List<Place> childrenOf(String code) {
    return children.getOrDefault(code, List.of());
  }
}
