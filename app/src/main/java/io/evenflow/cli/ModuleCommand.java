package io.evenflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * A command of a module of its own, which the launcher starts with that module's class path; here
 * it only has its line in the list of commands.
 */
@Command
final class ModuleCommand implements Callable<Integer> {
  private final String name;

  @Unmatched private String[] ignored = {};

  private ModuleCommand(String name) {
    this.name = name;
  }

  static CommandLine named(String name, String description) {
    CommandLine command = new CommandLine(new ModuleCommand(name));
    command.getCommandSpec().name(name).usageMessage().description(description);
    return command;
  }

  @Override
  public Integer call() {
    throw CommandException.badInput(
        "the command '" + name + "' is in a module of its own, which this class path lacks",
        "Maybe start it with the launcher, as './evenflow " + name + "'.");
  }
}
