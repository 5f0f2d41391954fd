package io.evenflow.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Starts the command {@code evenflow} on this process's streams. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // UTF-8 whatever the locale: the pictures need it.
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = Evenflow.run(new Streams(out, err, isTerminal()), MethodNames.ALL, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static boolean isTerminal() {
    java.io.@Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }
}
