package org.mujian.facts;

import java.util.Arrays;
import java.util.Locale;

/** 口径: by whose books a figure is. Two bases of one measure may rightly differ. */
public enum Basis {
  STATISTICS,
  TAX,
  FINANCE,
  CUSTOMS,
  COMMERCE,
  ZONE,
  ENTERPRISE;

  /** As the database, the API and the message keys write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the code
   */
  public static Basis of(String code) {
    return Arrays.stream(values())
        .filter(basis -> basis.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("没有口径“" + code + "”"));
  }
}
