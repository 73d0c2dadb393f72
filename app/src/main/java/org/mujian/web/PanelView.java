package org.mujian.web;

/** A panel with what its room has to say. */
public record PanelView(int programme, Panel.Content content) {}
