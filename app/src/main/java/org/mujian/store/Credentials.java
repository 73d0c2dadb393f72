package org.mujian.store;

/**
 * How each of the three roles signs in to the database: {@code owner} migrates and restores, {@code
 * backup} copies, {@code app} serves and owns nothing.
 *
 * @param url JDBC address of the database
 */
public record Credentials(
    String url, String appPassword, String ownerPassword, String backupPassword) {

  public static final String APP = "mujian_app";
  public static final String OWNER = "mujian_owner";
  public static final String BACKUP = "mujian_backup";

  /** Never shows a password. */
  @Override
  public String toString() {
    return "Credentials[" + url + "]";
  }
}
