package org.mujian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hits of one {@link SearchSource}. */
public record SearchGroup(String titleKey, List<SearchSource.Hit> hits, @Nullable String allHref) {}
