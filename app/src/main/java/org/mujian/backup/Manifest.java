package org.mujian.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Seal;

/**
 * {@code manifest.json} of a backup: what is in it.
 *
 * @param format {@link #FORMAT}
 * @param formatVersion {@link #FORMAT_VERSION}; a reader refuses a higher one
 * @param program version of the program that wrote it
 * @param at when its snapshot was taken, ISO 8601
 * @param server version of the PostgreSQL it came from
 * @param migrations the schema it holds, in the order of their versions
 * @param heads each zone's last seal
 */
public record Manifest(
    String format,
    int formatVersion,
    String program,
    String at,
    String server,
    List<Migration> migrations,
    List<Table> tables,
    List<Sequence> sequences,
    List<Head> heads) {

  static final String FORMAT = "mujian-backup";
  static final int FORMAT_VERSION = 1;
  static final String NAME = "manifest.json";

  public record Migration(String version, String description, @Nullable Integer checksum) {}

  /**
   * @param sha256 of the table's stream: PostgreSQL's COPY text format, UTF-8
   */
  public record Table(String name, List<String> columns, long rows, String sha256) {

    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  public record Sequence(String name, long last) {}

  public record Head(long zone, long number, String hash) {

    static Head of(Seal seal) {
      return new Head(seal.zone(), seal.number(), seal.hash());
    }
  }

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
