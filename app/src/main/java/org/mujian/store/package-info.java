/**
 * The database under all modules: the embedded server, roles, transactions in a {@link
 * org.mujian.store.Scope}, recorded {@link org.mujian.store.Changes}, their seal, and the backup.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Store",
    allowedDependencies = {})
@NullMarked
package org.mujian.store;

import org.jspecify.annotations.NullMarked;
