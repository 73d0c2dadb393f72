package org.mujian.clusters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.clusters.Cluster.Place;
import org.mujian.store.Changes;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The zone's clusters with their links and members. */
@Component
@Transactional
public class Clusters {

  private final JdbcClient jdbc;
  private final Changes changes;

  Clusters(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** A cluster as it is put in. */
  record Draft(
      String code, String name, Kind kind, String note, List<Place> links, boolean sample) {}

  /** A member as it is put in. */
  record Joining(
      long enterpriseId, MemberRole role, @Nullable LocalDate since, @Nullable Place place) {}

  @Transactional(readOnly = true)
  public List<Cluster> list(long zone) {
    Map<Long, List<Place>> links = new HashMap<>();
    jdbc.sql("SELECT cluster_id, chain, link FROM cluster_link WHERE zone_id = ? ORDER BY id")
        .param(zone)
        .query(
            row -> {
              links
                  .computeIfAbsent(row.getLong("cluster_id"), id -> new ArrayList<>())
                  .add(new Place(row.getString("chain"), row.getString("link")));
            });
    return jdbc.sql("SELECT * FROM cluster WHERE zone_id = ? ORDER BY id")
        .param(zone)
        .query((row, i) -> cluster(row, links.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Cluster> find(long zone, long id) {
    return list(zone).stream().filter(cluster -> cluster.id() == id).findFirst();
  }

  @Transactional(readOnly = true)
  public Cluster get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchCluster("编号 " + id + " 的产业集群"));
  }

  /**
   * @throws ClusterRefused when the zone has the code already
   */
  long create(long zone, Draft draft) {
    changes.join(zone, "新建产业集群 " + draft.name());
    try {
      long id =
          jdbc.sql(
                  """
                  INSERT INTO cluster (zone_id, code, name, kind, note, sample)
                  VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                  """)
              .params(
                  zone,
                  draft.code(),
                  draft.name(),
                  draft.kind().code(),
                  draft.note(),
                  draft.sample())
              .query(Long.class)
              .single();
      addLinks(zone, id, draft.links());
      return id;
    } catch (DuplicateKeyException e) {
      throw new ClusterRefused("code", "代码“" + draft.code() + "”已有集群使用；请换一个");
    }
  }

  /**
   * @param version the one that the change was made on
   * @throws OptimisticLockingFailureException when somebody changed it since
   * @throws ClusterRefused when a link that is taken out has members
   */
  void change(long zone, long id, int version, Draft draft) {
    Cluster before = get(zone, id);
    changes.join(zone, "修改产业集群 " + draft.name());
    try {
      int written =
          jdbc.sql(
                  """
                  UPDATE cluster SET code = ?, name = ?, kind = ?, note = ?, version = version + 1
                  WHERE zone_id = ? AND id = ? AND version = ?
                  """)
              .params(
                  draft.code(), draft.name(), draft.kind().code(), draft.note(), zone, id, version)
              .update();
      if (written == 0) {
        throw new OptimisticLockingFailureException("集群 " + draft.name() + " 已被他人修改");
      }
    } catch (DuplicateKeyException e) {
      throw new ClusterRefused("code", "代码“" + draft.code() + "”已有集群使用；请换一个");
    }
    Set<Place> kept = new HashSet<>(draft.links());
    before.links().stream().filter(link -> !kept.contains(link)).forEach(l -> drop(zone, id, l));
    addLinks(
        zone, id, draft.links().stream().filter(link -> !before.links().contains(link)).toList());
  }

  private void drop(long zone, long id, Place link) {
    try {
      jdbc.sql(
              "DELETE FROM cluster_link WHERE zone_id = ? AND cluster_id = ? AND chain = ? AND"
                  + " link = ?")
          .params(zone, id, link.chain(), link.link())
          .update();
    } catch (DataIntegrityViolationException e) {
      throw new ClusterRefused("links", "环节 " + link.code() + " 还有成员；请先把成员改到别的环节");
    }
  }

  private void addLinks(long zone, long id, List<Place> links) {
    for (Place link : links) {
      jdbc.sql("INSERT INTO cluster_link (zone_id, cluster_id, chain, link) VALUES (?, ?, ?, ?)")
          .params(zone, id, link.chain(), link.link())
          .update();
    }
  }

  /** Leaders first. */
  @Transactional(readOnly = true)
  public List<Member> listMembers(long zone, long cluster) {
    return jdbc.sql(
            "SELECT * FROM cluster_member WHERE zone_id = ? AND cluster_id = ? ORDER BY role, id")
        .params(zone, cluster)
        .query((row, i) -> member(row))
        .list();
  }

  /** Of all clusters of the zone. */
  @Transactional(readOnly = true)
  public List<Member> listMembers(long zone) {
    return jdbc.sql("SELECT * FROM cluster_member WHERE zone_id = ? ORDER BY role, id")
        .param(zone)
        .query((row, i) -> member(row))
        .list();
  }

  /**
   * @param name of the enterprise, for the trail
   * @throws ClusterRefused when it is a member already
   */
  long join(long zone, Cluster cluster, String name, Joining who) {
    changes.join(zone, "加入集群 " + cluster.name() + "：" + name);
    try {
      return jdbc.sql(
              """
              INSERT INTO cluster_member (zone_id, cluster_id, enterprise_id, role, since, chain, link)
              VALUES (:zone, :cluster, :enterprise, :role, :since, :chain, :link) RETURNING id
              """)
          .param("zone", zone)
          .param("cluster", cluster.id())
          .param("enterprise", who.enterpriseId())
          .param("role", who.role().code())
          .param("since", who.since(), java.sql.Types.DATE)
          .param("chain", who.place() == null ? null : who.place().chain(), java.sql.Types.VARCHAR)
          .param("link", who.place() == null ? null : who.place().link(), java.sql.Types.VARCHAR)
          .query(Long.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw new ClusterRefused("enterprise", "“" + name + "”已是“" + cluster.name() + "”的成员");
    } catch (DataIntegrityViolationException e) {
      throw new ClusterRefused("place", "所选环节不在“" + cluster.name() + "”中；请先给集群加上这一环节");
    }
  }

  /** The reports of the enterprise stay. */
  void leave(long zone, Cluster cluster, String name, long member) {
    changes.join(zone, "退出集群 " + cluster.name() + "：" + name);
    jdbc.sql("DELETE FROM cluster_member WHERE zone_id = ? AND cluster_id = ? AND id = ?")
        .params(zone, cluster.id(), member)
        .update();
  }

  private static Cluster cluster(ResultSet row, List<Place> links) throws SQLException {
    return new Cluster(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        Kind.find(row.getString("kind")).orElseThrow(),
        row.getString("note"),
        row.getBoolean("sample"),
        row.getInt("version"),
        List.copyOf(links));
  }

  private static Member member(ResultSet row) throws SQLException {
    String chain = row.getString("chain");
    return new Member(
        row.getLong("id"),
        row.getLong("cluster_id"),
        row.getLong("enterprise_id"),
        MemberRole.find(row.getString("role")).orElseThrow(),
        row.getObject("since", LocalDate.class),
        chain == null ? null : new Place(chain, row.getString("link")));
  }
}
