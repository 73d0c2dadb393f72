package org.mujian.promotion;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A question about pull-through that cannot be answered, with what is wrong. */
final class PullRefused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  PullRefused(@Nullable String message) {
    super(message);
  }
}
