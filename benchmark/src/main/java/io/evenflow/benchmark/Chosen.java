package io.evenflow.benchmark;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a benchmark is to be run: all, or what {@code --only=NAME,NAME} names; it may be given
 * several times.
 */
final class Chosen {
  private static final String OPTION = "--only=";
  private final Set<String> names;

  private Chosen(Set<String> names) {
    this.names = names;
  }

  /**
   * Reads the options among some arguments.
   *
   * @param known names there are
   * @throws BadArgument for a name that is none of these
   */
  static Chosen of(List<String> arguments, List<String> known) {
    Set<String> names = new LinkedHashSet<>();
    for (String argument : arguments) {
      if (argument.startsWith(OPTION)) {
        names.addAll(Arrays.asList(argument.substring(OPTION.length()).split(",", -1)));
      }
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new BadArgument(
            "--only: '%s' is none of %s".formatted(name, String.join(", ", known)),
            "Maybe a typing error; several are separated by commas.");
      }
    }
    return new Chosen(names);
  }

  boolean has(String name) {
    return names.isEmpty() || names.contains(name);
  }

  /** Those that were named, none where all are meant. */
  Set<String> named() {
    return names;
  }
}
