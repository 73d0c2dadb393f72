package org.mujian.chain.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What each of some things gives, one behind the other, and no sooner than it is asked for. */
final class Flat<A, B> implements Iterator<B> {

  private final Iterator<A> from;
  private final BiConsumer<A, Consumer<B>> each;
  private final Deque<B> ready = new ArrayDeque<>();

  Flat(Iterator<A> from, BiConsumer<A, Consumer<B>> each) {
    this.from = from;
    this.each = each;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && from.hasNext()) {
      each.accept(from.next(), ready::add);
    }
    return !ready.isEmpty();
  }

  @Override
  public B next() {
    hasNext();
    return ready.remove();
  }
}
