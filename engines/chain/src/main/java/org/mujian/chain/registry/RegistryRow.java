package org.mujian.chain.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.ScopeTagger;
import org.mujian.chain.Tag;

/** A row of a register, of which no more is read than is asked for. Until the next one is read. */
public interface RegistryRow {

  /** The credit code, or null when it is none. */
  @Nullable RowKey packedKey();

  /** Whether any word of the atlas may stand in its scope; most rows hold none. */
  boolean mayHold(ScopeTagger tagger);

  List<Tag> tags(ScopeTagger tagger);

  Enterprise enterprise();
}
