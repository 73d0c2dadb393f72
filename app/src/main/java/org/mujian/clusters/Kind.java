package org.mujian.clusters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four clusters of the programme. */
public enum Kind {
  PETROCHEMICALS,
  PLASTICS,
  EQUIPMENT,
  LOGISTICS;

  /** As the database, the API and message keys write it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Kind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
