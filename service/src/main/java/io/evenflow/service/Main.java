package io.evenflow.service;

import io.evenflow.service.log.JsonLines;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Starts {@code evenflow serve}; the launcher leads here with the words after it. */
public final class Main {
  private static final int BAD_INPUT = 2;

  private Main() {}

  public static void main(String[] args) {
    JsonLines.toStandardError();
    int code =
        new CommandLine(new ServeCommand())
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setParameterExceptionHandler(
                (problem, rest) -> {
                  String message = String.valueOf(problem.getMessage());
                  return complain(BAD_INPUT, message, "Maybe 'evenflow serve --help' helps.");
                })
            .setExecutionExceptionHandler((problem, command, rest) -> complain(problem))
            .execute(args);
    System.exit(code);
  }

  private static int complain(Exception problem) throws Exception {
    if (problem instanceof CannotServe why) {
      return complain(why.exitCode(), why.sentence(), why.maybe());
    }
    throw problem;
  }

  private static int complain(int exitCode, String sentence, String maybe) {
    System.err.println("evenflow: " + sentence);
    System.err.println(maybe);
    return exitCode;
  }
}
