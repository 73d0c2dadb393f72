package org.mujian.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.GoodRows;
import org.mujian.documents.ImportKind;
import org.mujian.identity.Account;
import org.mujian.identity.Accounts;
import org.mujian.identity.May;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Facts by Excel: each row becomes a draft of its bureau, which is submitted and approved like any
 * other; a row that says what is approved or under way already changes nothing.
 */
@Component
class FactImport implements ImportKind {

  private static final int MOST = 1_000_000;

  private final FactColumns columns;
  private final Facts facts;
  private final Figures figures;
  private final Measures measures;
  private final Accounts accounts;
  private final GoodRows good;

  FactImport(
      FactColumns columns,
      Facts facts,
      Figures figures,
      Measures measures,
      Accounts accounts,
      GoodRows good) {
    this.columns = columns;
    this.facts = facts;
    this.figures = figures;
    this.measures = measures;
    this.accounts = accounts;
    this.good = good;
  }

  @Override
  public String id() {
    return "facts";
  }

  @Override
  public String titleKey() {
    return "facts.import";
  }

  @Override
  public List<Column> columns() {
    return columns.imported();
  }

  @Override
  public long targetZone(Account account, long zone) {
    long target = zone == Scope.PROVINCE ? account.zoneId() : zone;
    boolean its = account.zoneId() == target || account.zoneId() == Scope.PROVINCE;
    if (target == Scope.PROVINCE || !its || !May.RECORD_FACTS.isGranted(account)) {
      throw new AccessDeniedException("导入数据需要本园区科室、领导或管理员的账号");
    }
    return target;
  }

  @Override
  public RowRule rowRule(long zone) {
    return judge(zone)::findFault;
  }

  private FactJudge judge(long zone) {
    Account account =
        accounts
            .find(Scope.current().accountId())
            .orElseThrow(() -> new AccessDeniedException("import without an account"));
    List<Fact> known = new ArrayList<>(figures.list(zone, Figures.Query.ALL, AsKnown.NOW, MOST, 0));
    known.addAll(facts.listUnderWay(account, zone, null, MOST));
    return new FactJudge(zone, measures, Facts.bureaus(account), known);
  }

  @Override
  public Committed commit(Staged staged) {
    FactJudge judge = judge(staged.zone());
    List<Draft> drafts = new ArrayList<>();
    long same = 0;
    for (List<@Nullable String> row : good.list(staged)) {
      Draft draft = judge.read(row);
      if (judge.isKnown(draft)) {
        same++;
      } else {
        drafts.add(draft);
      }
    }
    facts.recordAll(staged.zone(), drafts);
    return new Committed(
        drafts.size(),
        0,
        same,
        drafts.isEmpty() ? Map.of() : Map.of("facts-are-drafts", (long) drafts.size()));
  }
}
