package org.mujian.projects.plan;

import org.mujian.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A plan that cannot be asked for so. Its message is for people: what, which value, what now. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class PlanRefused extends RuntimeException {

  private final String english;

  public PlanRefused(String chinese, String english) {
    super(chinese);
    this.english = english;
  }

  public String in(Language language) {
    return language == Language.ENGLISH ? english : String.valueOf(getMessage());
  }
}
