package io.evenflow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code evenflow serve}, as far as the other commands know it: a name in their list. The launcher
 * leads to the module {@code service}, whose libraries are not on their class path.
 */
@Command(
    name = "serve",
    description = "Solves days that are sent over HTTP, with a page for a browser.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw CommandException.badInput(
        "serve is not among what this jar can start",
        "Maybe use the script evenflow, or the class io.evenflow.service.Main.");
  }
}
