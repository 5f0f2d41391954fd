package io.evenflow.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts and tables as HTML; whatever a scenario holds is text here, never markup. */
final class Html {
  private Html() {}

  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String paragraph(String style, String raw) {
    return "<p class=\"%s\">%s</p>\n".formatted(style, text(raw));
  }

  /** The first of many items, and how many more there are. */
  static List<String> first(List<String> items, int count) {
    if (items.size() <= count) {
      return items;
    }
    List<String> shown = new ArrayList<>(items.subList(0, count));
    shown.add("and " + Figures.decimals(items.size() - count, 0) + " more");
    return shown;
  }

  /** A list, empty where there is nothing in it. */
  static String list(String style, List<String> items) {
    return items.isEmpty()
        ? ""
        : items.stream()
            .map(item -> "<li>" + text(item) + "</li>\n")
            .collect(Collectors.joining("", "<ul class=\"" + style + "\">\n", "</ul>\n"));
  }

  /**
   * A table with a heading row; cells after the first are numbers, set to the right.
   *
   * @param headings names of columns
   * @param units a unit below each name, empty for none
   */
  static String numbers(List<String> headings, List<String> units, List<List<String>> rows) {
    return table("numbers", head(headings, units), rows);
  }

  /**
   * The same with links of rows.
   *
   * @param links by row, empty for none
   */
  static String numbers(
      List<String> headings, List<String> units, List<List<String>> rows, List<String> links) {
    StringBuilder body = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      body.append(row(rows.get(r), links.get(r)));
    }
    return table("numbers", head(headings, units), body.toString());
  }

  /** A table of words with a heading row. */
  static String words(List<String> headings, List<List<String>> rows) {
    return table("words", head(headings, List.of()), rows);
  }

  /** A table of facts: a name and what it is in each row. */
  static String facts(List<List<String>> rows) {
    return table("facts", "", rows);
  }

  private static String head(List<String> headings, List<String> units) {
    StringBuilder cells = new StringBuilder();
    for (int c = 0; c < headings.size(); c++) {
      String unit = c < units.size() ? units.get(c) : "";
      cells.append("<th scope=\"col\">").append(text(headings.get(c)));
      cells.append(unit.isEmpty() ? "" : "<small>" + text(unit) + "</small>").append("</th>");
    }
    return "<thead><tr>" + cells + "</tr></thead>\n";
  }

  private static String table(String style, String head, List<List<String>> rows) {
    return table(style, head, rows.stream().map(row -> row(row, "")).collect(Collectors.joining()));
  }

  private static String table(String style, String head, String body) {
    return "<table class=\"%s\">\n".formatted(style)
        + head
        + "<tbody>\n"
        + body
        + "</tbody>\n</table>\n";
  }

  private static String row(List<String> cells, String link) {
    String name = text(cells.getFirst().strip());
    StringBuilder row = new StringBuilder("<tr><th scope=\"row\">");
    row.append(link.isEmpty() ? name : "<a href=\"%s\">%s</a>".formatted(text(link), name));
    row.append("</th>");
    cells.stream().skip(1).forEach(cell -> row.append("<td>").append(text(cell)).append("</td>"));
    return row.append("</tr>\n").toString();
  }
}
