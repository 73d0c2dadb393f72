package org.mujian.projects.course;

/**
 * A kind of evidence.
 *
 * @param needsFile a photo proves nothing without its file
 * @param needsNumber a permit has a number
 */
public record EvidenceKind(
    String code, String name, String nameEn, boolean needsFile, boolean needsNumber) {}
