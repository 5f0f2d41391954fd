package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that no client library would send: the fault is theirs, and said, never the service's. */
class RawRequestsTest {
  private static final String POST = "POST /api/v1/runs HTTP/1.1\nHost: localhost\n";

  @RegisterExtension private static final TestService service = new TestService();

  /** What comes back until the service closes, or says nothing for long. */
  private static String answered(String head, String body, boolean isAllSent) throws IOException {
    URI uri = service.uri("/");
    try (Socket socket = new Socket("localhost", uri.getPort())) {
      socket.setSoTimeout(20_000);
      String request = head.replace("\n", "\r\n") + "\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      if (isAllSent) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void requireProblem(String answer, String status, String kind) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("/api/v1/problems/" + kind, "\"maybe\":\"Maybe ")
        .doesNotContain("Exception", "java.", "jetty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          charset=latin-1  | 415 | unsupported-media-type
          charset=no%such  | 415 | unsupported-media-type
          charset=utf-8    | 400 | malformed-json
          charset="UTF-8"  | 400 | malformed-json
          version=1        | 400 | malformed-json
          """)
  void charsets(String parameter, String status, String kind) throws IOException {
    String head = POST + "Content-Type: application/json; %s\nContent-Length: 1\n";
    requireProblem(answered(head.formatted(parameter), "x", true), status, kind);
    String form = head.replace("/runs", "/scenario/import").replace("application/json", "text/csv");
    requireProblem(answered(form.formatted(parameter), "x", true), "415", "unsupported-media-type");
  }

  /** A body that breaks off, or is cut in pieces that are none. */
  @Test
  void bodiesThatBreakOff() throws IOException {
    String head = POST + "Content-Type: application/json\n";
    requireProblem(
        answered(head + "Content-Length: 100\n", "{}", true), "400", "invalid-parameter");
    String pieces = head + "Transfer-Encoding: chunked\n";
    requireProblem(answered(pieces, "ZZ\r\n{}\r\n0\r\n\r\n", true), "400", "invalid-parameter");
    requireProblem(answered(pieces, "2\r\n{}\r\n", true), "400", "invalid-parameter");
  }

  @Test
  void whatIsNoHttp() throws IOException {
    for (String line :
        new String[] {"GET /health", "GET /health HTTP/9.9", "G\u00e4T / HTTP/1.1"}) {
      requireProblem(answered(line + "\nHost: localhost\n", "", true), "400", "invalid-parameter");
    }
  }

  /** The answer must reach a client that is still sending. */
  @Test
  void bodiesThatAreTooLargeAreReadToTheirEnd() throws IOException {
    String body = " ".repeat(BodyReader.MOST_BYTES + (1 << 20)) + BuiltInDays.text("case18-small");
    String head = POST + "Content-Type: application/json\nConnection: close\nContent-Length: ";
    requireProblem(answered(head + body.length() + "\n", body, false), "413", "body-too-large");
  }
}
