package org.mujian.documents;

/** A file that somebody brought; its content is kept once per zone. */
record StoredFile(long zoneId, long id, String name, long size, byte[] sha256) {}
