package io.evenflow.benchmark;

import java.util.List;

/** What may stand behind a benchmark's name. */
final class Arguments {
  private Arguments() {}

  /**
   * Refuses options there are not: one that is passed over would look as if it had been followed.
   *
   * @param options those there are; one that ends in "=" has a value
   * @throws BadArgument for another
   */
  static void require(List<String> arguments, String... options) {
    for (String argument : arguments) {
      if (argument.startsWith("--") && !isOneOf(argument, options)) {
        throw new BadArgument(
            "'%s' is none of %s".formatted(argument, String.join(", ", options)),
            "Maybe a typing error; benchmark/run without arguments says more.");
      }
    }
  }

  /** A number that must be there. */
  static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadArgument(name + " ('" + text + "') must be a number", "Maybe leave it out.");
    }
  }

  private static boolean isOneOf(String argument, String... options) {
    return List.of(options).stream()
        .anyMatch(
            option -> option.endsWith("=") ? argument.startsWith(option) : argument.equals(option));
  }
}
