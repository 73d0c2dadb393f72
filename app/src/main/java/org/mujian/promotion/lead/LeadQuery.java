package org.mujian.promotion.lead;

import org.jspecify.annotations.Nullable;

/**
 * What a list of leads is asked for; all of it null is the open ones.
 *
 * @param stage an open or closed stage
 * @param closed also those that landed or were dropped
 * @param ownerId only those of this account
 * @param words in the name, the note or the source
 */
public record LeadQuery(
    @Nullable LeadStage stage,
    boolean closed,
    @Nullable Long ownerId,
    @Nullable String chain,
    @Nullable String link,
    @Nullable String words) {

  public static final LeadQuery OPEN = new LeadQuery(null, false, null, null, null, null);
}
