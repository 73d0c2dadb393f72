package org.mujian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms call one way and hide their insides; the diagram in docs is made from this. */
class ModularityTest {

  private static final Path DIAGRAM = Path.of("../docs/modules.md");

  private final ApplicationModules modules = ApplicationModules.of(Mujian.class);

  @Test
  void theModulesCallOneWayAndHideTheirInsides() {
    modules.verify();
  }

  @Test
  void sharedModulesNeverKnowARoom() {
    List<String> rooms =
        List.of("land", "projects", "promotion", "clusters", "services", "governance");
    assertThat(modules.stream().filter(module -> !rooms.contains(name(module))))
        .allSatisfy(module -> assertThat(uses(module)).doesNotContainAnyElementsOf(rooms));
  }

  /** {@code mvn verify -Ddiagram=write} mends what this refuses. */
  @Test
  void theDiagramInDocsIsTheCodes() throws IOException {
    String drawn = draw();
    if ("write".equals(System.getProperty("diagram"))) {
      Files.createDirectories(DIAGRAM.getParent());
      Files.writeString(DIAGRAM, drawn);
    }
    assertThat(Files.exists(DIAGRAM) ? Files.readString(DIAGRAM) : "")
        .as("docs/modules.md differs from the code; run the build with -Ddiagram=write")
        .isEqualTo(drawn);
  }

  private String draw() {
    StringBuilder drawn =
        new StringBuilder(
            """
            # Modules

            <!-- Made by ModularityTest from the code; mvn verify -Ddiagram=write makes it again. -->

            An arrow leads from a module to one that it may use; arrows that others imply are left out.
            The table has them all. ModularityTest refuses code that uses more.

            ```mermaid
            flowchart TD
            """);
    for (ApplicationModule module : sorted()) {
      drawn.append("  %s[\"%s\"]%n".formatted(name(module), module.getDisplayName()));
    }
    for (ApplicationModule module : sorted()) {
      uses(module).stream()
          .filter(used -> !isImplied(module, used))
          .forEach(used -> drawn.append("  %s --> %s%n".formatted(name(module), used)));
    }
    drawn.append("```\n\n| Module | May use |\n|---|---|\n");
    for (ApplicationModule module : sorted()) {
      drawn.append("| %s | %s |%n".formatted(name(module), String.join(", ", uses(module))));
    }
    return drawn.toString();
  }

  private List<ApplicationModule> sorted() {
    return modules.stream().sorted(Comparator.comparing(ModularityTest::name)).toList();
  }

  /**
   * What its package declares; {@link #theModulesCallOneWayAndHideTheirInsides} holds it to that.
   */
  private static List<String> uses(ApplicationModule module) {
    try {
      var declared =
          Class.forName(module.getBasePackage().getName() + ".package-info")
              .getAnnotation(org.springframework.modulith.ApplicationModule.class);
      return declared == null
          ? List.of()
          : Arrays.stream(declared.allowedDependencies()).sorted().toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether another module that {@code module} uses leads to {@code used} as well. */
  private boolean isImplied(ApplicationModule module, String used) {
    return uses(module).stream()
        .filter(other -> !other.equals(used))
        .anyMatch(other -> leadsTo(other, used));
  }

  private boolean leadsTo(String from, String to) {
    return modules.getModuleByName(from).map(ModularityTest::uses).orElse(List.of()).stream()
        .anyMatch(next -> next.equals(to) || leadsTo(next, to));
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
