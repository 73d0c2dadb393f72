/**
 * Chains: who stands in which link, by the words of business scopes.
 *
 * <p>An {@link org.mujian.chain.Atlas} is a chain (产业链图谱) as data: links, which feeds which, and
 * the keywords and exclusions of each. {@link org.mujian.chain.AtlasReader} reads it from YAML and
 * refuses what is wrong, all at once; {@link org.mujian.chain.ShippedAtlases} come with the engine.
 * {@link org.mujian.chain.ScopeTagger} reads a scope as its writer meant it: left to right, the
 * longest word wins; exclusions (不含…, …除外) and words of the law are not read; the verbs of the same
 * phrase give the role. It answers with {@link org.mujian.chain.Tag}s, each with the words that
 * gave it.
 *
 * <p>No database, no web, no file but what is passed in. All types are immutable or say otherwise.
 */
@NullMarked
package org.mujian.chain;

import org.jspecify.annotations.NullMarked;
