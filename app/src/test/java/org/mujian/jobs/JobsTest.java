package org.mujian.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.Account;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Long work is queued, run, watched, stopped, and taken up again after a crash. */
@MujianTest
class JobsTest {

  private static final Scope PROVINCE = Scope.ofProgram(0);

  @Autowired Jobs jobs;
  @Autowired JobQueue queue;
  @Autowired Bell bell;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;

  @Test
  void aJobRunsAtOnceAndKeepsItsResult() {
    long begin = System.nanoTime();
    Job job = await(submit("count"));
    assertThat(System.nanoTime() - begin).as("no waiting for a poll").isLessThan(4_000_000_000L);
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(List.of(job.done(), job.total(), job.accepted(), job.rejected()))
        .containsExactly(3L, 3L, 2L, 1L);
    assertThat(job.report()).containsEntry("who", "mujian");
    assertThat(job.startedAt()).isBetween(job.createdAt(), job.finishedAt());
  }

  @Test
  void aStopIsHeardAtTheNextStep() {
    Job job = submit("forever");
    while (find(job.id()).done() == 0) {
      pause();
    }
    Job asked = PROVINCE.call(() -> jobs.askStop(find(job.id()), administrator()));
    assertThat(asked.stopAsked()).isTrue();
    Job stopped = await(job);
    assertThat(stopped.state()).isEqualTo(Job.State.STOPPED);
    assertThat(stopped.messageKey()).isEqualTo("job.stopped");
  }

  @Test
  void onlyItsOwnerOrAnAdministratorStopsAJob() {
    Job job = submit("count");
    Account other =
        Scope.ofProgram(0)
            .call(
                () ->
                    accounts.create(0, "other", "他", "other-password", List.of(Role.LEADER), null));
    assertThatThrownBy(() -> PROVINCE.call(() -> jobs.askStop(job, other)))
        .isInstanceOf(AccessDeniedException.class);
    await(job);
  }

  @Test
  void workThatCannotBeDoneSaysWhyAndABrokenProgramKeepsItsSecrets() {
    Job refused = await(submit("refuse"));
    assertThat(refused.state()).isEqualTo(Job.State.FAILED);
    assertThat(refused.messageKey()).isEqualTo("import.refused.unknown-kind");
    assertThat(refused.messageValues()).containsExactly("nothing");
    Job broken = await(submit("break"));
    assertThat(broken.messageKey()).isEqualTo("job.broken");
    assertThat(broken.messageValues()).containsExactly("IllegalStateException");
  }

  @Test
  void aJobOfADeadProcessIsRunAgain() throws SQLException {
    long id = leaveBehind(1);
    queue.rescue(Set.of());
    bell.ring();
    Job job = await(find(id));
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(job.attempts()).isEqualTo(2);
  }

  @Test
  void afterThreeDeathsAJobIsGivenUp() throws SQLException {
    int runs = PracticeJob.RUNS.get();
    Job job = find(leaveBehind(3));
    queue.rescue(Set.of());
    job = await(job);
    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.messageKey()).isEqualTo("job.crashed");
    assertThat(job.messageValues()).containsExactly("3");
    assertThat(PracticeJob.RUNS.get()).isEqualTo(runs);
  }

  @Test
  void aJobOfALivingProcessIsLeftToIt() throws SQLException {
    Runner me = Runner.me();
    assertThat(me.knowsGone(me.name())).isFalse();
    assertThat(me.knowsGone(new Runner(me.host(), me.pid(), me.startedAt() - 1).name())).isTrue();
    assertThat(me.knowsGone("elsewhere/1/1")).as("another host's process").isFalse();
  }

  @Test
  void anotherZonesJobsAreNotSeen() {
    Job job = submit("count");
    assertThat(Scope.ofProgram(7).call(() -> jobs.find(job.id()))).isEmpty();
    assertThat(Scope.ofProgram(7).call(() -> jobs.list(7))).isEmpty();
    assertThat(PROVINCE.call(() -> jobs.list(7)))
        .as("the province sees its own in any zone")
        .extracting(Job::id)
        .contains(job.id());
    await(job);
  }

  private Job submit(String what) {
    return PROVINCE.call(() -> jobs.submit(0, "practice", "练习", Map.of("do", what)));
  }

  private Job find(long id) {
    return PROVINCE.call(() -> jobs.find(id)).orElseThrow();
  }

  private Job await(Job job) {
    long end = System.nanoTime() + 20_000_000_000L;
    Job now = find(job.id());
    while (!now.state().isOver()) {
      assertThat(System.nanoTime()).as("%s", now).isLessThan(end);
      pause();
      now = find(job.id());
    }
    return now;
  }

  /** A running job whose process is gone, as kill -9 leaves it. */
  private long leaveBehind(int attempts) throws SQLException {
    String gone = new Runner(Runner.me().host(), Long.MAX_VALUE, 1).name();
    try (var superuser = TestDatabase.superuser(credentials);
        var sql =
            superuser.prepareStatement(
                """
                INSERT INTO job (zone_id, kind, title, account_id, who, input, state, attempts, runner, heartbeat_at)
                VALUES (0, 'practice', '练习', 0, 'mujian', '{"do":"count"}', 'running', ?, ?, now()) RETURNING id
                """)) {
      sql.setInt(1, attempts);
      sql.setString(2, gone);
      try (var row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Account administrator() {
    long id =
        PROVINCE.call(
            () ->
                accounts
                    .find(1)
                    .filter(account -> account.has(Role.ADMINISTRATOR))
                    .orElseThrow()
                    .id());
    return accounts.find(id).orElseThrow();
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
