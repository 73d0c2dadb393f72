package org.mujian.launch;

/** Every option there is: an environment variable, its meaning and its default. */
public enum Option {
  PORT("8080", false, "网页与接口的端口", "port of the pages and the API"),
  ADDRESS(
      "127.0.0.1",
      false,
      "监听地址；0.0.0.0 让内网其他电脑访问",
      "address to listen on; 0.0.0.0 opens it to the intranet"),
  DATA("./data", false, "数据目录", "folder of the data"),
  ADMIN_PASSWORD(
      "",
      true,
      "首次启动时管理员的密码；不给则现场生成",
      "the administrator's password at the first start; drawn when not given"),
  SAMPLE("", false, "true：空库时直接载入示例园区", "true loads the sample zone into an empty database"),
  DATABASE_URL(
      "",
      false,
      "自备 PostgreSQL 的 JDBC 地址；不给则用内置数据库",
      "JDBC address of a PostgreSQL of one's own; the embedded one when not given"),
  DATABASE_PASSWORD("", true, "自备数据库三个角色共用的密码", "password of all three roles of that database"),
  DATABASE_APP_PASSWORD(
      "", true, "mujian_app 的密码，缺省同上", "password of mujian_app, else the one above"),
  DATABASE_OWNER_PASSWORD(
      "", true, "mujian_owner 的密码，缺省同上", "password of mujian_owner, else the one above"),
  DATABASE_BACKUP_PASSWORD(
      "", true, "mujian_backup 的密码，缺省同上", "password of mujian_backup, else the one above");

  private final String preset;
  private final boolean secret;
  private final String chinese;
  private final String english;

  Option(String preset, boolean secret, String chinese, String english) {
    this.preset = preset;
    this.secret = secret;
    this.chinese = chinese;
    this.english = english;
  }

  /** The environment variable, for example {@code MUJIAN_PORT}. */
  public String variable() {
    return "MUJIAN_" + name();
  }

  /** The property by which Spring knows it, for example {@code mujian.port}. */
  public String property() {
    return switch (this) {
      case DATABASE_APP_PASSWORD -> "mujian.database.app-password";
      case DATABASE_OWNER_PASSWORD -> "mujian.database.owner-password";
      case DATABASE_BACKUP_PASSWORD -> "mujian.database.backup-password";
      default -> "mujian." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    };
  }

  public String preset() {
    return preset;
  }

  public boolean secret() {
    return secret;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
