package org.mujian.enterprises;

import gg.jte.Content;

/** A section of a room on an enterprise's page, with its inside. */
public record EnterprisePart(String title, Content content) {}
