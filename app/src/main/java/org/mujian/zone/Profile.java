package org.mujian.zone;

/**
 * What a zone is and wants, in its own words.
 *
 * @param committee the office that runs it
 * @param recognition as a chemical park (化工园区认定); empty: not entered
 * @param version of the whole dossier: facts, departments, targets and features change under it
 */
public record Profile(
    int planYear, String committee, String about, String goals, String recognition, int version) {}
