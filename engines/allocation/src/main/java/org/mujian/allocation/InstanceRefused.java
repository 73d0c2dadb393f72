package org.mujian.allocation;

/** An instance that cannot be read: says the line, what stands there and the way out. */
public final class InstanceRefused extends IllegalArgumentException {

  private final int line;
  private final String chinese;

  /**
   * @param line of the file, from 1; 0 where none is to blame
   */
  public InstanceRefused(int line, String chinese, String english) {
    super(line == 0 ? english : "Line " + line + ": " + english);
    this.line = line;
    this.chinese = line == 0 ? chinese : "第 " + line + " 行：" + chinese;
  }

  public int line() {
    return line;
  }

  public String chinese() {
    return chinese;
  }
}
