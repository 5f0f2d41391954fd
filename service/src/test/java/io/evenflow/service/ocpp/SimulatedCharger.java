package io.evenflow.service.ocpp;

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
  private static final int SECONDS = 20;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<ReadProfile> profiles = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private int next = 1;

  /**
   * Connects.
   *
   * @param password null to send none
   */
  SimulatedCharger(int port, String site, String station, @Nullable String password) {
    WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols("ocpp2.1");
    if (password != null) {
      byte[] card = (station + ":" + password).getBytes(StandardCharsets.UTF_8);
      builder.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(card));
    }
    String address = "ws://127.0.0.1:" + port + "/ocpp/" + site + "/" + station;
    socket = builder.buildAsync(URI.create(address), this).join();
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
      profiles.add(ReadProfile.of("profile", message.get(3).toString(), ChargerModel.IDEAL));
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
    String call = "[2,\"c" + next++ + "\",\"" + action + "\"," + payload + "]";
    say(socket, call);
    JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer to " + call);
    }
    return answer;
  }

  /** Waits for a profile. */
  ReadProfile profile() throws InterruptedException {
    ReadProfile profile = profiles.poll(SECONDS, TimeUnit.SECONDS);
    if (profile == null) {
      throw new AssertionError("no profile was sent");
    }
    return profile;
  }

  /** Whether there is a profile that nobody waited for. */
  boolean hasProfile() {
    return !profiles.isEmpty();
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    http.shutdownNow();
  }
}
