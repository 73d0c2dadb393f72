package org.mujian;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mujian.identity.FirstRun;
import org.mujian.identity.LocalKey;
import org.mujian.launch.DataFolder;
import org.mujian.launch.Run;
import org.mujian.store.Credentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the administrator reads on the terminal once the program answers. */
@Component
class Greeting {

  private final FirstRun firstRun;
  private final WebServerApplicationContext context;
  private final Credentials credentials;
  private final LocalKey key;
  private final Optional<DataFolder> folder;
  private final Path data;
  private final String address;
  private final boolean serves;

  Greeting(
      FirstRun firstRun,
      WebServerApplicationContext context,
      Credentials credentials,
      LocalKey key,
      ObjectProvider<DataFolder> folder,
      @Value("${mujian.data}") Path data,
      @Value("${mujian.address}") String address,
      @Value("${mujian.command:serve}") String command) {
    this.firstRun = firstRun;
    this.context = context;
    this.credentials = credentials;
    this.key = key;
    this.folder = Optional.ofNullable(folder.getIfAvailable());
    this.data = data;
    this.address = address;
    this.serves = command.equals("serve");
  }

  @EventListener
  void ready(ApplicationReadyEvent event) throws IOException {
    var drawn = firstRun.takeDrawnPassword();
    StringBuilder text = new StringBuilder("\n");
    if (serves) {
      where(text);
      announce();
    }
    drawn.ifPresent(
        password ->
            text.append("  账号 account    ")
                .append(FirstRun.ADMINISTRATOR)
                .append("\n  初始密码 first password   ")
                .append(password)
                .append("   （只显示这一次，请抄下 shown this once, write it down）\n"));
    // The password goes to the terminal and into no log file.
    System.out.println(text);
  }

  @EventListener
  void closed(ContextClosedEvent event) throws IOException {
    if (folder.isPresent() && event.getApplicationContext() == context) {
      folder.get().withdraw();
    }
  }

  private void where(StringBuilder text) throws IOException {
    boolean closed = InetAddress.getByName(address).isLoopbackAddress();
    boolean any = InetAddress.getByName(address).isAnyLocalAddress();
    text.append("  母舰 Mujian     ").append(new Run(0, address, port(), "", "").url()).append("/\n");
    if (any) {
      addresses()
          .forEach(
              ip ->
                  text.append("  内网 intranet   http://")
                      .append(ip)
                      .append(":")
                      .append(port())
                      .append("/\n"));
    } else if (closed) {
      text.append("  仅本机可访问；让内网访问请设 MUJIAN_ADDRESS=0.0.0.0\n")
          .append("  this machine only; MUJIAN_ADDRESS=0.0.0.0 opens it to the intranet\n");
    }
    text.append("  数据 data       ").append(data.toAbsolutePath().normalize()).append('\n');
    text.append("  停止 stop       Ctrl+C\n");
  }

  private static List<String> addresses() throws IOException {
    try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
      return all.flatMap(NetworkInterface::inetAddresses)
          .filter(ip -> ip instanceof Inet4Address && !ip.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .toList();
    }
  }

  private int port() {
    return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
  }

  private void announce() throws IOException {
    if (folder.isPresent()) {
      Run run =
          new Run(ProcessHandle.current().pid(), address, port(), credentials.url(), key.secret());
      folder.get().announce(run);
    }
  }
}
