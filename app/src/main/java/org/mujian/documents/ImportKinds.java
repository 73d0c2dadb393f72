package org.mujian.documents;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mujian.identity.Account;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The kinds of lists that the rooms can take in. */
@Component
class ImportKinds {

  private final Map<String, ImportKind> kinds = new TreeMap<>();

  ImportKinds(List<ImportKind> kinds) {
    kinds.forEach(kind -> this.kinds.put(kind.id(), kind));
  }

  Optional<ImportKind> find(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  ImportKind get(String id) {
    return find(id).orElseThrow(() -> new FileRefused("unknown-kind", id));
  }

  Collection<String> ids() {
    return kinds.keySet();
  }

  /** Those that the account may import in that zone, the first to be chosen first. */
  List<ImportKind> listFor(Account account, long zone) {
    return kinds.values().stream()
        .filter(kind -> mayImport(kind, account, zone))
        .sorted(Comparator.comparingInt(ImportKind::place))
        .toList();
  }

  private static boolean mayImport(ImportKind kind, Account account, long zone) {
    try {
      kind.targetZone(account, zone);
      return true;
    } catch (AccessDeniedException e) {
      return false;
    }
  }
}
