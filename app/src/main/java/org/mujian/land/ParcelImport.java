package org.mujian.land;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mujian.documents.ImportKind;
import org.mujian.identity.Account;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Import of a list of parcels (地块台账): number, block, use, area and the days of legal steps. A
 * parcel that is there already is updated; the area of a drawn one stays what its outline measures.
 */
@Component
class ParcelImport implements ImportKind {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T].*)?");
  private static final Set<String> MISSING = Set.of("-", "—", "–", "/", "无", "N/A", "n/a");

  /** The steps that a list may date, in the order of the columns behind the first five. */
  static final List<LegalStep> STEPS =
      List.of(
          LegalStep.PLANNING,
          LegalStep.CONVERSION,
          LegalStep.EXPROPRIATION,
          LegalStep.STORAGE,
          LegalStep.CLEAR);

  private final ParcelCommit commit;

  ParcelImport(ParcelCommit commit) {
    this.commit = commit;
  }

  @Override
  public String id() {
    return "parcels";
  }

  @Override
  public String titleKey() {
    return "import.parcels";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        new Column(
            "parcel-number",
            List.of("地块编号", "编号", "地块号", "宗地号", "Parcel"),
            true,
            ParcelImport::number),
        new Column(
            "parcel-area",
            List.of("面积(亩)", "面积（亩）", "面积", "亩", "Area (mu)"),
            true,
            ParcelImport::area),
        new Column("parcel-block", List.of("片区", "区块", "Block"), false, ParcelImport::text),
        new Column("parcel-use", List.of("用途", "用地性质", "规划用途", "Use"), false, ParcelImport::text),
        new Column("parcel-chemical", List.of("化工", "化工用地", "Chemical"), false, ParcelImport::yes),
        date("parcel-planning", "规划条件", "规划条件日期", "Planning conditions"),
        date("parcel-conversion", "农转用批复", "农用地转用", "转用批复日期", "Conversion"),
        date("parcel-expropriation", "征收完成", "征收日期", "Expropriation"),
        date("parcel-storage", "收储入库", "收储日期", "Land bank"),
        date("parcel-clear", "净地", "净地日期", "Title clear"),
        new Column("parcel-authority", List.of("主管部门", "Authority"), false, ParcelImport::text));
  }

  private static Column date(String key, String... names) {
    return new Column(key, List.of(names), false, ParcelImport::date);
  }

  static Cell number(String text) {
    return text.matches("\\S{1,30}") ? new Cell.Value(text) : new Cell.Fault("parcel-number-bad");
  }

  /** In m². */
  static Cell area(String text) {
    String plain = text.replace(",", "").replace("亩", "").strip();
    if (!plain.matches("\\d{1,6}(\\.\\d{1,6})?") || new java.math.BigDecimal(plain).signum() == 0) {
      return new Cell.Fault("parcel-area-bad");
    }
    return new Cell.Value(
        org.mujian.units.Area.ofMu(new java.math.BigDecimal(plain)).squareMetres().toPlainString());
  }

  static Cell text(String text) {
    return new Cell.Value(
        MISSING.contains(text) ? null : text.substring(0, Math.min(60, text.length())));
  }

  static Cell yes(String text) {
    return new Cell.Value(
        Set.of("是", "√", "1", "true", "yes", "Y").contains(text) ? "true" : "false");
  }

  static Cell date(String text) {
    if (MISSING.contains(text)) {
      return new Cell.Value(null);
    }
    Matcher date = DATE.matcher(text);
    try {
      return date.matches()
          ? new Cell.Value(
              LocalDate.of(
                      Integer.parseInt(date.group(1)),
                      Integer.parseInt(date.group(2)),
                      Integer.parseInt(date.group(3)))
                  .toString())
          : new Cell.Fault("parcel-date-bad");
    } catch (DateTimeException e) {
      return new Cell.Fault("parcel-date-bad");
    }
  }

  @Override
  public long targetZone(Account account, long zone) {
    long target = zone == Scope.PROVINCE ? account.zoneId() : zone;
    if (target == Scope.PROVINCE
        || !Allowed.write(account)
        || !Scope.current().zones().contains(target)) {
      throw new AccessDeniedException("parcels");
    }
    return target;
  }

  @Override
  public Committed commit(Staged staged) {
    return commit.commit(staged);
  }
}
