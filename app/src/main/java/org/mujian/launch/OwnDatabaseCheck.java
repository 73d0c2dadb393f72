package org.mujian.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mujian.store.Credentials;

/** Whether a server of one's own is as {@code docs/handbook/own-database.sql} makes it. */
public record OwnDatabaseCheck(Credentials credentials) {

  private static final int OLDEST = 15;
  private static final String REMEDY_ZH = "；请按 docs/handbook/own-database.md 执行 own-database.sql";
  private static final String REMEDY_EN =
      "; run own-database.sql as docs/handbook/own-database.md says";

  public List<Check> check() {
    List<Check> checks = new ArrayList<>();
    checks.add(role(Credentials.APP, credentials.appPassword(), false));
    checks.add(role(Credentials.OWNER, credentials.ownerPassword(), true));
    checks.add(role(Credentials.BACKUP, credentials.backupPassword(), true));
    return checks;
  }

  private Check role(String role, String password, boolean sees) {
    try (Connection connection = DriverManager.getConnection(credentials.url(), role, password);
        var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                "SELECT current_setting('server_version_num')::int / 10000, rolsuper, rolbypassrls,"
                    + " has_schema_privilege('public', 'CREATE') FROM pg_roles WHERE rolname ="
                    + " current_user")) {
      row.next();
      return judge(
          role, sees, row.getInt(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
    } catch (SQLException e) {
      return unreachable(role, e);
    }
  }

  static Check judge(
      String role, boolean sees, int version, boolean superuser, boolean bypass, boolean creates) {
    if (version < OLDEST) {
      return Check.bad(
          "PostgreSQL " + version + " 过旧：需要 " + OLDEST + " 或更新",
          "PostgreSQL " + version + " is too old: " + OLDEST + " or later is needed");
    }
    if (superuser) {
      return Check.bad(
          "角色 " + role + " 是超级用户，行级隔离对它无效" + REMEDY_ZH,
          "role " + role + " is a superuser, whom row-level security does not bind" + REMEDY_EN);
    }
    if (bypass != sees) {
      return Check.bad(
          "角色 " + role + (sees ? " 缺少 BYPASSRLS" : " 不得有 BYPASSRLS") + REMEDY_ZH,
          "role " + role + (sees ? " lacks BYPASSRLS" : " must not have BYPASSRLS") + REMEDY_EN);
    }
    if (role.equals(Credentials.OWNER) && !creates) {
      return Check.bad(
          "角色 " + role + " 不能在 public 中建表" + REMEDY_ZH,
          "role " + role + " may not create tables in public" + REMEDY_EN);
    }
    return Check.good(
        "角色 " + role + "，PostgreSQL " + version, "role " + role + ", PostgreSQL " + version);
  }

  private Check unreachable(String role, SQLException e) {
    String url = credentials.url().replaceAll("\\?.*", "");
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28") || state.equals("08004")) {
      return Check.bad(
          "角色 " + role + " 不能登录 " + url + "：密码不对或角色不存在；请核对 MUJIAN_DATABASE_…PASSWORD" + REMEDY_ZH,
          "role "
              + role
              + " cannot sign in to "
              + url
              + ": wrong password or no such role; check MUJIAN_DATABASE_…PASSWORD"
              + REMEDY_EN);
    }
    return Check.bad(
        "数据库 " + url + " 连不上（" + e.getMessage() + "）：请检查 MUJIAN_DATABASE_URL、网络与服务器是否启动",
        "database "
            + url
            + " does not answer ("
            + e.getMessage()
            + "): check MUJIAN_DATABASE_URL, the network, and that the server runs");
  }
}
