package io.evenflow.service.page;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Styles and scripts; all there are is named here, so that no path leads elsewhere. */
final class Assets {
  private static final String CODE = "text/javascript; charset=utf-8";
  private static final Map<String, String> FILES =
      Map.of(
          "page.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "start.js", CODE,
          "closing.js", CODE,
          "run.js", CODE,
          "htmx/htmx.min.js", CODE);

  private Assets() {}

  static void add(JavalinDefaultRoutingApi routes) {
    FILES.forEach(
        (name, type) -> {
          byte[] bytes = read(name);
          routes.get(
              "/assets/" + name.replaceFirst(".*/", ""),
              context ->
                  context.header("Cache-Control", "no-cache").contentType(type).result(bytes));
        });
  }

  private static byte[] read(String name) {
    try (InputStream stream = Assets.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + name);
      }
      return stream.readAllBytes();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
