package io.evenflow.ocpp.central;

import io.evenflow.ocpp.replay.ChargerModel;
import io.evenflow.ocpp.replay.ReadProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A charger over the WebSocket of the JDK: says what it is told, accepts profiles and keeps them.
 */
final class SimulatedCharger implements WebSocket.Listener, AutoCloseable {
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<ReadProfile> profiles = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private int next = 1;

  SimulatedCharger(int port, String identity, String password, String protocol) {
    String card = identity + ":" + password;
    socket =
        http.newWebSocketBuilder()
            .subprotocols(protocol)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(card.getBytes(StandardCharsets.UTF_8)))
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ocpp/" + identity), this)
            .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    text.append(part);
    if (isLast) {
      handle(JsonMapper.shared().readTree(text.toString()), from);
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void handle(JsonNode message, WebSocket to) {
    if (message.get(0).intValue() == 2) {
      if (message.get(2).stringValue().equals("SetChargingProfile")) {
        profiles.add(ReadProfile.of("profile", message.get(3).toString(), ChargerModel.IDEAL));
      }
      say(to, "[3,\"" + message.get(1).stringValue() + "\",{\"status\":\"Accepted\"}]");
    } else {
      answers.add(message);
    }
  }

  /** One after the other: a WebSocket of the JDK takes no text while another is on its way. */
  private synchronized void say(WebSocket to, String message) {
    to.sendText(message, true).join();
  }

  /** Calls and waits for the answer: a list as OCPP-J has it. */
  JsonNode call(String action, String payload) throws InterruptedException {
    return send("[2,\"c" + next++ + "\",\"" + action + "\"," + payload + "]");
  }

  JsonNode send(String message) throws InterruptedException {
    say(socket, message);
    JsonNode answer = answers.poll(20, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer to " + message);
    }
    return answer;
  }

  ReadProfile profile() throws InterruptedException {
    ReadProfile profile = profiles.poll(20, TimeUnit.SECONDS);
    if (profile == null) {
      throw new AssertionError("no profile was sent");
    }
    return profile;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    http.shutdownNow();
  }
}
