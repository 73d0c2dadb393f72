package org.mujian.services.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paper that a case needs.
 *
 * @param due of a late one the day until which it follows; of a promised one the day of the check
 */
public record Material(
    long caseId,
    long id,
    String name,
    State state,
    @Nullable LocalDate due,
    @Nullable LocalDate receivedOn,
    String note) {

  public enum State {
    WANTED,
    RECEIVED,
    /** 容缺受理: the case runs, the paper follows by a day. */
    LATE,
    /** 告知承诺: promised now, checked later. */
    PROMISED;

    /** As the database, the API and message keys write it. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws ServiceRefused naming the code when there is no such state
     */
    public static State of(String code) {
      for (State state : values()) {
        if (state.code().equals(code)) {
          return state;
        }
      }
      throw new ServiceRefused("没有“" + code + "”这种材料状态，应是 wanted、received、late、promised 之一");
    }
  }

  /** Whether somebody waits for it, or for its check, past its day. */
  public boolean isOverdue(LocalDate today) {
    return state != State.RECEIVED && due != null && due.isBefore(today);
  }
}
