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
      Map.ofEntries(
          Map.entry("page.css", "text/css; charset=utf-8"),
          Map.entry("icon.svg", "image/svg+xml"),
          Map.entry("start.js", CODE),
          Map.entry("runs.js", CODE),
          Map.entry("sites.js", CODE),
          Map.entry("site.js", CODE),
          Map.entry("import.js", CODE),
          Map.entry("edit.js", CODE),
          Map.entry("editor.js", CODE),
          Map.entry("tables.js", CODE),
          Map.entry("fields.js", CODE),
          Map.entry("fresh.js", CODE),
          Map.entry("cell.js", CODE),
          Map.entry("closing.js", CODE),
          Map.entry("run.js", CODE),
          Map.entry("htmx/htmx.min.js", CODE));

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
