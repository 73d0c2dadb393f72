package org.mujian.identity;

import java.util.Arrays;

/** What an account may do. The committee's bureaus have one officer role for each room. */
public enum Role {
  ADMINISTRATOR("administrator"),
  LEADER("leader"),
  OFFICER_LAND("officer:land"),
  OFFICER_PROJECTS("officer:projects"),
  OFFICER_PROMOTION("officer:promotion"),
  OFFICER_CLUSTERS("officer:clusters"),
  OFFICER_SERVICES("officer:services"),
  OFFICER_GOVERNANCE("officer:governance"),
  CLERK("clerk"),
  ENTERPRISE("enterprise"),
  ASSESSOR("assessor");

  static final String OFFICER = "officer:";

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** As the database and the API write it. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming the code when no role has it
   */
  public static Role of(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No role has the code '" + code + "'"));
  }
}
