package org.mujian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Engines are plain Java: no framework, no SQL, no input or output but what is passed in. */
class EnginePurityTest {

  /** Each engine's package, and the engines that it may use. */
  private static final Map<String, Set<String>> ENGINES =
      Map.of(
          "org.mujian.units", Set.of(), //
          "org.mujian.appraisal", Set.of(),
          // OR-Tools: decision 0130.
          "org.mujian.allocation",
              Set.of(
                  "com.google.ortools",
                  "com.google.ortools.sat",
                  "com.google.ortools.linearsolver"),
          "org.mujian.clock", Set.of("org.mujian.units"),
          // Reads atlases from YAML; maps the registry file that its caller names.
          "org.mujian.chain",
              Set.of(
                  "org.yaml.snakeyaml",
                  "org.yaml.snakeyaml.constructor",
                  "org.yaml.snakeyaml.error",
                  "java.io",
                  "java.nio",
                  "java.nio.channels",
                  "java.nio.file"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages(ENGINES.keySet());

  @TestFactory
  java.util.stream.Stream<DynamicTest> anEngineDependsOnNothingButJavaAndTheEnginesAllowed() {
    return ENGINES.entrySet().stream()
        .map(engine -> DynamicTest.dynamicTest(engine.getKey(), () -> check(engine)));
  }

  private static void check(Map.Entry<String, Set<String>> engine) {
    classes()
        .that()
        .resideInAPackage(engine.getKey() + "..")
        .should()
        .onlyDependOnClassesThat(allowed(engine.getKey(), engine.getValue()))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> allowed(String engine, Set<String> others) {
    return DescribedPredicate.describe(
        "are Java's own, JSpecify's annotations, or " + others,
        type -> {
          String name = type.getPackageName();
          return (name.equals("java.lang") && !isOutsideWorld(type))
              || name.startsWith("java.lang.")
              || name.startsWith("java.math")
              || name.startsWith("java.time")
              || name.startsWith("java.util")
              || name.startsWith("java.text")
              || name.startsWith("java.nio.charset")
              || name.equals("org.jspecify.annotations")
              || name.equals(engine)
              || name.startsWith(engine + ".")
              || others.contains(name)
              || type.isPrimitive()
              || type.isArray();
        });
  }

  private static boolean isOutsideWorld(JavaClass type) {
    return type.isEquivalentTo(Runtime.class)
        || type.isEquivalentTo(Process.class)
        || type.isEquivalentTo(ProcessBuilder.class);
  }

  @Test
  void anEngineTakesOfTheSystemOnlyTheCopyingOfArrays() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "is of System and no arraycopy",
                access ->
                    access.getTargetOwner().isEquivalentTo(System.class)
                        && !access.getName().equals("arraycopy")))
        .check(CLASSES);
  }

  @Test
  void anEngineNeverAsksWhatTimeItIs() {
    noClasses()
        .should()
        .callMethodWhere(ArchitectureTest.readsTheSystemClock())
        .because("what depends on now cannot be computed again")
        .check(CLASSES);
  }
}
