package org.mujian.projects.course;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A course as shipped, and standings written in short. */
public final class Sample {

  private static final EvidenceKind CONTRACT = kind("contract", "投资协议", false, true);
  private static final EvidenceKind PERMIT = kind("permit", "施工许可证", false, true);
  private static final EvidenceKind PHOTO = kind("works-photo", "永久性工程照片", true, false);
  private static final EvidenceKind ACCEPTANCE = kind("acceptance", "竣工验收文件", false, true);

  public static final Course COURSE =
      new Course(
          List.of(
              new Stage("reserve", "储备", "reserve", 1, 1, List.of(), false),
              new Stage("signed", "签约", "signed", 2, null, List.of("contract"), false),
              new Stage("started", "开工", "started", 3, 2, List.of("permit", "works-photo"), true),
              new Stage("completed", "竣工", "completed", 4, 3, List.of("acceptance"), true),
              new Stage(
                  "statistics", "入库纳统", "in statistics", null, null, List.of("permit"), true)),
          List.of(CONTRACT, PERMIT, PHOTO, ACCEPTANCE));

  private Sample() {}

  private static EvidenceKind kind(String code, String name, boolean file, boolean number) {
    return new EvidenceKind(code, name, code, file, number);
  }

  /** {@code "reserve 2026-01-05, started 2026-03-01"} and the like. */
  public static Map<String, LocalDate> days(String text) {
    Map<String, LocalDate> days = new HashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(", ")) {
      days.put(part.split(" ")[0], LocalDate.parse(part.split(" ")[1]));
    }
    return days;
  }

  public static Standing standing(long id, String entered, String planned) {
    return new Standing(id, true, false, days(entered), days(planned), List.of(), List.of(), null);
  }

  public static Standing with(Standing s, List<Proof> proofs) {
    return new Standing(
        s.id(), s.coded(), s.phase(), s.entered(), s.planned(), proofs, s.problems(), s.site());
  }

  public static Standing with(Standing s, Standing.OpenProblem... problems) {
    return new Standing(
        s.id(),
        s.coded(),
        s.phase(),
        s.entered(),
        s.planned(),
        s.proofs(),
        List.of(problems),
        s.site());
  }

  public static Standing with(Standing s, Standing.@Nullable Site site) {
    return new Standing(
        s.id(), s.coded(), s.phase(), s.entered(), s.planned(), s.proofs(), s.problems(), site);
  }

  public static Standing phase(Standing s, boolean coded) {
    return new Standing(
        s.id(), coded, true, s.entered(), s.planned(), s.proofs(), s.problems(), s.site());
  }
}
