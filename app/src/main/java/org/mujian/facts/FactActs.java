package org.mujian.facts;

/** What the account may do with the fact now. */
public record FactActs(boolean submit, boolean review, boolean correct) {}
