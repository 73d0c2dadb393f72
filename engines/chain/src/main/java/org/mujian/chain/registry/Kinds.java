package org.mujian.chain.registry;

import org.mujian.chain.NameSays;
import org.mujian.chain.Reading;
import org.mujian.chain.Role;

/** Roles and what goes with them, as bytes of the file. */
final class Kinds {

  private static final Role[] ROLES = {Role.MAKES, Role.TRADES, Role.SERVES, Role.UNSTATED};
  private static final NameSays[] NAMES = {NameSays.NOTHING, NameSays.MAKES, NameSays.TRADES};
  private static final int MACHINES = 4;

  private Kinds() {}

  static byte of(Reading.Item item) {
    int role =
        switch (item.role()) {
          case MAKES -> 0;
          case TRADES -> 1;
          case SERVES -> 2;
          case UNSTATED -> 3;
        };
    return (byte) (item.ofMachines() ? role | MACHINES : role);
  }

  static byte of(NameSays says) {
    return switch (says) {
      case NOTHING -> 0;
      case MAKES -> 1;
      case TRADES -> 2;
    };
  }

  static boolean isKind(byte kind) {
    return kind >= 0 && kind < 2 * MACHINES;
  }

  static boolean isName(byte name) {
    return name >= 0 && name < NAMES.length;
  }

  static Role role(byte kind) {
    return ROLES[kind & 3];
  }

  static boolean ofMachines(byte kind) {
    return (kind & MACHINES) != 0;
  }

  static NameSays name(byte name) {
    return NAMES[name];
  }
}
