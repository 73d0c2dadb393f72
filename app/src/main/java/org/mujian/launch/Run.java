package org.mujian.launch;

/**
 * What {@code data/run.json} (mode 0600) tells commands about the program that serves.
 *
 * @param address the address it listens on
 * @param databaseUrl JDBC address of the database in use
 * @param secret makes a command on this machine an administrator; drawn anew at each start
 */
public record Run(long pid, String address, int port, String databaseUrl, String secret) {

  /** Where a command on this machine reaches it. */
  public String url() {
    boolean any = address.equals("0.0.0.0") || address.equals("::") || address.equals("*");
    String host = any ? "127.0.0.1" : address;
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Run[" + pid + ", " + url() + "]";
  }
}
