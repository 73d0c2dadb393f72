package org.mujian.web;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.store.Scope;
import org.mujian.zone.Zones;
import org.springframework.stereotype.Component;

/** The zone that an API call is about: {@code ?zone=<code>}, by default the account's own. */
@Component
public class ApiZone {

  private final Zones zones;

  ApiZone(Zones zones) {
    this.zones = zones;
  }

  /**
   * @return the zone's id; {@link Scope#PROVINCE} for the province's accounts when none is named
   * @throws NoSuchZone when it does not exist or is not the account's
   */
  public long of(Account account, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return account.zoneId();
    }
    return zones
        .findByCode(code)
        .filter(zone -> Scope.current().zones().contains(zone.id()))
        .orElseThrow(() -> new NoSuchZone(code))
        .id();
  }
}
