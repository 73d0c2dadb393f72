package org.mujian;

import java.nio.file.Path;
import org.mujian.identity.FirstRun;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the administrator reads on the terminal once the program answers. */
@Component
class Greeting {

  private final FirstRun firstRun;
  private final WebServerApplicationContext context;
  private final Path data;

  Greeting(
      FirstRun firstRun, WebServerApplicationContext context, @Value("${mujian.data}") Path data) {
    this.firstRun = firstRun;
    this.context = context;
    this.data = data;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    var drawn = firstRun.makeAdministrator();
    int port = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    StringBuilder text = new StringBuilder("\n");
    text.append("  母舰 Mujian   http://127.0.0.1:").append(port).append("/\n");
    text.append("  数据 data     ").append(data.toAbsolutePath().normalize()).append('\n');
    drawn.ifPresent(
        password ->
            text.append("  账号 account  ")
                .append(FirstRun.ADMINISTRATOR)
                .append("   初始密码 first password  ")
                .append(password)
                .append("  (只显示这一次 shown this once)\n"));
    // The password goes to the terminal and into no log file.
    System.out.println(text);
  }
}
