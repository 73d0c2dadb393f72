/**
 * Pages about people and their doing: accounts, one's own account, the history of changes. They
 * stand apart from {@code identity} and {@code store}, which {@code web} itself is built on.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Administration",
    allowedDependencies = {"store", "zone", "identity", "web"})
@NullMarked
package org.mujian.administration;

import org.jspecify.annotations.NullMarked;
