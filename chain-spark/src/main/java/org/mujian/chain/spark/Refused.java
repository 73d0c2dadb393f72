package org.mujian.chain.spark;

/** Input that cannot be used, said in words. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refused(String why) {
    super(why);
  }
}
