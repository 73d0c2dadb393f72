package org.mujian.promotion.gap;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Until the registry can be read. */
@Component
class NoRegistry implements RegistryReader {
  @Override
  public long count(long zone) {
    return 0;
  }

  @Override
  public void read(long zone, Consumer<Registered> each) {}
}
