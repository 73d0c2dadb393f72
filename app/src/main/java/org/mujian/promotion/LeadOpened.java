package org.mujian.promotion;

/** A lead was opened. */
public record LeadOpened(long zone, long leadId) {}
