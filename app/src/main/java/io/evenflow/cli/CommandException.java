package io.evenflow.cli;

/** Ends a command with one sentence, a line that begins "Maybe", and an exit code. */
public final class CommandException extends RuntimeException {
  private final String sentence;
  private final String maybe;
  private final int exitCode;

  public CommandException(int exitCode, String sentence, String maybe) {
    super(sentence + "\n" + maybe);
    this.exitCode = exitCode;
    this.sentence = sentence;
    this.maybe = maybe;
  }

  public static CommandException badInput(String sentence, String maybe) {
    return new CommandException(ExitCode.BAD_INPUT, sentence, maybe);
  }

  String sentence() {
    return sentence;
  }

  String maybe() {
    return maybe;
  }

  int exitCode() {
    return exitCode;
  }
}
