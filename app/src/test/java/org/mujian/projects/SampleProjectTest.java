package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The sample holds on whatever day it is loaded. */
class SampleProjectTest {

  @Property(tries = 400)
  void onAnyDayItHasEighteenProjectsTenStartsAndEightCompletionsOfTheYear(
      @ForAll @IntRange(min = 0, max = 1500) int day) {
    LocalDate today = LocalDate.of(2026, 1, 1).plusDays(day);
    List<SampleProject> all = SampleProject.all(today);
    assertThat(all).hasSize(18);
    assertThat(all).filteredOn(p -> planned(p, "started").getYear() == today.getYear()).hasSize(10);
    assertThat(all)
        .filteredOn(p -> planned(p, "completed").getYear() == today.getYear())
        .hasSize(8);
    for (SampleProject project : all) {
      assertThat(inOrder(project.planned().values())).as("%s planned", project.name()).isTrue();
      assertThat(inOrder(project.entered(today).values()))
          .as("%s entered", project.name())
          .isTrue();
      assertThat(project.entered(today)).containsKey("reserve");
      assertThat(project.entered(today).values()).allMatch(on -> !on.isAfter(today));
      assertThat(project.entered(today)).doesNotContainKey(project.holds());
      assertThat(project.coded() || !project.entered(today).containsKey("approval")).isTrue();
    }
  }

  private static LocalDate planned(SampleProject project, String stage) {
    return java.util.Objects.requireNonNull(project.planned().get(stage));
  }

  private static boolean inOrder(Collection<LocalDate> days) {
    List<LocalDate> sorted = new ArrayList<>(days);
    sorted.sort(null);
    return sorted.equals(new ArrayList<>(days));
  }
}
