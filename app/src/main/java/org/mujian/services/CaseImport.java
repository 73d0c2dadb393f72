package org.mujian.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.GoodRows;
import org.mujian.documents.ImportKind;
import org.mujian.enterprises.Dates;
import org.mujian.identity.Account;
import org.mujian.services.cases.CaseIntake;
import org.mujian.services.cases.CaseJudge;
import org.mujian.services.cases.OutsideCase;
import org.mujian.services.cases.Result;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The province's platform as it exports cases: new ones are made, known ones (by the platform's
 * number) are accepted and closed. What contradicts the record is refused: the record is corrected
 * on the case's page, where it says why.
 */
@Component
class CaseImport implements ImportKind {

  static final String ID = "cases";

  private static final Set<String> OPEN =
      Set.of("受理", "已受理", "在办", "办理中", "审批中", "审查中", "补正", "待补正", "公示中", "open");
  private static final Set<String> CLOSED = Set.of("办结", "已办结", "办结归档", "已完成", "完成", "closed");
  private static final Map<String, Result> RESULTS =
      Map.ofEntries(
          Map.entry("准予", Result.GRANTED),
          Map.entry("准予许可", Result.GRANTED),
          Map.entry("许可", Result.GRANTED),
          Map.entry("通过", Result.GRANTED),
          Map.entry("同意", Result.GRANTED),
          Map.entry("granted", Result.GRANTED),
          Map.entry("不予", Result.REFUSED),
          Map.entry("不予许可", Result.REFUSED),
          Map.entry("不通过", Result.REFUSED),
          Map.entry("不同意", Result.REFUSED),
          Map.entry("驳回", Result.REFUSED),
          Map.entry("refused", Result.REFUSED),
          Map.entry("撤回", Result.WITHDRAWN),
          Map.entry("撤回申请", Result.WITHDRAWN),
          Map.entry("撤件", Result.WITHDRAWN),
          Map.entry("退件", Result.WITHDRAWN),
          Map.entry("withdrawn", Result.WITHDRAWN));
  private static final Set<String> NOTHING = Set.of("-", "--", "—", "——", "–", "/", "无");

  private static final int LONGEST = 60;

  static final List<Column> COLUMNS =
      List.of(
          column("outside", true, t -> text(t, LONGEST), "外部办件号", "省平台办件号", "业务流水号", "申报号", "受理编号"),
          column("matter", true, t -> text(t, LONGEST), "事项", "事项名称", "办理事项", "Matter"),
          column(
              "name", true, t -> text(t, 200), "企业名称", "企业", "申请人", "申请单位", "申请人名称", "Enterprise"),
          column(
              "code",
              false,
              t -> text(t, 40),
              "统一社会信用代码",
              "社会信用代码",
              "信用代码",
              "申请人证件号码",
              "Credit code"),
          column("state", false, CaseImport::state, "办理状态", "状态", "办件状态", "Status"),
          column("accepted", false, CaseImport::date, "受理日期", "受理时间", "Accepted"),
          column("closed", false, CaseImport::date, "办结日期", "办结时间", "Closed"),
          column("result", false, CaseImport::result, "结果", "办理结果", "办结结果", "Result"),
          column(
              "words",
              false,
              t -> text(t, 2000),
              "结果说明",
              "办理意见",
              "许可证号",
              "证照编号",
              "Result in words"),
          column(
              "authority",
              false,
              t -> text(t, LONGEST),
              "主管部门",
              "办理部门",
              "受理部门",
              "审批部门",
              "Authority"),
          column("agent", false, t -> text(t, LONGEST), "帮代办", "帮代办人员", "Agent"));

  private final CaseIntake intake;
  private final GoodRows good;

  CaseImport(CaseIntake intake, GoodRows good) {
    this.intake = intake;
    this.good = good;
  }

  private static Column column(String key, boolean required, CellReader reader, String... names) {
    return new Column(key, List.of(names), required, reader);
  }

  static Cell text(String text, int longest) {
    String said = text.replace("\u0000", "").strip();
    if (said.length() > longest) {
      return new Cell.Fault("case-text-long");
    }
    return new Cell.Value(said.isEmpty() || NOTHING.contains(said) ? null : said);
  }

  static Cell date(String text) {
    if (NOTHING.contains(text.strip())) {
      return new Cell.Value(null);
    }
    return Dates.read(text)
        .<Cell>map(day -> new Cell.Value(day.toString()))
        .orElseGet(() -> new Cell.Fault("date-unreadable"));
  }

  static Cell state(String text) {
    String said = text.strip();
    if (OPEN.contains(said)) {
      return new Cell.Value("open");
    }
    return CLOSED.contains(said)
        ? new Cell.Value("closed")
        : NOTHING.contains(said) ? new Cell.Value(null) : new Cell.Fault("case-state-unreadable");
  }

  static Cell result(String text) {
    Result result = RESULTS.get(text.strip());
    if (result != null) {
      return new Cell.Value(result.code());
    }
    return NOTHING.contains(text.strip())
        ? new Cell.Value(null)
        : new Cell.Fault("case-result-unreadable");
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String titleKey() {
    return "services.import";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public long targetZone(Account account, long zone) {
    long target = zone == Scope.PROVINCE ? account.zoneId() : zone;
    if (target == Scope.PROVINCE || !Rights.mayWork(account, target)) {
      throw new AccessDeniedException("导入办件需要本园区营商科室、窗口、领导或管理员的账号");
    }
    return target;
  }

  @Override
  public RowRule rowRule(long zone) {
    CaseJudge judge = intake.judge(zone);
    return values ->
        judge.judge(read(values)) instanceof CaseJudge.Fault fault
            ? new RowFault(fault.column(), fault.code())
            : null;
  }

  static OutsideCase read(List<@Nullable String> row) {
    String state = row.get(4);
    String accepted = row.get(5);
    String closed = row.get(6);
    String result = row.get(7);
    return new OutsideCase(
        Objects.requireNonNull(row.get(0)),
        Objects.requireNonNull(row.get(1)),
        Objects.requireNonNull(row.get(2)),
        row.get(3),
        state == null ? null : state.equals("open"),
        accepted == null ? null : LocalDate.parse(accepted),
        closed == null ? null : LocalDate.parse(closed),
        result == null ? null : Result.of(result),
        Objects.requireNonNullElse(row.get(8), ""),
        row.get(9),
        row.get(10));
  }

  @Override
  public Committed commit(Staged staged) {
    CaseJudge judge = intake.judge(staged.zone());
    long made = 0;
    long changed = 0;
    long same = 0;
    long late = 0;
    for (List<@Nullable String> row : good.list(staged)) {
      switch (judge.judge(read(row))) {
        case CaseJudge.Change change -> {
          intake.apply(staged.zone(), change);
          made += change.known() == null ? 1 : 0;
          changed += change.known() == null ? 0 : 1;
        }
        case CaseJudge.Same _ -> same++;
        case CaseJudge.Fault _ -> late++;
      }
    }
    return new Committed(
        made, changed, same, late == 0 ? Map.of() : Map.of("case-changed-meanwhile", late));
  }
}
