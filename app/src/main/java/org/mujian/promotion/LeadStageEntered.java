package org.mujian.promotion;

/** A lead entered a stage. */
public record LeadStageEntered(long zone, long leadId, String stage) {}
