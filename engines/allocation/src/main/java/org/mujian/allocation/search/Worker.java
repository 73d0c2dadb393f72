package org.mujian.allocation.search;

/** One of the searchers of a stage. Only its own thread touches it between two meetings. */
public interface Worker {

  /**
   * A piece of work of a few milliseconds that depends on nothing but the worker's state.
   *
   * @throws Abandoned when it was halted before it changed anything
   */
  void tick() throws Abandoned;

  /** Whether it has nothing more to do in this round. */
  default boolean isFinished() {
    return false;
  }

  /** Called from another thread: a long tick should be abandoned. */
  default void halt() {}

  /** The tick was given up and left no trace. */
  final class Abandoned extends Exception {
    public Abandoned() {
      super("halted", null, false, false);
    }
  }
}
