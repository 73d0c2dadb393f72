package org.mujian.identity;

import java.time.Instant;

/**
 * @param success whether the password was right
 */
public record SignInSeen(Instant at, boolean success) {}
