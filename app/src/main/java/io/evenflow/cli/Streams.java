package io.evenflow.cli;

import java.io.PrintWriter;

/**
 * Where commands write.
 *
 * @param out results
 * @param err errors, warnings and progress
 * @param interactive whether a person watches, so that progress may be shown
 */
record Streams(PrintWriter out, PrintWriter err, boolean interactive) {
  void print(Iterable<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  /** Says what is no error; a warning may have a second line that begins "Maybe". */
  void warn(Iterable<String> warnings) {
    warnings.forEach(warning -> err.println("evenflow: warning: " + warning));
    err.flush();
  }
}
