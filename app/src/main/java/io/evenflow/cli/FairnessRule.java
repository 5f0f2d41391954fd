package io.evenflow.cli;

import io.evenflow.run.Fair;

/** The words of {@code --fair}. */
final class FairnessRule {
  static final String NONE = "none";

  private FairnessRule() {}

  /** Whether all shall have the same share. */
  static boolean isMaxMin(String rule) {
    if (!Fair.words().contains(rule)) {
      throw CommandException.badInput(
          "--fair '" + rule + "' is none of " + String.join(", ", Fair.words()),
          "Maybe a typing error; without --fair it is " + NONE + ".");
    }
    return Fair.of(rule) == Fair.MAX_MIN;
  }
}
