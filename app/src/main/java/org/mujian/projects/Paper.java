package org.mujian.projects;

/** A paper that a closed meeting left: {@code minutes} (会议纪要) or {@code order} (督办单). */
record Paper(String kind, long fileId, String fileName) {}
