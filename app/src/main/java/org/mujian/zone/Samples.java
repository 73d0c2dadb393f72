package org.mujian.zone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.store.Statistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sample zone: loaded as a whole, removed as a whole. */
@Component
public class Samples {

  private final List<SampleContent> contents;
  private final Zones zones;
  private final JdbcClient jdbc;
  private final Changes changes;
  private final Statistics statistics;
  private final Clock clock;

  Samples(
      List<SampleContent> contents,
      Zones zones,
      JdbcClient jdbc,
      Changes changes,
      Statistics statistics,
      Clock clock) {
    this.contents =
        contents.stream().sorted(Comparator.comparingInt(SampleContent::order)).toList();
    this.zones = zones;
    this.jdbc = jdbc;
    this.changes = changes;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** Message keys of what the sample contains. */
  public List<String> titleKeys() {
    return contents.stream().map(SampleContent::titleKey).toList();
  }

  /**
   * Loads the sample, all of it or nothing.
   *
   * @throws org.springframework.dao.DuplicateKeyException when it is there already
   */
  public Zone load() {
    int year = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))).getYear();
    Zone sample =
        zones.create(
            SampleZone.FACTS,
            true,
            year,
            "载入示例园区",
            zone -> contents.forEach(content -> content.load(zone)));
    statistics.gather();
    return sample;
  }

  /**
   * Removes the sample zone and all that stands in it, also what people added; the trail of changes
   * stays. The database refuses it for a zone that is no sample.
   */
  @Transactional
  public void remove(Zone zone) {
    changes.begin(Scope.PROVINCE, "移除示例园区 " + zone.name());
    changes.begin(zone.id(), "移除示例园区");
    jdbc.sql("CALL remove_sample_zone(?)").param(zone.id()).update();
  }
}
