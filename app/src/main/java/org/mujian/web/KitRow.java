package org.mujian.web;

/** A row of the pattern list. */
public record KitRow(Light light, String name, String due, String amount) {}
