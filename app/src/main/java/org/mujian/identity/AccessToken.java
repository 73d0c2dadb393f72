package org.mujian.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner's page lists it; the secret itself is shown once and not kept.
 *
 * @param revokedAt null while it holds
 */
public record AccessToken(
    long id, String name, Instant createdAt, Instant expiresAt, @Nullable Instant revokedAt) {}
