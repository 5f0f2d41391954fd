package io.evenflow.cli;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Where commands write.
 *
 * @param out results
 * @param err errors, warnings and progress
 * @param interactive whether a person watches, so that progress may be shown
 */
public record Streams(PrintWriter out, PrintWriter err, boolean interactive) {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

  /** Prints lines to standard output. */
  public void print(Iterable<String> lines) {
    lines.forEach(line -> out.println(harmless(line)));
    out.flush();
  }

  /** Says what is no error; a warning may have a second line that begins "Maybe". */
  void warn(Iterable<String> warnings) {
    for (String warning : warnings) {
      ("evenflow: warning: " + warning).lines().forEach(line -> err.println(harmless(line)));
    }
    err.flush();
  }

  /** Names come from files: what would steer a terminal is shown as a mark. */
  public static String harmless(String line) {
    return CONTROL.matcher(line).replaceAll("\uFFFD");
  }
}
