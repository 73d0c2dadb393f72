package org.mujian.zone;

/**
 * One of the six programmes in the zone's own words.
 *
 * @param id 1 to 6
 */
public record Programme(int id, String title, String words) {}
