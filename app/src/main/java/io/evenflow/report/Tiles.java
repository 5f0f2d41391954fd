package io.evenflow.report;

/** A row of figures, each with a name above and a note below. */
final class Tiles {
  /** What a figure means to the reader. */
  enum Mood {
    PLAIN,
    GOOD,
    BAD
  }

  private final StringBuilder tiles = new StringBuilder();

  Tiles add(String name, String value, String note) {
    return add(name, value, note, Mood.PLAIN);
  }

  Tiles add(String name, String value, String note, Mood mood) {
    String style =
        switch (mood) {
          case PLAIN -> "tile";
          case GOOD -> "tile good";
          case BAD -> "tile bad";
        };
    tiles.append(
        "<div class=\"%s\"><dt>%s</dt><dd>%s<small>%s</small></dd></div>\n"
            .formatted(style, Html.text(name), Html.text(value), Html.text(note)));
    return this;
  }

  String html() {
    return tiles.toString();
  }
}
