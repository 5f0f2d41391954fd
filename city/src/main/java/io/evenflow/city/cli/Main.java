package io.evenflow.city.cli;

import io.evenflow.cli.Streams;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the command {@code evenflow city} on this process's streams. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = City.run(new Streams(out, err, isTerminal()), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static boolean isTerminal() {
    java.io.@org.jspecify.annotations.Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }
}
