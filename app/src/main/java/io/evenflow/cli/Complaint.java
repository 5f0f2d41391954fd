package io.evenflow.cli;

import io.evenflow.grid.GridException;
import io.evenflow.io.InputException;
import io.evenflow.io.Suggestion;
import io.evenflow.ocpp.OcppException;
import io.evenflow.scenario.ScenarioException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a person reads when a command fails.
 *
 * @param exitCode how the process ends
 * @param sentence what is wrong
 * @param maybe what to try, beginning with "Maybe"
 */
public record Complaint(int exitCode, String sentence, String maybe) {

  public static Complaint about(Throwable problem) {
    return switch (problem) {
      case CommandException e -> new Complaint(e.exitCode(), e.sentence(), e.maybe());
      case InputException e -> badInput(e.sentence(), e.maybe());
      case ScenarioException e -> badInput(e.sentence(), e.maybe());
      case OcppException e -> badInput(e.sentence(), e.maybe());
      case GridException e -> badInput(e.sentence(), e.maybe());
      case ParameterException e -> badInput(oneLine(e), hint(e));
      case OutOfMemoryError e ->
          new Complaint(
              ExitCode.FAILURE,
              "evenflow ran out of memory",
              "Maybe give it more: EVENFLOW_JAVA_OPTIONS=-Xmx8g evenflow …");
      default -> bug(problem);
    };
  }

  /**
   * Says it.
   *
   * @param shown whose place in the program is shown, too; null for none
   * @return how the process ends
   */
  public int print(Streams streams, @Nullable Throwable shown) {
    streams.out().flush();
    streams.err().println("evenflow: " + Streams.harmless(sentence));
    streams.err().println(Streams.harmless(maybe));
    if (shown != null) {
      shown.printStackTrace(streams.err());
    }
    streams.err().flush();
    return exitCode;
  }

  private static Complaint badInput(String sentence, String maybe) {
    return new Complaint(ExitCode.BAD_INPUT, sentence, maybe);
  }

  private static Complaint bug(Throwable problem) {
    return new Complaint(
        ExitCode.FAILURE,
        "this is a bug in evenflow: " + oneLine(problem),
        "Maybe repeat the command with --debug, which shows where, and report what it prints.");
  }

  private static String oneLine(Throwable problem) {
    String message = problem.getMessage();
    String text = message == null ? problem.getClass().getSimpleName() : message;
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String hint(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().getFirst();
      if (!command.getSubcommands().isEmpty() && !typed.startsWith("-")) {
        return Suggestion.of(typed, command.getSubcommands().keySet().toArray(String[]::new));
      }
      var suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        return "Maybe '" + suggestions.getFirst() + "' is meant; '" + name + " --help' lists all.";
      }
    }
    return "Maybe '" + name + " --help' helps.";
  }
}
