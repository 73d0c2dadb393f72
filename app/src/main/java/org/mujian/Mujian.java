package org.mujian;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program. */
@SpringBootApplication
@Modulithic(systemName = "Mujian")
public class Mujian {

  public static void main(String[] args) {
    int code = Commands.run(args);
    // Serving goes on in threads of its own; everything else has ended.
    if (code != Commands.SERVING) {
      System.exit(code);
    }
  }
}
