package org.mujian.backup;

/** A backup or a restore that does not take place. Says why and what to do, in both languages. */
public final class BackupRefused extends RuntimeException {

  private final String chinese;
  private final String english;

  BackupRefused(String chinese, String english) {
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
