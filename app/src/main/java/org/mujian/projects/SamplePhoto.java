package org.mujian.projects;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A drawing that stands for the photo of permanent works in the sample: columns on a foundation.
 */
final class SamplePhoto {

  private SamplePhoto() {}

  static byte[] png() {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    fill(pen, "C9DCE8", 0, 0, 320, 120);
    fill(pen, "B59A6A", 0, 120, 320, 80);
    fill(pen, "8C8C88", 30, 128, 260, 22);
    for (int x = 44; x < 280; x += 52) {
      fill(pen, "6F7478", x, 48, 14, 84);
    }
    fill(pen, "6F7478", 44, 42, 222, 10);
    pen.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Graphics2D pen, String colour, int x, int y, int width, int height) {
    pen.setColor(new Color(Integer.parseInt(colour, 16)));
    pen.fillRect(x, y, width, height);
  }
}
