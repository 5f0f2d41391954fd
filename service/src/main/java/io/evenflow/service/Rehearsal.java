package io.evenflow.service;

import io.evenflow.io.BuiltInDays;
import io.evenflow.run.QuietLibraries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts a service of its own and does once what its clients do: a run with all that comes of it, a
 * live site, the pages. The launcher has the virtual machine remember what that takes.
 */
public final class Rehearsal {
  private static final Pattern RUN = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final int LOOKS = 600;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private Rehearsal(int port) {
    address = "http://127.0.0.1:" + port;
  }

  /**
   * @param arguments a folder for the database, empty or new
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Duration seconds = Duration.ofSeconds(20);
    ServeOptions options =
        new ServeOptions("127.0.0.1", 0, folder, null, null, 1, 10, 60, seconds, seconds, null);
    try (QuietLibraries quiet = new QuietLibraries();
        Service service = new Service(options)) {
      service.start();
      new Rehearsal(service.port()).play();
    }
  }

  private void play() throws IOException, InterruptedException {
    String day = BuiltInDays.text("case18-small");
    Matcher run = RUN.matcher(send("POST", "/api/v1/runs", day));
    if (!run.find()) {
      throw new IOException("the service accepted no run");
    }
    String path = "/api/v1/runs/" + run.group(1);
    for (int look = 0;
        look < LOOKS && send("GET", path, "").contains("\"finishedAt\":null");
        look++) {
      Thread.sleep(50);
    }
    for (String document : List.of("/result", "/schedule.csv", "/report", "/events")) {
      send("GET", path + document, "");
    }
    send("PUT", "/api/v1/sites/rehearsal", day);
    String arrival =
        """
        {"at": "2024-04-08T22:00:00Z", "station": "bus6", "departure": "2024-04-09T06:00:00Z",
         "batteryKwh": 60, "energyKwh": 20}""";
    send("PATCH", "/api/v1/sites/rehearsal/sessions/a?deadline=20", arrival);
    for (String page : List.of("/", "/import", "/edit", "/sites", "/sites/rehearsal", "/metrics")) {
      send("GET", page, "");
    }
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/json");
    HttpResponse<String> answer =
        client.send(
            request
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }
}
