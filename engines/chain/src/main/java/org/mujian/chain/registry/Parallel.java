package org.mujian.chain.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on parts of a whole, answered in the order of the parts however many threads there are. */
public final class Parallel {

  private Parallel() {}

  public static <A, B> List<B> map(int threads, List<A> parts, Function<A, B> work) {
    if (threads <= 1 || parts.size() <= 1) {
      return parts.stream().map(work).toList();
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<B>> started = new ArrayList<>();
      parts.forEach(part -> started.add(workers.submit(() -> work.apply(part))));
      List<B> answers = new ArrayList<>();
      for (Future<B> each : started) {
        answers.add(each.get());
      }
      return answers;
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
