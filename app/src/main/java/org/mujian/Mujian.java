package org.mujian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program. */
@SpringBootApplication
@Modulithic(systemName = "Mujian")
public class Mujian {

  public static void main(String[] args) {
    SpringApplication.run(Mujian.class, args);
  }
}
