package io.evenflow.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTML page that needs nothing else: styles, scripts, the chart library and the figures are in
 * it. A template names its parts as {@code {{part}}}.
 */
final class Page {
  private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");

  /** Of the library and of what is in it. */
  private static final List<String> LICENCES =
      List.of("NOTICE", "LICENSE", "zrender/LICENSE", "LICENSE-d3");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final String template;
  private final Map<String, String> parts = new HashMap<>();

  /**
   * @param name of the template: what stands in the frame of all pages that draw, else a whole page
   * @param title plain text
   * @param scripts what draws its charts, in order; one script to the browser
   */
  Page(String name, String title, String... scripts) {
    String own = resource(name + ".html");
    template = scripts.length == 0 ? own : resource("page.html").replace("{{content}}", own);
    parts.put("title", Html.text(title));
    parts.put("style", resource("report.css"));
    parts.put("library", script("echarts/echarts.min.js"));
    parts.put("licences", LICENCES.stream().map(Page::licence).collect(Collectors.joining("\n")));
    parts.put(
        "scripts", Arrays.stream(scripts).map(Page::script).collect(Collectors.joining("\n")));
  }

  /** Fills a part with HTML. */
  Page with(String part, String html) {
    parts.put(part, html);
    return this;
  }

  /** Fills a part with plain text. */
  Page withText(String part, String raw) {
    return with(part, Html.text(raw));
  }

  /** What the scripts draw. */
  Page withData(Object data) {
    return with("data", json(data));
  }

  /** JSON in which nothing can end the script element that holds it. */
  static String json(Object data) {
    return MAPPER.writeValueAsString(data).replace("<", "\\u003c");
  }

  /** The whole text; parts are filled once, so braces in a scenario's name stay what they are. */
  String html() {
    return PART.matcher(template).replaceAll(found -> Matcher.quoteReplacement(part(found)));
  }

  private String part(MatchResult found) {
    String html = parts.get(found.group(1));
    if (html == null) {
      throw new IllegalStateException("the page has nothing for " + found.group());
    }
    return html;
  }

  private static String licence(String name) {
    return Html.text(resource("echarts/" + name));
  }

  /** A script that would end its own element, or open a comment in it, must not be packed. */
  private static String script(String name) {
    String text = resource(name);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("</script") || lower.contains("<!--")) {
      throw new IllegalStateException(name + " cannot stand inside a page");
    }
    return text;
  }

  private static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
