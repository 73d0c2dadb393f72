package org.mujian.services.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a case ended. */
public enum Result {
  GRANTED,
  REFUSED,
  WITHDRAWN;

  /** As the database, the API and message keys write it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ServiceRefused naming the code when there is no such result
   */
  public static Result of(String code) {
    for (Result result : values()) {
      if (result.code().equals(code)) {
        return result;
      }
    }
    throw new ServiceRefused("没有“" + code + "”这个办理结果，应是 granted、refused、withdrawn 之一");
  }
}
