package org.mujian.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Figure;
import org.mujian.web.Light;

/**
 * A fact in a page's words.
 *
 * @param subjectHref the subject's page, or null
 * @param growth 同比 and 环比, each one short text; empty where nothing is compared
 * @param recorded when and by whom it was put in
 * @param reviewed the last step of its review, when and by whom
 * @param known since when it is known, with its seal; or that it awaits its seal
 */
public record FactLine(
    Fact fact,
    String href,
    String measure,
    String period,
    String subject,
    @Nullable String subjectHref,
    Figure figure,
    String basis,
    boolean official,
    Light light,
    List<String> growth,
    String recorded,
    String reviewed,
    String known) {}
