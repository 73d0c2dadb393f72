package org.mujian.web;

/**
 * A filter of a list: its words, and the address of the list after a click.
 *
 * @param removes whether the click on a chip that is on takes the filter away
 */
public record Chip(String text, String href, boolean on, boolean removes) {}
