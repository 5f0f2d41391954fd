package io.evenflow.ocpp.central;

import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.Supply;
import io.javalin.Javalin;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries the messages of {@link OcppSession} over WebSocket, at {@code /ocpp/IDENTITY}. */
final class OcppPort implements AutoCloseable {
  private static final String SESSION = "session";

  /** Policy violation, by RFC 6455. */
  private static final int NOT_ALLOWED = 1008;

  private final TransactionNumbers transactions = new TransactionNumbers(0);
  private final BasicAuthorization authorization;
  private final ChargerEvents events;
  private final Javalin server;

  OcppPort(BasicAuthorization authorization, ChargerEvents events) {
    this.authorization = authorization;
    this.events = events;
    server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.wsBeforeUpgrade(
                  "/ocpp/{charger}",
                  context -> {
                    String charger = context.pathParam("charger");
                    if (!this.authorization.accepts(charger, context.header("Authorization"))) {
                      throw new io.javalin.http.UnauthorizedResponse();
                    }
                  });
              config.routes.ws("/ocpp/{charger}", this::handle);
            });
    server.start("127.0.0.1", 0);
  }

  int port() {
    return server.port();
  }

  private void handle(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onMessage(
        context -> {
          OcppSession session = context.attribute(SESSION);
          if (session != null) {
            session.onMessage(context.message()).forEach(context::send);
          }
        });
  }

  private void connect(WsContext context) {
    Optional<OcppVersion> version = version(context.header("Sec-WebSocket-Protocol"));
    if (version.isEmpty()) {
      context.closeSession(NOT_ALLOWED, "no version of OCPP that is spoken here");
      return;
    }
    context.attribute(
        SESSION,
        new OcppSession(
            context.pathParam("charger"),
            version.get(),
            new Supply(3, 230),
            transactions,
            events,
            InstantSource.system()));
  }

  /** The server takes the first that is offered. */
  private static Optional<OcppVersion> version(@Nullable String offered) {
    String first = offered == null ? "" : offered.replaceFirst(",.*", "").strip();
    return Arrays.stream(OcppVersion.values())
        .filter(each -> each.subprotocol().equals(first))
        .findFirst();
  }

  @Override
  public void close() {
    server.stop();
  }
}
