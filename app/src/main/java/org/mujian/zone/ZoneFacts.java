package org.mujian.zone;

/**
 * What an administrator says about a zone; see {@link Zone} for the parts.
 *
 * @throws IllegalArgumentException naming the part and its value when one cannot be
 */
public record ZoneFacts(
    String code,
    String name,
    String shortName,
    String operator,
    String division,
    int centralMeridian) {

  public ZoneFacts {
    if (!code.matches("[a-z][a-z0-9-]{1,30}")) {
      throw new IllegalArgumentException("代码只用小写字母、数字和连字符，以字母开头，2 至 31 位：" + code);
    }
    if (name.isBlank() || shortName.isBlank()) {
      throw new IllegalArgumentException("园区的名称和简称都要填写");
    }
    if (!division.matches("\\d{6}")) {
      throw new IllegalArgumentException("行政区划代码是 6 位数字（GB/T 2260）：" + division);
    }
    Projection.of(centralMeridian);
  }
}
