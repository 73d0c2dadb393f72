package org.mujian.projects;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.KeptFiles;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of evidence: their type is read from their first bytes, not from name or metadata. */
@Component
@Transactional
class EvidenceFiles {

  static final int LARGEST = 20 * 1024 * 1024;

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "jpg", MediaType.IMAGE_JPEG,
          "png", MediaType.IMAGE_PNG,
          "pdf", MediaType.APPLICATION_PDF);

  private final EvidenceBook evidence;
  private final KeptFiles files;

  EvidenceFiles(EvidenceBook evidence, KeptFiles files) {
    this.evidence = evidence;
    this.files = files;
  }

  /** A file as it is sent to a browser. */
  record Shown(String name, MediaType type, byte[] content) {}

  /**
   * @param content empty for evidence without a file
   * @throws ProjectRefused for another type, or a photo that is none
   */
  long add(
      long zone,
      long project,
      String kind,
      String number,
      LocalDate dated,
      String note,
      String name,
      byte[] content) {
    if (content.length == 0) {
      return evidence.add(zone, project, kind, number, dated, note, null, "");
    }
    if (content.length > LARGEST) {
      throw new ProjectRefused("文件 %.1f MB，超过 20 MB；请压缩后再传".formatted(content.length / 1048576.0));
    }
    String type = type(content);
    if (type == null) {
      throw new ProjectRefused("「" + name + "」不是 JPG、PNG 或 PDF 文件（按内容判断），请转换后再传");
    }
    if (kind.endsWith("photo") && type.equals("pdf")) {
      throw new ProjectRefused("照片要传 JPG 或 PNG，「" + name + "」是 PDF");
    }
    String shown = name(name, type);
    return evidence.add(
        zone, project, kind, number, dated, note, files.keep(zone, shown, content), shown);
  }

  Shown get(long zone, long project, long id) {
    Evidence found =
        evidence.list(zone, project).stream()
            .filter(e -> e.id() == id && e.fileId() != null)
            .findFirst()
            .orElseThrow(() -> new NoSuchProject("材料文件 " + id));
    byte[] content = files.read(zone, Objects.requireNonNull(found.fileId()));
    String type = type(content);
    return new Shown(
        found.fileName(),
        type == null ? MediaType.APPLICATION_OCTET_STREAM : Objects.requireNonNull(TYPES.get(type)),
        content);
  }

  /** The last part of the name given, with the ending that its content has. */
  private static String name(String given, String type) {
    String last = given.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}]", "").strip();
    String stem = last.replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
    boolean fits =
        last.toLowerCase(Locale.ROOT)
            .matches(".*\\.(" + (type.equals("jpg") ? "jpe?g" : type) + ")");
    return fits ? last : (stem.isEmpty() ? "材料" : stem) + "." + type;
  }

  static @Nullable String type(byte[] content) {
    if (begins(content, 0xFF, 0xD8, 0xFF)) {
      return "jpg";
    }
    if (begins(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return "png";
    }
    return begins(content, '%', 'P', 'D', 'F', '-') ? "pdf" : null;
  }

  private static boolean begins(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
