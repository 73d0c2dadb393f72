package org.mujian.chain.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on parts of a whole, answered in the order of the parts however many threads there are. */
public final class Parallel {

  /** Parts begun before the first of them is taken, for each thread: some take longer. */
  private static final int AHEAD = 3;

  private Parallel() {}

  public static <A, B> List<B> map(int threads, List<A> parts, Function<A, B> work) {
    List<B> answers = new ArrayList<>(parts.size());
    each(threads, parts, work, answers::add);
    return answers;
  }

  /**
   * The same for answers that are not kept: each is taken by the calling thread as soon as it is
   * its turn, while the others work on; few wait at any time.
   */
  public static <A, B> void each(
      int threads, List<A> parts, Function<A, B> work, Consumer<B> taker) {
    if (threads <= 1 || parts.size() <= 1) {
      parts.forEach(part -> taker.accept(work.apply(part)));
      return;
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      Deque<Future<B>> begun = new ArrayDeque<>();
      try {
        for (A part : parts) {
          begun.add(workers.submit(() -> work.apply(part)));
          if (begun.size() > AHEAD * threads) {
            taker.accept(begun.remove().get());
          }
        }
        while (!begun.isEmpty()) {
          taker.accept(begun.remove().get());
        }
      } finally {
        begun.forEach(each -> each.cancel(true)); // none is left when all went well
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while tagging", e);
    }
  }
}
