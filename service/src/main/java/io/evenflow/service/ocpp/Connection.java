package io.evenflow.service.ocpp;

import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.central.OcppSession;
import io.evenflow.service.log.Log;
import io.javalin.websocket.WsContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** A socket with the session on it: messages go out one after the other. */
final class Connection {
  private static final int ANSWER_SECONDS = 30;

  /** How a call begins, by OCPP-J. */
  private static final String CALL = "[2,";

  private final OcppSession session;
  private final WsContext socket;
  private final LiveCharger charger;

  /** Calls that went out, and how many of them are over. */
  private volatile long calls;

  private volatile long answered;

  Connection(OcppSession session, WsContext socket, LiveCharger charger) {
    this.session = session;
    this.socket = socket;
    this.charger = charger;
  }

  OcppVersion version() {
    return session.version();
  }

  /** The answer goes first: a profile may be of a transaction that it names. */
  synchronized void receive(String text) {
    send(session.onMessage(text));
  }

  void setProfile(ObjectNode request) {
    send(session.setProfile(request));
  }

  /** The last call was answered. */
  void answered() {
    answered = calls;
  }

  /** The socket is closed. */
  void end() {
    charger.disconnected(this);
  }

  /** Closes the socket: the charger has another. */
  void close() {
    socket.closeSession();
  }

  private synchronized void send(List<String> messages) {
    for (String message : messages) {
      if (message.startsWith(CALL)) {
        long call = calls + 1;
        calls = call;
        CompletableFuture.delayedExecutor(ANSWER_SECONDS, TimeUnit.SECONDS)
            .execute(() -> giveUp(call));
      }
      try {
        socket.send(message);
      } catch (RuntimeException closed) {
        Log.warning("a charger is gone", closed, "station", session.charger());
      }
    }
  }

  private void giveUp(long call) {
    if (answered < call) {
      send(session.onTimeout());
    }
  }
}
