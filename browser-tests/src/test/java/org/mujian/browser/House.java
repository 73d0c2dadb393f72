package org.mujian.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test of this module the same running program: to start it is the dearest part of
 * them. Who kills it starts it again.
 */
final class House implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Program.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(House.class))
        .computeIfAbsent(Program.class, key -> start(), Program.class);
  }

  private static Program start() {
    try {
      return Program.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
