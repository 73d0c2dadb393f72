package org.mujian.projects.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps a project out of a stage. */
class StageRulesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Stage STARTED = Sample.COURSE.get("started");
  private final Standing signed = Sample.standing(1, "reserve 2026-01-05, signed 2026-02-01", "");
  private final Proof permit = new Proof("permit", LocalDate.of(2026, 5, 20), false, true);
  private final Proof photo = new Proof("works-photo", LocalDate.of(2026, 5, 28), true, false);

  @Test
  void aStartNeedsThePermitAndADatedPhoto() {
    assertThat(words(signed)).contains("缺施工许可证").contains("缺永久性工程照片");
    assertThat(words(with(permit))).doesNotContain("缺施工许可证").contains("缺永久性工程照片");
    assertThat(words(with(permit, photo))).isEmpty();
  }

  @Test
  void aPhotoWithoutItsFileAndAPermitWithoutItsNumberProveNothing() {
    assertThat(words(with(permit, new Proof("works-photo", photo.dated(), false, false))))
        .isEqualTo("缺永久性工程照片（附照片文件和日期）");
    assertThat(words(with(photo, new Proof("permit", permit.dated(), true, false))))
        .isEqualTo("缺施工许可证（编号和日期）");
  }

  @Test
  void evidenceOfALaterDayDoesNotCount() {
    assertThat(words(with(permit, new Proof("works-photo", DAY.plusDays(1), true, false))))
        .contains("缺永久性工程照片");
  }

  @Test
  void noStageIsSkippedAndNoneEnteredTwice() {
    Standing reserve = Sample.standing(1, "reserve 2026-01-05", "");
    assertThat(words(Sample.with(reserve, List.of(permit, photo)))).isEqualTo("尚未进入「签约」");
    Standing started =
        Sample.standing(1, "reserve 2026-01-05, signed 2026-02-01, started 2026-03-01", "");
    assertThat(words(started)).isEqualTo("已于 2026-03-01 进入「开工」");
  }

  @Test
  void aStageIsNotEnteredBeforeTheOneBefore() {
    Standing late = Sample.standing(1, "reserve 2026-01-05, signed 2026-07-01", "");
    assertThat(words(Sample.with(late, List.of(permit, photo))))
        .isEqualTo("日期早于进入「签约」的 2026-07-01");
  }

  @Test
  void withoutProjectCodeNothingStarts() {
    Standing uncoded =
        new Standing(
            1,
            false,
            false,
            signed.entered(),
            signed.planned(),
            List.of(permit, photo),
            List.of(),
            null);
    assertThat(words(uncoded)).isEqualTo("缺项目代码");
  }

  private Standing with(Proof... proofs) {
    return Sample.with(signed, Stream.of(proofs).toList());
  }

  private static String words(Standing standing) {
    return Missing.words(Sample.COURSE.missing(standing, STARTED, DAY));
  }
}
