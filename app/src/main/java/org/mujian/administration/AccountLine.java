package org.mujian.administration;

import org.mujian.identity.Account;

/** An account with its zone's name. */
public record AccountLine(Account account, String zone, String roles) {}
