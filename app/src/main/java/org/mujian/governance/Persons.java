package org.mujian.governance;

import java.sql.Types;
import java.util.List;
import java.util.function.Supplier;
import org.mujian.store.Changes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The posts of the zone's departments and who holds them. */
@Component
@Transactional
class Persons {

  private final JdbcClient jdbc;
  private final Changes changes;

  Persons(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  @Transactional(readOnly = true)
  List<Person> listAll(long zone) {
    return jdbc.sql("SELECT * FROM governance_person WHERE zone_id = ? ORDER BY department, id")
        .param(zone)
        .query(Person.class)
        .list();
  }

  /** By any part of name, department or post. */
  @Transactional(readOnly = true)
  List<Person> search(long zone, String q, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM governance_person WHERE zone_id = :zone
              AND (strpos(name, :q) > 0 OR strpos(department, :q) > 0 OR strpos(post, :q) > 0)
            ORDER BY strpos(name, :q) = 0, id LIMIT :limit
            """)
        .param("zone", zone)
        .param("q", q)
        .param("limit", limit)
        .query(Person.class)
        .list();
  }

  /**
   * @throws NoSuchGovernance when it is not there or another zone's
   */
  @Transactional(readOnly = true)
  Person get(long zone, long id) {
    return jdbc.sql("SELECT * FROM governance_person WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(Person.class)
        .optional()
        .orElseThrow(() -> new NoSuchGovernance("人员 " + id));
  }

  /** The id and version of {@code person} are not looked at. */
  long add(long zone, Person person) {
    changes.join(zone, "登记人员 " + person.shown());
    return once(
        person,
        () ->
            jdbc.sql(
                    """
                    INSERT INTO governance_person (zone_id, name, department, post, account_id, sample)
                    VALUES (:zone, :name, :department, :post, :account, :sample) RETURNING id
                    """)
                .param("zone", zone)
                .param("name", person.name())
                .param("department", person.department())
                .param("post", person.post())
                .param("account", person.accountId(), Types.BIGINT)
                .param("sample", person.sample())
                .query(Long.class)
                .single());
  }

  /**
   * @throws GovernanceRefused when somebody changed the row since it was read
   */
  void change(Person person) {
    changes.join(person.zoneId(), "修改人员 " + person.shown());
    int changed =
        once(
            person,
            () ->
                jdbc.sql(
                        """
                        UPDATE governance_person SET name = :name, department = :department, post = :post,
                          account_id = :account, version = version + 1
                        WHERE zone_id = :zone AND id = :id AND version = :version
                        """)
                    .param("name", person.name())
                    .param("department", person.department())
                    .param("post", person.post())
                    .param("account", person.accountId(), Types.BIGINT)
                    .param("zone", person.zoneId())
                    .param("id", person.id())
                    .param("version", person.version())
                    .update());
    if (changed == 0) {
      throw new GovernanceRefused("「" + person.name() + "」在您填写期间已被他人修改，请刷新后重填");
    }
  }

  void remove(long zone, long id) {
    Person person = get(zone, id);
    changes.join(zone, "移除人员 " + person.shown());
    jdbc.sql("DELETE FROM governance_person WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .update();
  }

  private static <T> T once(Person person, Supplier<T> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new GovernanceRefused(
          String.valueOf(e.getMessage()).contains("person_account_once")
              ? "账号 " + person.accountId() + " 已属于另一个人；一个账号只对应一人"
              : person.department() + "已登记 " + person.shown());
    }
  }
}
