package org.mujian.promotion.gap;

import java.util.function.Consumer;
import org.mujian.chain.NameSays;
import org.mujian.enterprises.RegistryScan;
import org.springframework.stereotype.Component;

/** The enterprises' room, read for tagging. */
@Component
class SharedRegistry implements RegistryReader {

  private final RegistryScan scan;

  SharedRegistry(RegistryScan scan) {
    this.scan = scan;
  }

  @Override
  public long count(long zone) {
    return scan.count(zone);
  }

  @Override
  public void read(long zone, Consumer<Registered> each) {
    scan.read(
        zone,
        found ->
            each.accept(
                new Registered(
                    found.id(),
                    found.division(),
                    found.industryCode(),
                    found.yuan(),
                    found.registeredOn() == null ? null : found.registeredOn().getYear(),
                    found.scope(),
                    NameSays.of(found.name()))));
  }
}
