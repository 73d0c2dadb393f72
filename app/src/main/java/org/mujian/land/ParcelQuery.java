package org.mujian.land;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Filters of the list of parcels, as they stand in its address.
 *
 * @param q part of the number, block or use
 * @param at only those that are free and supplyable by that day
 */
public record ParcelQuery(
    @Nullable ParcelStatus status, String block, String q, @Nullable LocalDate at) {

  /**
   * @throws ResponseStatusException 400, naming the filter that cannot be read
   */
  static ParcelQuery of(String status, String block, String q, String at) {
    return new ParcelQuery(status(status), block.strip(), q.strip(), date(at));
  }

  private static @Nullable ParcelStatus status(String text) {
    if (text.isBlank()) {
      return null;
    }
    return Arrays.stream(ParcelStatus.values())
        .filter(s -> s.code().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                unreadable(
                    "没有状态「"
                        + text
                        + "」；可用："
                        + List.of(ParcelStatus.values()).toString().toLowerCase(Locale.ROOT)));
  }

  static @Nullable LocalDate date(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw unreadable("日期写作 2026-03-31：「" + text + "」");
    }
  }

  private static ResponseStatusException unreadable(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
  }

  List<ParcelState> filter(List<ParcelState> all) {
    return all.stream().filter(this::matches).toList();
  }

  private boolean matches(ParcelState state) {
    Parcel parcel = state.parcel();
    String text = parcel.number() + " " + parcel.block() + " " + parcel.landUse();
    return (status == null || state.status() == status)
        && (block.isEmpty() || parcel.block().equals(block))
        && (q.isEmpty() || text.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)))
        && (at == null || state.isFreeOn(at));
  }

  /** The list's address with one filter changed; empty values are left out. */
  public String with(String path, String name, String value) {
    StringBuilder address = new StringBuilder(path);
    char next = '?';
    for (String[] filter :
        new String[][] {
          {"status", status == null ? "" : status.code()},
          {"block", block},
          {"q", q},
          {"at", at == null ? "" : at.toString()}
        }) {
      String shown = filter[0].equals(name) ? value : filter[1];
      if (!shown.isEmpty()) {
        address
            .append(next)
            .append(filter[0])
            .append('=')
            .append(java.net.URLEncoder.encode(shown, java.nio.charset.StandardCharsets.UTF_8));
        next = '&';
      }
    }
    return address.toString();
  }
}
