package org.mujian;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mujian.launch.CommandDatabase;
import org.mujian.launch.Options;
import org.mujian.launch.Refusal;
import org.mujian.store.ChainReport;
import org.mujian.store.Credentials;
import org.mujian.store.Seal;
import org.mujian.store.Verification;
import picocli.CommandLine.Command;

@Command(
    name = "verify-audit",
    description = {
      "重新计算每个园区的审计链，报告第一处断裂。有问题时退出码为 3。",
      "Recomputes every zone's audit chain and reports the first break. Exits with 3 on faults."
    },
    mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {

  private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):(\\d{1,18}):([0-9a-fA-F]{64})");

  @picocli.CommandLine.Option(
      names = "--head",
      paramLabel = "ZONE:NUMBER:HASH",
      description = {
        "以前抄下的链末端；链必须仍包含它",
        "a head written down earlier, which the chain must still contain"
      })
  private List<String> heads = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Terminal.quiet();
    List<Seal> written = heads.stream().map(VerifyAuditCommand::head).toList();
    try (CommandDatabase database = CommandDatabase.open(new Options(System.getenv()), false)) {
      Credentials credentials = database.credentials();
      try (Connection connection =
          DriverManager.getConnection(
              credentials.url(), Credentials.BACKUP, credentials.backupPassword())) {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return verify(new Verification(connection, written));
      }
    }
  }

  private static Seal head(String text) {
    Matcher head = HEAD.matcher(text.strip());
    if (!head.matches()) {
      throw new Refusal(
          "--head " + text + " 不是“园区:编号:哈希”", "--head " + text + " is not zone:number:hash");
    }
    return new Seal(
        Long.parseLong(head.group(1)),
        Long.parseLong(head.group(2)),
        0,
        Instant.EPOCH,
        head.group(3).toLowerCase(java.util.Locale.ROOT));
  }

  private static int verify(Verification verification) throws SQLException {
    boolean holds = true;
    for (long zone : verification.zones()) {
      ChainReport report = verification.verify(zone);
      say(report);
      holds &= report.holds();
    }
    if (holds) {
      Terminal.say("✓ 审计链完好", "✓ the audit chains hold");
    } else {
      Terminal.say("✗ 审计链有问题，见上", "✗ the audit chains do not hold, see above");
    }
    return holds ? 0 : Commands.FAULTS;
  }

  private static void say(ChainReport report) {
    String head = report.head().map(Seal::line).orElse("-");
    Terminal.say(
        "园区 %d：%d 次变更已封存，%d 次待封存".formatted(report.zone(), report.seals(), report.unsealed()),
        "zone %d: %d changes sealed, %d await their seal"
            .formatted(report.zone(), report.seals(), report.unsealed()));
    System.out.println("  链末端 head  " + head);
    ChainReport.Break broken = report.firstBreak();
    if (broken != null) {
      Terminal.say(
          "  ✗ 第 %d 环断裂（变更 %d）：%s"
              .formatted(broken.number(), broken.change(), chinese(broken.fault())),
          "  ✗ link %d is broken (change %d): %s"
              .formatted(broken.number(), broken.change(), english(broken.fault())));
    }
    for (ChainReport.Stray stray : report.strays()) {
      Terminal.say(
          "  ✗ %s 表有 %d 行不属于任何已封存或待封存的变更（最小 id %d）"
              .formatted(stray.table(), stray.count(), stray.first()),
          "  ✗ %d rows of %s belong to no sealed or waiting change (lowest id %d)"
              .formatted(stray.count(), stray.table(), stray.first()));
    }
  }

  private static String chinese(ChainReport.Fault fault) {
    return switch (fault) {
      case SEAL_MISSING -> "封存记录缺失";
      case CHANGE_MISSING -> "变更记录缺失";
      case AUDIT_MISSING -> "审计行缺失";
      case AUDIT_INSERTED -> "审计行被插入";
      case ALTERED -> "变更、审计行或封存记录被改动";
      case HEAD_DIFFERS -> "与抄下的链末端不符，历史被重写";
    };
  }

  private static String english(ChainReport.Fault fault) {
    return switch (fault) {
      case SEAL_MISSING -> "the seal is missing";
      case CHANGE_MISSING -> "the change is missing";
      case AUDIT_MISSING -> "audit rows are missing";
      case AUDIT_INSERTED -> "audit rows were inserted";
      case ALTERED -> "the change, an audit row or the seal was altered";
      case HEAD_DIFFERS -> "it differs from the head written down: history was rewritten";
    };
  }
}
