package org.mujian.facts;

/**
 * What a fact is about, as an opaque reference: facts know no room.
 *
 * @param kind for example {@code zone} or {@code enterprise}
 * @param id of that kind; a zone's own id for the zone itself
 */
public record Subject(String kind, long id) {

  public static final String ZONE = "zone";

  public static Subject ofZone(long zone) {
    return new Subject(ZONE, zone);
  }

  /**
   * Reads {@code zone} (the zone asked in) or {@code kind:id}.
   *
   * @throws IllegalArgumentException naming the text
   */
  static Subject parse(String text, long zone) {
    if (text.isBlank() || text.equals(ZONE)) {
      return ofZone(zone);
    }
    if (!text.matches("[a-z][a-z-]{1,30}:[0-9]{1,18}")) {
      throw new IllegalArgumentException("对象应写作 zone 或 类别:编号（如 enterprise:12），不是“" + text + "”");
    }
    int colon = text.indexOf(':');
    return new Subject(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return kind.equals(ZONE) ? ZONE : kind + ":" + id;
  }
}
