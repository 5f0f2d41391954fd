package io.evenflow.service.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Templates that were compiled with the program. */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "io.evenflow.service.page.jte");

  /** Answers with a template. */
  void show(Context context, String name, Map<String, Object> values) {
    StringOutput html = new StringOutput();
    engine.render(name + ".jte", values, html);
    context.contentType("text/html; charset=utf-8").result(html.toString());
  }
}
