package io.evenflow.service.ocpp;

import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.central.BasicAuthorization;
import io.evenflow.service.log.Log;
import io.evenflow.service.problem.Problem;
import io.evenflow.service.site.LiveSites;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries OCPP-J over WebSocket, at {@code /ocpp/SITE/STATION}. */
public final class OcppPort implements AutoCloseable {
  private static final String PATH = "/ocpp/{site}/{station}";
  private static final String CONNECTION = "connection";
  private static final int PING_SECONDS = 60;

  /** Who answers no ping for so long is gone. */
  private static final Duration SILENCE = Duration.ofSeconds(3 * PING_SECONDS);

  /** Policy violation, by RFC 6455. */
  private static final int NOT_ALLOWED = 1008;

  private final @Nullable String token;
  private final LiveSites sites;
  private final Chargers chargers;
  private final Javalin javalin;

  /**
   * Starts listening.
   *
   * @param port 0 for any that is free
   * @param token password of every charger, null where the service listens on the loopback alone
   */
  public OcppPort(
      String host, int port, @Nullable String token, LiveSites sites, InstantSource clock) {
    this.token = token;
    this.sites = sites;
    chargers = new Chargers(sites, clock);
    sites.listen(chargers);
    javalin =
        Javalin.create(
            config -> {
              settings(config);
              config.routes.wsBeforeUpgrade(PATH, this::check);
              config.routes.ws(PATH, this::handle);
            });
    javalin.start(host, port);
    Log.info("chargers may connect", "port", javalin.port());
  }

  private static void settings(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(SILENCE));
  }

  /** Who may connect: security profile 1 where there is a token, and no page of a browser. */
  private void check(Context context) {
    String station = context.pathParam("station");
    if (token != null
        && !new BasicAuthorization(Map.of(station, token))
            .accepts(station, context.header("Authorization"))) {
      throw new UnauthorizedResponse();
    }
    if (context.header("Origin") != null) {
      throw new ForbiddenResponse("a browser sent this for a page, and chargers are no pages");
    }
    try {
      if (sites.required(context.pathParam("site")).state().day().stationIndex(station) < 0) {
        throw new NotFoundResponse("the site has no station '" + station + "'");
      }
    } catch (Problem unknown) {
      throw new NotFoundResponse(unknown.sentence());
    }
  }

  private void handle(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onMessage(
        context -> {
          Connection connection = context.attribute(CONNECTION);
          if (connection != null) {
            connection.receive(context.message());
          }
        });
    socket.onClose(
        context -> {
          Connection connection = context.attribute(CONNECTION);
          if (connection != null) {
            connection.end();
          }
        });
  }

  private void connect(WsContext context) {
    Optional<OcppVersion> version = version(context.header("Sec-WebSocket-Protocol"));
    if (version.isEmpty()) {
      context.closeSession(NOT_ALLOWED, "no version of OCPP that is spoken here");
      return;
    }
    context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
    context.attribute(
        CONNECTION,
        chargers.connect(
            context.pathParam("site"), context.pathParam("station"), version.get(), context));
  }

  /** The server takes the first that is offered. */
  private static Optional<OcppVersion> version(@Nullable String offered) {
    String first = offered == null ? "" : offered.replaceFirst(",.*", "").strip();
    return Arrays.stream(OcppVersion.values())
        .filter(each -> each.subprotocol().equals(first))
        .findFirst();
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
