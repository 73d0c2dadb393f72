package org.mujian.chain;

import java.nio.file.Path;

/** A file that is no encoded registry, or a damaged one. */
public final class RegistryRefused extends RuntimeException {

  public RegistryRefused(Path file, String why) {
    super("登记库 " + file + " 不能用：" + why + "；请从登记数据重新编码（mujian chain encode）");
  }
}
