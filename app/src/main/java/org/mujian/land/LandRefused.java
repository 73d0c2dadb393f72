package org.mujian.land;

import org.mujian.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Something about land cannot be done. Its message is for people: what, which value, what now. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class LandRefused extends RuntimeException {

  private final String english;

  public LandRefused(String chinese, String english) {
    super(chinese);
    this.english = english;
  }

  public String in(Language language) {
    return language == Language.ENGLISH ? english : String.valueOf(getMessage());
  }
}
