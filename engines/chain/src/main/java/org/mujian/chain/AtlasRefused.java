package org.mujian.chain;

import java.util.List;

/** An atlas that cannot be used, with everything that is wrong in it. */
public final class AtlasRefused extends RuntimeException {

  private final List<String> faults;

  AtlasRefused(String file, List<String> faults) {
    super(file + "：" + String.join("；", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
