/**
 * Where a chain stands: links by region and year, how specialised a region is, what it lacks, and
 * who elsewhere could fill it.
 *
 * <p>{@link org.mujian.chain.profile.Profile} counts tags into dense arrays in one sweep. {@link
 * org.mujian.chain.profile.Candidates} ranks enterprises for a link, each with the parts of its
 * score; order is blind to name, owner and origin.
 */
@NullMarked
package org.mujian.chain.profile;

import org.jspecify.annotations.NullMarked;
