/**
 * Governance (体制机制): departments and posts, schemes of appraisal, rounds and their score.
 *
 * <p>A scheme is data: written once, its points add up or it is refused. A round is a year
 * appraised by one version of a scheme; its values are approved facts, so each leads to who
 * approved it; frozen, it keeps what it found. Money and party building are not here.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Governance",
    allowedDependencies = {
      "units",
      "appraisal",
      "web",
      "zone",
      "store",
      "identity",
      "documents",
      "facts",
      "land",
      "projects",
      "promotion",
      "clusters",
      "services",
      "reports"
    })
@NullMarked
package org.mujian.governance;

import org.jspecify.annotations.NullMarked;
