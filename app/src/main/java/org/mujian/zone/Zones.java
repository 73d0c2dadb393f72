package org.mujian.zone;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of zones. It is common: what happens inside a zone is not kept here. */
@Component
@Transactional
public class Zones {

  private final JdbcClient jdbc;

  Zones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Zone> listAll() {
    return jdbc.sql("SELECT * FROM zone ORDER BY id").query(Zone.class).list();
  }

  public Optional<Zone> findByCode(String code) {
    return jdbc.sql("SELECT * FROM zone WHERE code = ?").param(code).query(Zone.class).optional();
  }

  public Optional<Zone> find(long id) {
    return jdbc.sql("SELECT * FROM zone WHERE id = ?").param(id).query(Zone.class).optional();
  }
}
