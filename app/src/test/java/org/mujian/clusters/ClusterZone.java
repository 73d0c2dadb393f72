package org.mujian.clusters;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.mujian.enterprises.Draft;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.identity.People;
import org.mujian.store.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A zone with enterprises of its own, for tests of this room. */
final class ClusterZone {

  final long id;
  final String code;
  private final ApplicationContext program;

  ClusterZone(ApplicationContext program) {
    this.program = program;
    this.id = new People(program).zone();
    this.code = People.code();
  }

  <T> T in(Supplier<T> work) {
    return Scope.ofProgram(id)
        .call(
            () ->
                java.util.Objects.requireNonNull(
                    program.getBean(TransactionTemplate.class).execute(status -> work.get())));
  }

  Enterprise enterprise(String name) {
    return in(
        () -> {
          Enterprise made =
              program
                  .getBean(Enterprises.class)
                  .create(
                      id,
                      new Draft(
                          null,
                          name,
                          List.of(),
                          null,
                          null,
                          "211122",
                          "辽宁",
                          "盘锦",
                          null,
                          LocalDate.of(2010, 1, 1),
                          null,
                          null,
                          null,
                          "测试",
                          false));
          program.getBean(ZoneEnterprises.class).add(id, made, null, "");
          return made;
        });
  }

  Cluster cluster(String code, Cluster.Place... links) {
    Clusters clusters = program.getBean(Clusters.class);
    return in(
        () ->
            clusters.get(
                id,
                clusters.create(
                    id,
                    new Clusters.Draft(
                        code, "集群 " + code, Kind.PLASTICS, "", List.of(links), false))));
  }

  void join(Cluster cluster, Enterprise enterprise, MemberRole role) {
    in(
        () ->
            program
                .getBean(Clusters.class)
                .join(
                    id,
                    cluster,
                    enterprise.name(),
                    new Clusters.Joining(enterprise.id(), role, null, null)));
  }
}
