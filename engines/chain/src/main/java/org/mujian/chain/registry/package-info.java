/**
 * A register of enterprises encoded for tagging: what business scopes say, each item once.
 *
 * <p>Scopes are built of items that repeat. {@link org.mujian.chain.Reading} settles what stands
 * around an item (verbs, exclusions, words of the law) before it is stored, so that an item with
 * its role can be tagged without its scope. {@link org.mujian.chain.registry.RegistryWriter} stores
 * each such item once and rows as numbers of items; {@link
 * org.mujian.chain.registry.EncodedRegistry} maps the file; {@link
 * org.mujian.chain.registry.RegistryTagging} tags each item once and sweeps over the rows. What it
 * answers is what {@link org.mujian.chain.ScopeTagger} answers of the scope itself.
 *
 * <p>The file is a sequence of segments, each whole in itself: a head with lengths and check sums,
 * and a body of columns ({@link org.mujian.chain.registry.Segment}). Appending adds a segment; a
 * later row with the same key replaces the earlier. A file that is cut, or changed in one bit, is
 * refused.
 */
@NullMarked
package org.mujian.chain.registry;

import org.jspecify.annotations.NullMarked;
