package org.mujian.bench;

/** What was reached beside what was aimed at. */
final class Verdict {

  private Verdict() {}

  static void atLeast(Results results, String what, double reached, double aim, String form) {
    say(results, what, form.formatted(reached), "at least " + form.formatted(aim), reached >= aim);
  }

  static void atMost(Results results, String what, double reached, double aim, String form) {
    say(results, what, form.formatted(reached), "at most " + form.formatted(aim), reached <= aim);
  }

  private static void say(Results results, String what, String reached, String aim, boolean good) {
    results.say("**%s**: %s (aim: %s): %s.", what, reached, aim, good ? "reached" : "not reached");
    results.say("");
  }

  static void mustEqual(String what, Object one, Object other) {
    if (!one.equals(other)) {
      throw new IllegalStateException(what + " differ: " + one + " and " + other);
    }
  }
}
