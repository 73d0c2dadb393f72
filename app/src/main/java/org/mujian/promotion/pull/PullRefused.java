package org.mujian.promotion.pull;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A question about pull-through that cannot be answered. The message is for people. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class PullRefused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] values;

  /**
   * @param message in Chinese
   * @param key of the text that says the same in the page's language
   */
  public PullRefused(String message, String key, Object... values) {
    super(message);
    this.key = key;
    this.values = values;
  }

  public String key() {
    return key;
  }

  public Object[] values() {
    return values.clone();
  }
}
