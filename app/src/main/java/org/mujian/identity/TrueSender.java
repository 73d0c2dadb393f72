package org.mujian.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Notes who really sent a request before the server puts in what a proxy's header claims, and takes
 * that header away: anybody on the intranet could claim to be this machine.
 */
@Component
final class TrueSender
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

  private static final String ATTRIBUTE = TrueSender.class.getName();

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addEngineValves(new Note());
  }

  /** Before the customizer that adds the server's own valve. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /** Whether the request came from this machine, and not through a proxy on it. */
  static boolean isThisMachine(HttpServletRequest request) throws UnknownHostException {
    if (!(request.getAttribute(ATTRIBUTE) instanceof String sender)) {
      return false;
    }
    // Its own address, as when the program listens on one that is not loopback.
    return InetAddress.getByName(sender).isLoopbackAddress()
        || sender.equals(request.getLocalAddr());
  }

  static void note(HttpServletRequest request) {
    if (request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null) {
      request.setAttribute(ATTRIBUTE, request.getRemoteAddr());
    }
  }

  private static final class Note extends ValveBase {
    Note() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      note(request);
      getNext().invoke(request, response);
    }
  }
}
