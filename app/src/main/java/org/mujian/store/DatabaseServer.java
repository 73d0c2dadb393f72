package org.mujian.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The database in use: the embedded one, which this program started and stops, or a server of one's
 * own.
 */
public record DatabaseServer(Credentials credentials, @Nullable EmbeddedDatabase embedded)
    implements AutoCloseable {

  static DatabaseServer of(EmbeddedDatabase embedded) {
    return new DatabaseServer(embedded.credentials(), embedded);
  }

  static DatabaseServer of(Credentials own) {
    return new DatabaseServer(own, null);
  }

  public boolean isEmbedded() {
    return embedded != null;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }
}
