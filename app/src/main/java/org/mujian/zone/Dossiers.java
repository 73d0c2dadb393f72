package org.mujian.zone;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dossiers of the zones. Each change names the version that was read and fails with {@link
 * DossierChanged} when it is no longer the current one.
 */
@Component
@Transactional
public class Dossiers {

  private final JdbcClient jdbc;
  private final Zones zones;
  private final Features features;
  private final Changes changes;

  Dossiers(JdbcClient jdbc, Zones zones, Features features, Changes changes) {
    this.jdbc = jdbc;
    this.zones = zones;
    this.features = features;
    this.changes = changes;
  }

  /** Throws when the zone is outside the scope. */
  public Dossier get(Zone zone) {
    return new Dossier(
        zones.find(zone.id()).orElseThrow(),
        jdbc.sql("SELECT * FROM zone_profile WHERE zone_id = ? AND id = 1")
            .param(zone.id())
            .query(Profile.class)
            .single(),
        list("SELECT * FROM zone_programme WHERE zone_id = ? ORDER BY id", zone, Programme.class),
        list(
            "SELECT * FROM zone_department WHERE zone_id = ? ORDER BY place, id",
            zone,
            Department.class),
        list(
            "SELECT * FROM zone_target WHERE zone_id = ? ORDER BY year DESC, place, id",
            zone,
            Target.class),
        features.listAll(zone.id()));
  }

  /** The targets of the zone's plan year. */
  public List<Target> listTargets(Zone zone) {
    return list(
        """
        SELECT t.* FROM zone_target t JOIN zone_profile p ON p.zone_id = t.zone_id AND p.plan_year = t.year
        WHERE t.zone_id = ? ORDER BY t.place, t.id
        """,
        zone,
        Target.class);
  }

  private <T> List<T> list(String sql, Zone zone, Class<T> type) {
    return jdbc.sql(sql).param(zone.id()).query(type).list();
  }

  /**
   * Writes facts and words.
   *
   * @param profile with the version that was read
   */
  public void change(Zone zone, ZoneFacts facts, Profile profile) {
    claim(zone, profile.version(), "修改园区档案");
    boolean moved = facts.centralMeridian() != zone.centralMeridian();
    changes.begin(Scope.PROVINCE, "修改园区档案 " + zone.name());
    zones.update(zone.id(), facts);
    write(zone, profile);
    if (moved) {
      features.measure(zones.find(zone.id()).orElseThrow());
    }
  }

  public void changeDepartments(Zone zone, int version, List<Department> departments) {
    claim(zone, version, "修改部门");
    writeDepartments(zone, departments);
  }

  /** Replaces the targets of one year. */
  public void changeTargets(Zone zone, int version, int year, List<Target> targets) {
    claim(zone, version, year + " 年目标");
    writeTargets(zone, year, targets);
  }

  public void changeOutline(
      Zone zone, int version, Feature.Kind kind, String name, Geometry outline, String note) {
    claim(zone, version, "修改图形 " + name);
    features.put(zone, kind, name, outline, note, false);
  }

  public void removeOutline(Zone zone, int version, Feature.Kind kind, String name) {
    claim(zone, version, "删除图形 " + name);
    features.remove(zone.id(), kind, name);
  }

  /** Opens the change and counts the version on, if it is still the one that was read. */
  private void claim(Zone zone, int version, String why) {
    changes.begin(zone.id(), why);
    int claimed =
        jdbc.sql(
                """
                UPDATE zone_profile SET version = version + 1 WHERE zone_id = ? AND id = 1 AND version = ?
                """)
            .params(zone.id(), version)
            .update();
    if (claimed == 0) {
      throw new DossierChanged();
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void write(Zone zone, Profile profile) {
    jdbc.sql(
            """
            UPDATE zone_profile SET plan_year = ?, committee = ?, about = ?, goals = ?, recognition = ?
            WHERE zone_id = ? AND id = 1
            """)
        .params(
            profile.planYear(),
            profile.committee(),
            profile.about(),
            profile.goals(),
            profile.recognition(),
            zone.id())
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void writeProgrammes(Zone zone, List<Programme> programmes) {
    for (Programme programme : programmes) {
      jdbc.sql("INSERT INTO zone_programme (zone_id, id, title, words) VALUES (?, ?, ?, ?)")
          .params(zone.id(), programme.id(), programme.title(), programme.words())
          .update();
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void writeDepartments(Zone zone, List<Department> departments) {
    jdbc.sql("DELETE FROM zone_department WHERE zone_id = ?").param(zone.id()).update();
    int place = 0;
    for (Department department : departments) {
      jdbc.sql(
              "INSERT INTO zone_department (zone_id, place, name, duty, sample) VALUES (?, ?, ?, ?,"
                  + " ?)")
          .params(zone.id(), place++, department.name(), department.duty(), department.sample())
          .update();
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void writeTargets(Zone zone, int year, List<Target> targets) {
    jdbc.sql("DELETE FROM zone_target WHERE zone_id = ? AND year = ?")
        .params(zone.id(), year)
        .update();
    int place = 0;
    for (Target target : targets) {
      jdbc.sql(
              """
              INSERT INTO zone_target (zone_id, year, place, title, measure, value, unit, source)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              zone.id(),
              year,
              place++,
              target.title(),
              target.measure(),
              target.value(),
              target.unit(),
              target.source())
          .update();
    }
  }
}
