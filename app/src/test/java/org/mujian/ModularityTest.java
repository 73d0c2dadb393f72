package org.mujian;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rooms call one way and hide their insides; the diagram in docs is made from this. */
class ModularityTest {

  private final ApplicationModules modules = ApplicationModules.of(Mujian.class);

  @Test
  void theModulesCallOneWayAndHideTheirInsides() {
    modules.verify();
  }

  @Test
  void theDiagramIsWritten() {
    new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
        .writeModulesAsPlantUml();
  }
}
