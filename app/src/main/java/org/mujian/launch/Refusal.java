package org.mujian.launch;

/** The program or a command does not go on, for a reason that a person can mend. */
public final class Refusal extends RuntimeException {

  private final String chinese;
  private final String english;

  public Refusal(String chinese, String english) {
    super(chinese + "\n" + english);
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
