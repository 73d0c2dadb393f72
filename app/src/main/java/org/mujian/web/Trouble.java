package org.mujian.web;

/**
 * What went wrong, for people: what, why, which value, what now.
 *
 * @param value the value that was refused, or empty
 */
public record Trouble(int status, String title, String why, String value, String now) {

  /**
   * In the page's language; {@code kind} is the message key's last part, for example {@code 404}.
   */
  static Trouble of(Page page, int status, String kind, String value) {
    return new Trouble(
        status,
        page.t("trouble." + kind),
        page.t("trouble." + kind + ".why"),
        value,
        page.t("trouble." + kind + ".now"));
  }
}
