package org.mujian.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The atlases that come with the engine, read and checked anew at each call. */
public final class ShippedAtlases {

  /** Files of the folder {@code atlas} beside this class. */
  static final List<String> FILES =
      List.of(
          "petrochemicals.yaml",
          "plastics.yaml",
          "equipment-manufacturing.yaml",
          "modern-logistics.yaml",
          "industrial-real-estate.yaml",
          "chinese-medicine.yaml");

  private ShippedAtlases() {}

  /** The deep ones first, then the drafts. */
  public static List<Atlas> list() {
    return FILES.stream().map(ShippedAtlases::read).toList();
  }

  private static Atlas read(String file) {
    String path = "atlas/" + file;
    try (InputStream in = ShippedAtlases.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its atlas " + path);
      }
      return AtlasReader.read(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
