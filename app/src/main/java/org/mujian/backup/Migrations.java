package org.mujian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.mujian.store.Credentials;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings an empty database to a backup's schema, and from there to this program's. */
record Migrations(Credentials credentials) {

  private static final String FOLDER = "db/migration";

  void all() {
    flyway("classpath:" + FOLDER).load().migrate();
  }

  /**
   * Applies exactly the backup's migrations. They need not be the first ones: a migration of an
   * earlier date may have landed later.
   *
   * @throws BackupRefused when this program lacks one of them
   */
  void exactly(Manifest manifest) throws IOException {
    requireKnown(manifest);
    Set<String> wanted =
        manifest.migrations().stream().map(Manifest.Migration::version).collect(Collectors.toSet());
    Path folder = Files.createTempDirectory("mujian-migrations-");
    try {
      extract(wanted, folder);
      flyway("filesystem:" + folder).load().migrate();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void requireKnown(Manifest manifest) {
    Map<String, Optional<Integer>> known =
        Stream.of(flyway("classpath:" + FOLDER).load().info().all())
            .filter(m -> m.getVersion() != null && m.getChecksum() != null)
            .collect(
                Collectors.toMap(
                    m -> m.getVersion().getVersion(), Migrations::checksum, (a, b) -> a));
    for (Manifest.Migration migration : manifest.migrations()) {
      Optional<Integer> checksum = known.get(migration.version());
      if (checksum == null || !checksum.equals(Optional.ofNullable(migration.checksum()))) {
        throw new BackupRefused(
            "备份由母舰 "
                + manifest.program()
                + " 写成，其表结构 "
                + migration.version()
                + "（"
                + migration.description()
                + "）本程序没有：请用该版本或更新的程序恢复",
            "the backup was written by Mujian "
                + manifest.program()
                + ", whose schema "
                + migration.version()
                + " ("
                + migration.description()
                + ") this program lacks: restore it with that version or a later one");
      }
    }
  }

  private static Optional<Integer> checksum(MigrationInfo migration) {
    return Optional.ofNullable(migration.getChecksum());
  }

  private static void extract(Set<String> wanted, Path folder) throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + FOLDER + "/**/V*.sql");
    for (Resource file : files) {
      String name = java.util.Objects.requireNonNull(file.getFilename());
      if (wanted.contains(name.substring(1, name.indexOf("__")))) {
        String address = file.getURL().toString();
        String inside = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length() + 1);
        Path copy = folder.resolve(inside);
        Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
        try (InputStream in = file.getInputStream()) {
          Files.copy(in, copy);
        }
      }
    }
  }

  private FluentConfiguration flyway(String location) {
    return Flyway.configure()
        .dataSource(credentials.url(), Credentials.OWNER, credentials.ownerPassword())
        .locations(location)
        .outOfOrder(true)
        .validateMigrationNaming(true);
  }
}
