package org.mujian.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.identity.Account;
import org.mujian.identity.Accounts;
import org.mujian.store.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that run the jobs, and the pulse that reports for them. */
@Component
class Workers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final int THREADS = 3;
  private static final int POLL_SECONDS = 5;
  private static final int PULSE_MILLIS = 500;
  private static final long CLOSING_MILLIS = 8_000;

  private final JobQueue queue;
  private final Accounts accounts;
  private final Bell bell;
  private final Map<String, JobHandler> handlers;
  private final Map<Long, Running> running = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open;

  Workers(JobQueue queue, Accounts accounts, Bell bell, List<JobHandler> handlers) {
    this.queue = queue;
    this.accounts = accounts;
    this.bell = bell;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
  }

  @Override
  public void start() {
    open = true;
    for (int i = 0; i < THREADS; i++) {
      threads.add(Thread.ofPlatform().daemon().name("job-" + i).start(this::work));
    }
    threads.add(Thread.ofPlatform().daemon().name("job-pulse").start(this::pulse));
  }

  @Override
  public void stop() {
    open = false;
    running.values().forEach(run -> run.halt(Running.Halt.CLOSING));
    long end = System.currentTimeMillis() + CLOSING_MILLIS;
    try {
      while (!running.isEmpty() && System.currentTimeMillis() < end) {
        Thread.sleep(20);
      }
      threads.forEach(Thread::interrupt);
      for (Thread thread : threads) {
        thread.join(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  private void work() {
    while (open) {
      try {
        Optional<Job> job = queue.claim();
        if (job.isPresent()) {
          run(job.get());
        } else {
          bell.await(POLL_SECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        rest(e);
      }
    }
  }

  private void pulse() {
    long turn = 0;
    while (open) {
      try {
        running.values().forEach(queue::pulse);
        if (turn++ % (POLL_SECONDS * 1000 / PULSE_MILLIS) == 0) {
          queue.rescue(running.keySet());
        }
        Thread.sleep(PULSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        rest(e);
      }
    }
  }

  /** The database may be away for a moment; whatever it is, the thread goes on. */
  private void rest(RuntimeException e) {
    if (!open) {
      return;
    }
    LOG.warn("Jobs wait a second: {}", e.toString());
    try {
      Thread.sleep(1000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Job job) {
    Running run = new Running(job);
    running.put(job.id(), run);
    try {
      JobHandler handler = handlers.get(job.kind());
      if (handler == null) {
        throw new JobRefused("job.unknown-kind", job.kind());
      }
      scopeOf(job)
          .call(
              () -> {
                handler.run(run);
                return true;
              });
      queue.finish(run, Job.State.DONE, null, List.of());
    } catch (JobStopped e) {
      stopped(run);
    } catch (JobRefused e) {
      queue.finish(run, Job.State.FAILED, e.key(), e.values());
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      LOG.error("Job {} ({}) failed", job.id(), job.kind(), e);
      queue.finish(run, Job.State.FAILED, "job.broken", List.of(e.getClass().getSimpleName()));
    } finally {
      running.remove(job.id());
    }
  }

  private void stopped(Running run) {
    switch (run.halt()) {
      case CLOSING -> queue.putBack(run);
      case LOST -> LOG.warn("Job {} was taken over by another process", run.id());
      case ASKED, NONE -> queue.finish(run, Job.State.STOPPED, "job.stopped", List.of());
    }
  }

  /** The account is read again: what it lost since it asked, the job must not use. */
  private Scope scopeOf(Job job) {
    if (job.accountId() == 0) {
      return Scope.ofProgram(job.zoneId());
    }
    Account account =
        accounts
            .find(job.accountId())
            .filter(found -> !found.disabled())
            .orElseThrow(() -> new JobRefused("job.no-account", job.who()));
    Scope scope = accounts.scopeOf(account);
    if (!scope.zones().contains(job.zoneId())) {
      throw new JobRefused("job.no-account", job.who());
    }
    return scope;
  }
}
