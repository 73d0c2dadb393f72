package org.mujian.factors;

import org.mujian.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A factor cannot be had. Its message is for people: what is left, who holds the rest, until when.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public final class FactorRefused extends RuntimeException {

  private final String english;

  public FactorRefused(String chinese, String english) {
    super(chinese);
    this.english = english;
  }

  public String in(Language language) {
    return language == Language.ENGLISH ? english : String.valueOf(getMessage());
  }
}
