package io.evenflow.service.http;

import java.nio.charset.StandardCharsets;

/** A form of files and fields, as a browser sends it. */
final class TestForm {
  private static final String BOUNDARY = "evenflow-boundary";
  static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final StringBuilder body = new StringBuilder();

  TestForm field(String name, String value) {
    return part("name=\"" + name + "\"", value);
  }

  TestForm file(String name, String file, String text) {
    return part("name=\"" + name + "\"; filename=\"" + file + "\"", text);
  }

  private TestForm part(String names, String text) {
    body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ").append(names);
    body.append("\r\n\r\n").append(text).append("\r\n");
    return this;
  }

  byte[] bytes() {
    return (body + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
