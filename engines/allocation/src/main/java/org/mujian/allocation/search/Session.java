package org.mujian.allocation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Progress;

/**
 * One run: stages, one after another, of workers that tick side by side and meet after each round.
 * What they do between meetings depends on their own state alone, and the ticks of each are
 * counted; so the list of counts repeats the run exactly, wherever the clock had stopped it.
 */
public final class Session implements AutoCloseable {

  private static final long POLL_MS = 2;
  private static final long STREAM = 0x9E3779B97F4A7C15L;

  private final Effort effort;
  private final ExecutorService threads;
  private final List<Long> work = new ArrayList<>();
  private volatile boolean halted;

  public Session(Effort effort) {
    this.effort = effort;
    this.threads =
        Executors.newFixedThreadPool(
            effort.threads(), Thread.ofPlatform().daemon().name("allocation-", 1).factory());
  }

  public int threadCount() {
    return effort.threads();
  }

  /** Chance of its own for each stream. */
  public SplittableRandom dice(int stream) {
    return new SplittableRandom(effort.seed() * 31 + stream * STREAM);
  }

  public boolean isHalted() {
    return halted;
  }

  /** Ticks done by each worker of each stage so far. */
  public List<Long> work() {
    return List.copyOf(work);
  }

  public void report(OptionalLong value, long bound) {
    effort
        .listener()
        .accept(new Progress(value, bound, work.stream().mapToLong(Long::longValue).sum()));
  }

  /**
   * Runs a stage.
   *
   * @param ticks of each worker in a round
   * @param meet after a whole round, on the caller's thread: exchanges, and says whether to go on
   */
  public void run(List<? extends Worker> workers, int ticks, BooleanSupplier meet) {
    int first = work.size();
    workers.forEach(worker -> work.add(0L));
    boolean goesOn = true;
    for (long round = 1; goesOn && !halted; round++) {
      round(workers, first, round * ticks);
      haltWhenTold(workers);
      goesOn = isWhole(workers, first, round * ticks) && meet.getAsBoolean();
    }
  }

  private boolean isWhole(List<? extends Worker> workers, int first, long target) {
    for (int i = 0; i < workers.size(); i++) {
      if (work.get(first + i) < target && !workers.get(i).isFinished()) {
        return false;
      }
    }
    return true;
  }

  private void round(List<? extends Worker> workers, int first, long target) {
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      Worker worker = workers.get(i);
      long from = work.get(first + i);
      long to = Math.min(target, limit(first + i));
      running.add(threads.submit(() -> ticks(worker, from, to)));
    }
    for (int i = 0; i < running.size(); i++) {
      work.set(first + i, await(running.get(i), workers));
    }
  }

  private long limit(int index) {
    if (effort.work().isEmpty()) {
      return Long.MAX_VALUE;
    }
    return index < effort.work().size() ? effort.work().get(index) : 0;
  }

  private long ticks(Worker worker, long from, long to) {
    long done = from;
    try {
      while (done < to && !halted && !worker.isFinished()) {
        worker.tick();
        done++;
      }
    } catch (Worker.Abandoned abandoned) {
      return done;
    }
    return done;
  }

  private long await(Future<Long> running, List<? extends Worker> workers) {
    while (true) {
      try {
        return running.get(POLL_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        haltWhenTold(workers);
      } catch (ExecutionException e) {
        halted = true;
        workers.forEach(Worker::halt);
        throw new IllegalStateException("A search failed: " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        halted = true;
        workers.forEach(Worker::halt);
        Thread.currentThread().interrupt();
        return awaitTheEnd(running);
      }
    }
  }

  private static long awaitTheEnd(Future<Long> running) {
    boolean interrupted = Thread.interrupted();
    try {
      return running.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("A search did not end", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void haltWhenTold(List<? extends Worker> workers) {
    if (!halted && effort.stop().getAsBoolean()) {
      halted = true;
    }
    if (halted) {
      workers.forEach(Worker::halt);
    }
  }

  @Override
  public void close() {
    halted = true;
    threads.close();
  }
}
