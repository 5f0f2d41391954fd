package io.evenflow.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command line run in this process, and what became of it.
 *
 * @param exitCode as the process would end
 * @param out what it printed
 * @param err what it printed on the error stream
 */
record Run(int exitCode, String out, String err) {
  /** What it printed in one line, however it was folded to the width of a terminal. */
  String words() {
    return out.replaceAll("\\s+", " ");
  }

  static Run of(String... args) {
    return with(MethodNames.ALL, args);
  }

  static Run with(MethodNames methods, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Streams streams = new Streams(new PrintWriter(out), new PrintWriter(err), false);
    int exitCode = Evenflow.run(streams, methods, args);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
