package org.mujian.projects;

import java.util.Map;

/** The form of what plans ask of a project. */
public record BenefitView(Project project, Map<String, String> typed, Map<String, String> errors) {

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
