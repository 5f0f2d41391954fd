package io.evenflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * A command of a module of its own, which the launcher starts with that module's class path; here
 * it only has its line in the list of commands.
 */
@Command(description = "Thousands of feeders and what they share, on Spark (a module of its own).")
final class ModuleCommand implements Callable<Integer> {
  private final String name;

  @Unmatched private String[] ignored = {};

  ModuleCommand(String name) {
    this.name = name;
  }

  @Override
  public Integer call() {
    throw CommandException.badInput(
        "the command '" + name + "' is in a module of its own, which this class path lacks",
        "Maybe start it with the launcher, as './evenflow " + name + "'.");
  }
}
