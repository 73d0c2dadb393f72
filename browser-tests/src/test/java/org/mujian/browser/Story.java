package org.mujian.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;

/**
 * The pictures of the handbook's story, taken on the way when {@code mujian.story} names their
 * folder. Take them without MUJIAN_TEST_DATA: then all that they show is invented.
 */
final class Story {

  private static final int QUALITY = 70;

  private Story() {}

  /**
   * @param at what should be seen: the page is scrolled to it
   */
  static void picture(Page page, String name, String at) {
    String folder = System.getProperty("mujian.story", "");
    if (folder.isEmpty()) {
      return;
    }
    if (System.getenv("MUJIAN_TEST_DATA") != null) {
      throw new IllegalStateException("MUJIAN_TEST_DATA is set: a picture could show real rows");
    }
    page.locator(at).first().evaluate("there => there.scrollIntoView({block: 'center'})");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setType(ScreenshotType.JPEG)
            .setQuality(QUALITY)
            .setPath(Path.of(folder, name + ".jpg")));
  }
}
