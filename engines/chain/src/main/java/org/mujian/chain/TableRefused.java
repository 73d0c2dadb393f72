package org.mujian.chain;

/** An input-output table that cannot be used. */
public final class TableRefused extends RuntimeException {

  public TableRefused(String why) {
    super("投入产出表不能用：" + why);
  }
}
