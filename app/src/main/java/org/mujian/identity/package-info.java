/** Accounts, roles, sign-in, access tokens, and the scope in which each request works. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Identity",
    allowedDependencies = {"store", "zone"})
@NullMarked
package org.mujian.identity;

import org.jspecify.annotations.NullMarked;
