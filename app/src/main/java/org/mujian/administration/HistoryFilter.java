package org.mujian.administration;

/** The filters as typed. */
public record HistoryFilter(String who, String table, String from, String to) {}
